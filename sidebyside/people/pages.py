"""What the pages about people read."""

from datetime import date, datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from sidebyside.kit.words import say
from sidebyside.people import new_email
from sidebyside.people.asks import KINDS, address_of
from sidebyside.people.forms import DOORS, FORMATS, kind_in_words
from sidebyside.people.models import Answer, Ask, Helping, Organisation, Person
from sidebyside.people.naming import called

AT_MOST = 50


def open_asks(person: Person, *, now: datetime) -> QuerySet[Ask]:
    """What somebody is being asked now and has not answered, the soonest to close first."""
    return open_asks_of([person], now=now)


def open_asks_of(people: list[Person], *, now: datetime) -> QuerySet[Ask]:
    answered = Answer.objects.filter(ask=OuterRef("pk"))
    still = Q(closes_at=None) | Q(closes_at__gt=now)
    asks = Ask.objects.filter(still, ~Exists(answered), person__in=people, withdrawn_at=None, opened_at__lte=now)
    return asks.order_by(F("closes_at").asc(nulls_last=True), "id")


def in_words(ask: Ask) -> dict:
    """An ask as a page shows it."""
    return {
        "ref": ask.ref,
        "kind": ask.kind,
        "title": say(KINDS[ask.kind].title, ask.values),
        "href": address_of(ask),
        "minutes": ask.minutes,
        "extra": ask.extra_minutes,
        "closes_at": ask.closes_at,
    }


def me(person: Person, *, now: datetime) -> dict:
    messages = list(person.messages.filter(ask=None).order_by("-made_at", "-id")[:AT_MOST])
    return {
        "details": details(person),
        "new_email": new_email.waiting(person, now=now).first(),
        "messages": [{"at": m.made_at, "words": say(m.code, m.values), "new": m.seen_at is None} for m in messages],
        "any_new": any(m.seen_at is None for m in messages),
        "in_my_name": in_my_name(person),
        "cards": list(person.cards.in_force().select_related("made_by").order_by("-made_at", "id")),
    }


def details(person: Person) -> list[dict]:
    known = [
        (_("Name"), person.name),
        (_("Email"), person.email or _("None")),
        (_("Phone"), person.phone or _("None")),
        (_("Post address"), ", ".join(person.post_address or []) or _("None")),
        (_("Words"), str(dict(FORMATS)[person.format])),
        (_("How to reach"), str(dict(DOORS)[person.door])),
    ]
    return [{"name": name, "words": words} for name, words in known]


def in_my_name(person: Person) -> list[dict]:
    """Answers that somebody else entered for this person, newest first, each with where she can change it."""
    rows = Answer.objects.filter(ask__person=person).exclude(entered_by=person).defer("said")
    rows = rows.select_related("ask", "entered_by").order_by("-recorded_at", "-id")[:AT_MOST]
    return [in_words(row.ask) | {"by": called(row.entered_by), "at": row.recorded_at} for row in rows]


def my_helpers(person: Person, *, today: date) -> list[dict]:
    rows = (
        person.helpers.filter(ended_at=None, until_on__gte=today).select_related("helper").order_by("recorded_at", "id")
    )
    return [_helping(row) | {"name": row.helper.name} for row in rows]


def _helping(row: Helping) -> dict:
    kinds = [kind_in_words(name) for name in row.kinds if name in KINDS]
    return {"ref": row.ref, "kinds": kinds, "until_on": row.until_on, "confirmed": row.confirmed_at is not None}


def people_i_help(person: Person, *, now: datetime, today: date) -> list[dict]:
    """Each member I help, and what she is being asked that she chose me for; and what she can say at any time."""
    rows = list(
        Helping.objects.in_force(today=today)
        .filter(helper=person)
        .select_related("member")
        .order_by("recorded_at", "id")
    )
    asks: dict[int, list[Ask]] = {}
    for ask in open_asks_of([row.member for row in rows], now=now):
        asks.setdefault(ask.person_id, []).append(ask)
    found = []
    for row in rows:
        hers = [ask for ask in asks.get(row.member_id, []) if ask.kind in row.kinds]
        at_any_time = _at_any_time(set(row.kinds) - {ask.kind for ask in hers})
        more = {"name": row.member.name, "asks": [in_words(ask) for ask in hers], "at_any_time": at_any_time}
        found.append(_helping(row) | more)
    return found


def _at_any_time(kinds: set[str]) -> list[dict]:
    """Those of these kinds whose page is of no one ask: a helper finds it when nothing is asked just now, too."""
    open_always = [KINDS[name] for name in sorted(kinds) if name in KINDS and not KINDS[name].address[1]]
    return [
        {"title": kind_in_words(kind.name), "href": reverse(kind.address[0]), "minutes": kind.minutes}
        for kind in open_always
    ]


def people_at_the_desk(find: str) -> dict:
    """The people of the hub by name, a page's worth; part of a name finds the others."""
    rows = Person.objects.filter(erased_at=None, name__icontains=find.strip()).order_by("name", "id")[: AT_MOST + 1]
    return {"people": rows[:AT_MOST], "more": len(rows) > AT_MOST, "find": find}


def person_at_the_desk(person: Person, *, now: datetime, today: date) -> dict:
    cards = person.cards.in_force().select_related("made_by").order_by("-made_at", "id")
    return {
        "whom": person,
        "details": details(person),
        "new_email": new_email.waiting(person, now=now).first(),
        "cards": list(cards),
        "helpers": my_helpers(person, today=today),
    }


def organisations() -> QuerySet[Organisation]:
    return Organisation.objects.select_related("said_by").order_by("name", "id")
