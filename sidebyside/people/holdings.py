"""What this part holds about a person, as she reads it herself. Forgetting it is in `forgetting.py`."""

from collections.abc import Iterator
from datetime import datetime

from django.contrib.sessions.models import Session
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from sidebyside.kit.holdings import GOES, PARTLY, STAYS, Given, comes_first, consents, forgets, holds, keeps
from sidebyside.kit.languages import LANGUAGES
from sidebyside.kit.verdict import Verdict, no
from sidebyside.kit.words import say
from sidebyside.people import browsers, forgetting, helping
from sidebyside.people.acting import Acting
from sidebyside.people.asks import KINDS
from sidebyside.people.forms import DOORS, FORMATS, kind_in_words
from sidebyside.people.models import Answer, Ask, Helping, HubRole, Message, Person, SignInLink
from sidebyside.people.naming import called
from sidebyside.who_can import Role

SAID = {"yes", "no", "partly", "do_not_know"}  # answers that are codes, each with words of its own ("word_yes")


def my_details(person: Person) -> Iterator[dict]:
    yield {
        "data_name": person.name,
        "data_email": person.email,
        "data_phone": person.phone,
        "data_address": person.post_address,
        "data_format": str(dict(FORMATS)[person.format]),
        "data_language": LANGUAGES[person.language].own_name if person.language in LANGUAGES else person.language,
        "data_door": str(dict(DOORS)[person.door]),
        "data_reach": in_lines(person.reach),
        "data_looks": in_lines(person.looks),
        "data_since": person.made_at,
    }


def in_lines(value) -> list[str] | str:
    """Any JSON value as lines that can be read: "time: no"."""
    if isinstance(value, dict):
        return [f"{name}: {_plain(said)}".replace("_", " ").replace("-", " ") for name, said in value.items()]
    return _plain(value)


def _plain(value) -> str:
    if isinstance(value, list):
        return ", ".join(_plain(one) for one in value)
    if isinstance(value, dict):
        return ", ".join(in_lines(value))
    if value is None or isinstance(value, bool):
        return say("word_yes" if value else "word_no")
    return say(f"word_{value}") if value in SAID else str(value)


def my_ways_in(person: Person) -> Iterator[dict]:
    """That there is an account, a passkey, a card or a link, and where she is signed in. Never a key or a digest of one."""
    account = getattr(person, "account", None)
    if account:
        yield {"data_what": say("way_account"), "data_last_used": account.last_login}
    for passkey in person.passkeys.order_by("-made_at", "-id"):
        yield {
            "data_what": say("way_passkey"),
            "data_name": passkey.name,
            "data_made": passkey.made_at,
            "data_last_used": passkey.used_at,
        }
    for browser in browsers.of(person):
        yield {"data_what": say(browser.way), "data_name": browsers.in_words(browser), "data_made": browser.since}
    for card in person.cards.select_related("made_by").order_by("-made_at", "-id"):
        yield {
            "data_what": say("way_card"),
            "data_made": card.made_at,
            "data_made_by": called(card.made_by),
            "data_ended": card.ended_at,
        }
    for link in SignInLink.objects.filter(person=person).order_by("-made_at", "-id"):
        yield {"data_what": say("way_link"), "data_made": link.made_at, "data_new_email": link.new_email or None}


def my_messages(person: Person) -> Iterator[dict]:
    for message in person.messages.order_by("-made_at", "-id"):
        yield {
            "data_words": _said(message.code, message.values),
            "data_made": message.made_at,
            "data_sent": message.sent_at,
            "data_door": str(dict(DOORS).get(message.door, "")) or None,
        }


def my_answers(person: Person) -> Iterator[dict]:
    """What I was asked, and each answer as it was given, by whichever hand. Two queries, however many there are."""
    asked = person.asks.order_by("-opened_at", "-id").prefetch_related("answers__entered_by")
    for ask in asked:
        known = {"data_asked": _title(ask), "data_when": ask.opened_at}
        for answer in sorted(ask.answers.all(), key=lambda row: (row.said_at, row.pk)):
            yield known | {
                "data_answer": in_lines(answer.said),
                "data_said_at": answer.said_at,
                "data_entered_by": called(answer.entered_by),
                "data_door": str(dict(DOORS).get(answer.door, "")),
            }
        if not ask.answers.all():
            yield known | {"data_answer": say("not_answered")}


