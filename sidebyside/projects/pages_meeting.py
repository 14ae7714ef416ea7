"""What the pages about meeting read: what a project says to anybody, who would like to meet, and what she is to be told."""

from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sidebyside.kit.words import say
from sidebyside.people.models import Person
from sidebyside.projects import meeting
from sidebyside.projects.models import FACILITATOR, LIVED_EXPERTISE, ORGANISATION, Hello, Membership, Opening, Project
from sidebyside.projects.pages import in_words

A_PAGE = 100
KINDS_OF_PEOPLE = {
    LIVED_EXPERTISE: gettext_lazy("people with lived expertise: they draw on care and support, or care for somebody"),
    ORGANISATION: gettext_lazy("people from organisations"),
    "facilitator": gettext_lazy("a facilitator, who helps the group to work well"),
    "officer": gettext_lazy("officers of the organisation that runs it"),
    "leader": gettext_lazy("leaders, who can decide for it"),
    "researcher": gettext_lazy("researchers"),
}
HOW = {
    "here": gettext_lazy("In person"),
    "theirs": gettext_lazy("In person, where they chose"),
    "phone": gettext_lazy("By phone"),
    "online": gettext_lazy("Online"),
}
WAY = {
    "email": gettext_lazy("by email"),
    "phone": gettext_lazy("by phone"),
    "post": gettext_lazy("by letter"),
    "in-person": gettext_lazy("in person: they will come"),
}


def let_us_meet(project: Project, *, today: date) -> dict[str, Any] | None:
    """What anybody may read of a project that is open to new people; None when it is not. Two queries. Nobody is named."""
    opening = meeting.opening_now(project, today=today)
    if opening is None:
        return None
    here = set(project.memberships.joined().values_list("joins_as", flat=True))
    return {
        "name": project.name,
        "slug": project.slug,
        "opening": opening,
        "who_is_here": [str(words) for way, words in KINDS_OF_PEOPLE.items() if way in here],
        "minutes_a_month": project.minutes_a_month,
    }


def open_until(projects: list[Project], *, today: date) -> dict[str, date]:
    """Which of these are open to new people, and until when, by their address. One query."""
    rows = Opening.objects.filter(project__in=projects, closed_at=None, until_on__gte=today, project__state="running")
    return dict(rows.values_list("project__slug", "until_on"))


def opening_page(project: Project, *, today: date) -> dict[str, Any]:
    """What the form to open a project begins with, and each time that it was open."""
    rows = list(project.openings.order_by("opened_at", "id"))
    last = rows[-1] if rows else None
    first = {name: getattr(last, name) for name in meeting.SAYS if last} or {"about": project.about}
    now_open = meeting.opening_now(project, today=today)
    if now_open is None:
        first.pop("until_on", None)
    return {"initial": first, "now_open": now_open, "times": _times(rows)}


def times_open(project: Project) -> list[dict]:
    """Each time that the project is or was open to new people, for its timeline. One query."""
    return _times(list(project.openings.order_by("opened_at", "id")))


def _times(rows: list[Opening]) -> list[dict]:
    return [
        {
            "title": _("Open to new people") if number == 0 else _("Open again to new people"),
            "from": row.opened_at,
            "until": min(row.until_on, row.closed_at.date()) if row.closed_at else row.until_on,
            "looking_for": row.looking_for,
        }
        for number, row in enumerate(rows)
    ]


def who_would_like_to_meet(project: Project) -> list[dict]:
    """Who waits for an answer, or to be told it, for the facilitators of the project. One query."""
    return [_in_short(row, "hello") for row in meeting.waiting(project)[:A_PAGE]]


def waiting() -> QuerySet[Hello]:
    """Who waits for an answer, or to be told it."""
    return Hello.objects.filter(answered_at=None) | Hello.objects.exclude(to_tell="").filter(told_at=None)


def at_the_desk() -> list[dict]:
    """The same of all projects, for the hub's desk. One query."""
    found = waiting().select_related("project").order_by("said_at", "id")[:A_PAGE]
    return [_in_short(row, "desk-hello") | {"project": row.project.name} for row in found]


