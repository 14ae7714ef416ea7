"""What a project's pages read, and the frame that they all stand in."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.dateformat import format as as_words
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sidebyside.kit.clock import LONDON
from sidebyside.kit.words import say
from sidebyside.people.models import Person
from sidebyside.people.naming import called
from sidebyside.projects.actions import planned_timeline, stopped_by_the_group
from sidebyside.projects.models import Project
from sidebyside.recipes import Pack, load
from sidebyside.who_can import Act, may

NAV = [
    ("project", gettext_lazy("Our project")),
    ("standing", gettext_lazy("Where we stand")),
    ("people", gettext_lazy("People")),
    ("timeline", gettext_lazy("Time")),
    ("meetings", gettext_lazy("Meetings")),
    ("agreements", gettext_lazy("Agreements")),
    ("history", gettext_lazy("What happened")),
]
STAGES = {
    "design": gettext_lazy("Design: making the plan"),
    "delivery": gettext_lazy("Delivery: doing it"),
    "review": gettext_lazy("Review: is it working?"),
}
JOINS_AS = {
    "lived_expertise": gettext_lazy("Lived expertise"),
    "organisation": gettext_lazy("For an organisation"),
    "officer": gettext_lazy("Officer"),
    "facilitator": gettext_lazy("Facilitator"),
    "leader": gettext_lazy("Leader"),
    "researcher": gettext_lazy("Researcher"),
}
Name = Callable[[Person | None], str]
# What the pages offer only to those who may do it.
OFFERED = (
    Act.SHAPE_PROJECT,
    Act.ASK_ADVICE,
    Act.READ_INFORMATION,
    Act.OPEN_TO_NEW_PEOPLE,
    Act.MEET_NEW_PEOPLE,
    Act.INVITE,
    Act.PLAN_MORE_TIME,
    Act.MOVE_STAGE,
    Act.PAUSE_PROJECT,
    Act.COVER_FACILITATOR,
    Act.LEAVE_PROJECT,
    Act.CHANGE_PACK,
    Act.READ_PROJECT,
    Act.READ_STANDING,
    Act.READ_SHARED_NEEDS,
    Act.BRING_BACK,
)

# Parts above add sentences to a project's first page: (project, easy) -> sentences. `standing` says where it stands.
SAID_OF_A_PROJECT: list[Callable[[Project, bool], list[str]]] = []
# And here: (project, today) -> what there is to notice, each with words, href and action. `agreements`: what is due again.
NOTICED_IN_A_PROJECT: list[Callable[[Project, date], list[dict[str, str]]]] = []


def nav(project: Project, current: str = "") -> list[dict]:
    """The links of a project. current: the name of the page that is open."""
    return [
        {"href": reverse(name, kwargs={"slug": project.slug}), "text": words, "current": name == current}
        for name, words in NAV
    ]


def frame(request: Any, project: Project, current: str = "", *, about: str = "label") -> dict[str, Any]:
    """What heads and ends each page of a project. about: what "I do not agree with this" is about here.

    On a page that is a group's own, a word is pointed at in the group, and nothing of it is brought before everybody.
    """
    offers = {act.name.lower(): bool(may(request.roles, act)) for act in OFFERED}
    own = reverse("own", args=[project.slug]) if getattr(request, "own", False) else ""
    tools = {"who": f"{reverse('who-can-see', args=[project.slug])}?{urlencode({'page': own or request.path})}"}
    if own:
        tools["word"] = reverse("own-words", args=[project.slug])
    elif may(request.roles, Act.POINT_AT_WORD):
        where = urlencode({"where": current}) if current else ""
        tools["word"] = f"{reverse('point-at-word', args=[project.slug])}{'?' if where else ''}{where}"
    if may(request.roles, Act.DISAGREE) and not own:
        tools["disagree"] = f"{reverse('disagree', args=[project.slug])}?{urlencode({'about': about})}"
    inside = offers["read_project"]
    return {
        "project": project,
        "nav": nav(project, current) if inside else [],
        "tools_for": tools if inside else {},
        "offers": offers,
    }


def names_in(project: Project) -> Name:
    """How people are named here: somebody who has left is a former member; who was forgotten is no longer here. One query."""
    rows = list(project.memberships.values_list("person_id", "left_at", "said_no_at"))
    here = {pk for pk, left_at, said_no_at in rows if not left_at and not said_no_at}
    left = {pk for pk, left_at, _said_no in rows if left_at} - here

    def name(person: Person | None) -> str:
        if person is None or person.erased_at:
            return called(person)
        return _("A former member") if person.pk in left else person.name

    return name


def timeline(project: Project) -> list[dict]:
    """The stages as the timeline component draws them, each with its extra time said."""
    rows = list(project.stages.order_by("order"))
    return [
        {
            "title": STAGES[row.kind],
            "from": planned.starts_on,
            "until": planned.ends_with_extra,
            "state": _state(row),
            "words": spare_time(planned.ends_on, planned.ends_with_extra),
        }
        for row, planned in zip(rows, planned_timeline(rows), strict=True)
    ]


def _state(stage) -> str:
    return "done" if stage.ended_at else "now" if stage.started_at else "later"


def in_words(day: date) -> str:
    """12 March 2024. A moment, as it reads by the clocks in London."""
    return as_words(day.astimezone(LONDON) if isinstance(day, datetime) else day, "j F Y")


def spare_time(ends_on: date, ends_with_extra: date) -> str:
    """Bristol policy, Time, Timeline of Project: the 20% for what nobody expected, in days."""
    return _("%(days)s of these days are extra, for what nobody expected.") % {"days": (ends_with_extra - ends_on).days}


def overview(project: Project, *, today: date, easy: bool) -> dict[str, Any]:
    """Our project on one page."""
    name = names_in(project)
    joined = list(project.memberships.joined().values_list("joins_as", flat=True))
    return {
        "kind": kind_in_words(project, easy),
        "state": say(f"state_{project.state}"),
        "said": [words for say_of in SAID_OF_A_PROJECT for words in say_of(project, easy)],
        "paused_by_the_group": project.state == "paused" and stopped_by_the_group(project),
        "noticed": [line for notice in NOTICED_IN_A_PROJECT for line in notice(project, today)],
        "stages": timeline(project),
        "today": today,
        "joined": len(joined),
        "who_is_here": counted_by_place(joined),
        "started_by": name(project.started_by),
        "go_on": reverse("start-step", args=[project.slug, project.step]) if project.state == "draft" else "",
        "name": name,
    }


def counted_by_place(joins_as: Iterable[str]) -> list[dict]:
    """How many join in each way, in a fixed order."""
    rows = list(joins_as)
    return [{"name": words, "words": rows.count(way)} for way, words in JOINS_AS.items() if way in rows]


def kind_in_words(project: Project, easy: bool) -> dict[str, str]:
    """The kind of participation: what the group agreed to call it, or else what is planned. Empty: not worked out."""
    rung = project.claimed_rung or project.planned_rung
    if not rung:
        return {}
    pack: Pack = load(project.pack, project.pack_version)
    found = next((one for one in pack.rungs if one.id == rung), None)
    if found is None:
        return {"title": rung, "meaning": "", "agreed": ""}
    return {
        "title": found.text("title", easy),
        "meaning": found.text("meaning", easy),
        "agreed": "yes" if project.claimed_rung else "",
    }