def _title(ask: Ask) -> str:
    """What was asked; of somebody who was forgotten, only what kind of question it was."""
    if ask.kind not in KINDS:
        return ask.kind
    return _said(KINDS[ask.kind].title, ask.values or {"project": _("a project")})


def _said(code: str, values: dict) -> str:
    """The sentence for a code, as far as it can still be said: one old row never keeps her from reading the others."""
    try:
        return say(code, values)
    except (KeyError, TypeError, ValueError):
        return code


def my_help(person: Person) -> Iterator[dict]:
    rows = Helping.objects.filter(Q(member=person) | Q(helper=person)).select_related("member", "helper")
    for row in rows.order_by("-recorded_at", "-id"):
        yield {
            "data_what": say("helps_me" if row.member_id == person.pk else "i_help"),
            "data_who": called(row.helper if row.member_id == person.pk else row.member),
            "data_for": [kind_in_words(kind) for kind in row.kinds if kind in KINDS],
            "data_made": row.recorded_at,
            "data_until": row.until_on,
            "data_ended": row.ended_at,
        }


def my_work_here(person: Person) -> Iterator[dict]:
    for row in person.hub_roles.order_by("-since", "-id"):
        yield {"data_what": say(f"hub_role_{row.role}"), "data_since": row.since, "data_ended": row.until}


def answers_i_entered(person: Person) -> Iterator[dict]:
    """That I wrote an answer down for somebody, and when. What it says is theirs."""
    rows = Answer.objects.filter(entered_by=person).exclude(ask__person=person).defer("said").select_related("ask")
    for row in rows.order_by("-recorded_at", "-id"):
        yield {"data_asked": _title(row.ask), "data_when": row.recorded_at}


def my_helpers(person: Person) -> Iterator[Given]:
    for row in person.helpers.filter(ended_at=None, confirmed_at__isnull=False).select_related("helper"):
        yield Given(row.ref, "i_chose_a_helper", row.recorded_at, {"name": called(row.helper)})


def end_help(*, ref: str, by: Acting, now: datetime) -> None:
    for row in by.person.helpers.filter(ref=ref):
        helping.end_helping(helping=row, by=by, now=now)


@comes_first
def the_desk_is_kept(person: Person) -> Iterator[Verdict]:
    """A hub whose desk nobody keeps can help nobody."""
    keeps_it = HubRole.objects.filter(role=Role.DESK.value, until=None, person__erased_at=None)
    if keeps_it.filter(person=person).exists() and not keeps_it.exclude(person=person).exists():
        yield no("hand_on_the_desk_first")


def old_links(before: datetime) -> QuerySet:
    return SignInLink.objects.filter(made_at__lt=before)


def old_sessions(before: datetime) -> QuerySet:
    return Session.objects.filter(expire_date__lt=before)


def old_messages(before: datetime) -> QuerySet:
    """Those that were sent or seen, or are so old that nobody will."""
    return Message.objects.filter(made_at__lt=before)


holds(
    "people.details",
    title="held_details",
    why="held_details_why",
    rows=my_details,
    forgotten=GOES,
    change_at="my-details",
)
holds("people.ways-in", title="held_ways_in", why="held_ways_in_why", rows=my_ways_in, change_at="ways-in")
holds("people.messages", title="held_messages", why="held_messages_why", rows=my_messages, forgotten=GOES)
holds(
    "people.answers",
    title="held_answers",
    why="held_answers_why",
    rows=my_answers,
    forgotten=PARTLY,
    stays_because="held_answers_stay",
)
holds(
    "people.help",
    title="held_help",
    why="held_help_why",
    rows=my_help,
    forgotten=PARTLY,
    stays_because="held_help_stays",
    change_at="my-helpers",
)
holds(
    "people.entered",
    title="held_entered",
    why="held_entered_why",
    rows=answers_i_entered,
    forgotten=STAYS,
    stays_because="held_entered_stays",
)
holds("people.work", title="held_work", why="held_work_why", rows=my_work_here, forgotten=GOES)
consents("people.helpers", title="consent_helpers", given=my_helpers, withdraw=end_help)
forgets(forgetting.forget_person)
keeps("people.links", title="kept_links", why="kept_links_why", default_days=1, overdue=old_links)
keeps(
    "people.sessions",
    title="kept_sessions",
    why="kept_sessions_why",
    default_days=1,
    overdue=old_sessions,
    drop=browsers.drop_sessions,
)
keeps("people.messages", title="kept_messages", why="kept_messages_why", default_days=365, overdue=old_messages)