def _in_short(row: Hello, page: str) -> dict:
    args = [row.project.slug, row.ref] if page == "hello" else [row.ref]
    return {
        "name": row.said.get("name", ""),
        "href": reverse(page, args=args),
        "waiting_since": row.said_at,
        "words": where_it_is(row),
    }


def where_it_is(row: Hello) -> str:
    """What is to be done next, in words."""
    if row.to_tell and not row.told_at:
        return _("To be told %(how)s what you answered.") % {"how": _way(row)}
    if row.answered_at:
        return say(f"hello_{row.answer}")
    if row.arranged_at:
        return _("You meet on %(day)s.") % {"day": in_words(_day(row) or row.arranged_at)}
    return _("Nobody has answered yet.")


def _way(row: Hello) -> str:
    return {"email": _("by email"), "phone": _("by phone"), "post": _("by letter")}.get(
        row.said.get("way", ""), _("in person")
    )


def _day(row: Hello) -> date | None:
    return parse_date((row.meeting or {}).get("on", ""))


def hello(row: Hello, *, today: date) -> dict[str, Any]:
    """Everything that somebody said who would like to meet, and what became of it."""
    said = row.said
    facts = [
        (_("Name"), said.get("name")),
        (_("Answer them"), f"{WAY[said['way']]}{': ' if said['reach'] else ''}{said['reach']}" if said else ""),
        (_("What would help them"), said.get("helps")),
        (_("What else they said"), said.get("more")),
        (_("How it came"), say(f"came_by_{row.door.replace('-', '_')}")),
        (_("Written down by"), row.recorded_by.name if row.recorded_by else ""),
    ]
    return {
        "hello": row,
        "facts": [{"name": name, "words": words} for name, words in facts if words],
        "meeting": meeting_in_words(row),
        "where_it_is": where_it_is(row),
        "to_tell": what_to_tell(row, today=today) if row.to_tell else [],
        "by_email": said.get("way") == "email",
        "answered": say(f"hello_{row.answer}") if row.answer else "",
    }


def meeting_in_words(row: Hello) -> list[dict]:
    held = row.meeting
    if not held:
        return []
    day = _day(row)
    facts = [
        (_("When"), f"{in_words(day) if day else held['on']}, {held['at']}"),
        (_("How"), HOW[held["how"]]),
        (_("Where"), held["where"]),
        (_("Also"), held["words"]),
    ]
    return [{"name": name, "words": words} for name, words in facts if words]


def what_to_tell(row: Hello, *, today: date) -> list[str]:
    """The very words that she is told: in an email, or rung up, written or said by somebody."""
    hello_to = _("Hello %(name)s,") % {"name": row.said.get("name", "")}
    thanks = _("You said that you would like to meet %(project)s. Thank you.") % {"project": row.project.name}
    if row.to_tell == "meeting":
        told = [_("Let us meet.")] + [f"{fact['name']}: {fact['words']}" for fact in meeting_in_words(row)]
        return [hello_to, thanks, *told, _("Does this not work for you? Tell us, and we find another way.")]
    words = (row.kindly or {}).get("words", "")
    return [
        hello_to,
        thanks,
        _("It cannot be just now. This is why: %(words)s") % {"words": words},
        *_what_else(row, today),
    ]


def _what_else(row: Hello, today: date) -> list[str]:
    others = Opening.objects.filter(closed_at=None, until_on__gte=today, project__state="running")
    others = others.exclude(project=row.project)
    names = [opening.project.name for opening in others.select_related("project").order_by("until_on", "id")[:5]]
    if not names:
        return [_("You can ask us again at any time.")]
    return [_("These are open to new people now: %(projects)s.") % {"projects": ", ".join(names)}]


def who_waits_to_meet(projects: dict[int, Project], person: Person) -> list[tuple[int, int, datetime]]:
    """For the list of work: in each of these projects that she facilitates, how many wait and since when. One query."""
    hers = Membership.objects.joined().filter(person=person, joins_as=FACILITATOR)
    rows = Hello.objects.filter(project__in=projects, answered_at=None).filter(project__in=hers.values("project"))
    found: dict[int, list[datetime]] = {}
    for pk, said_at in rows.order_by("said_at", "id").values_list("project_id", "said_at"):
        found.setdefault(pk, []).append(said_at)
    return [(pk, len(found[pk]), found[pk][0]) for pk in projects if pk in found]
