"""What the pages about staying read: my place, breaks, more time, and what I was told beside what is said now."""

from datetime import date
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sidebyside.projects import longer, pages
from sidebyside.projects.joining import digest_of, wordings
from sidebyside.projects.models import Break, Membership, Project

GOES_ON = {
    "asked": gettext_lazy("Has not said yet whether they go on."),
    "yes": gettext_lazy("Goes on."),
    "no": gettext_lazy("Leaves at the old end."),
    "talk": gettext_lazy("Would like to talk before saying."),
}


def my_place(project: Project) -> Membership | None:
    """The place that whoever asks has here now. No query: guard.find has read it."""
    return next((row for row in project.mine if row.joined_at and not row.left_at), None)


def mine(project: Project) -> dict[str, Any]:
    """What her own place here says on the first page of the project: a break, or a question. Two queries at most."""
    place = my_place(project)
    if place is None:
        return {"my_break": None, "more_time": None, "goes_on": ""}
    more = longer.newest(project)
    return {
        "my_break": break_of(place),
        "more_time": more,
        "goes_on": place.goes_on if more else "",
        "my_end": longer.end_told(place),
    }


def break_of(place: Membership) -> Break | None:
    return place.breaks.filter(ended_at=None).first()


def more_time(project: Project) -> dict[str, Any]:
    """The stages that can grow, the end as it is planned now, and each time that it grew before."""
    stages = list(project.stages.order_by("order"))
    return {
        "can_grow": [(stage, pages.STAGES[stage.kind]) for stage in stages if not stage.ended_at],
        "until": longer.planned_end(project),
        "grew": list(project.more_times.order_by("at", "id")),
    }


def to_go_on(project: Project, place: Membership) -> dict[str, Any]:
    """What somebody reads before she says whether she goes on."""
    more = longer.newest(project)
    told = longer.end_told(place)
    return {
        "more": more,
        "was_until": min(told, more.was_until) if told and more and place.goes_on != "yes" else told,
        "said": place.goes_on if place.goes_on in longer.SAID else "",
    }


def what_i_was_told(place: Membership, *, easy: bool) -> list[dict]:
    """Each thing that she was told when she said yes, beside what is said now. Three queries."""
    told, project = place.told, place.project
    kept = {(row.what, row.digest): row.words for row in project.wordings.all()}
    now, then = wordings(place), told.get("wordings", {})
    rows = [
        _said(title, kept.get((what, then.get(what, "")), ""), now[what], same=then.get(what) == digest_of(now[what]))
        for what, title in (
            ("about", _("What it is about")),
            ("fixed", _("What is already fixed")),
            ("open_to_change", _("What is open to change")),
        )
    ]
    rows.append(_said(_("What you are paid"), told.get("offer", ""), place.offer))
    minutes = [str(n) if n else "" for n in (told.get("minutes_a_month"), project.minutes_a_month)]
    rows.append(_said(_("Minutes a month that we may ask for, besides sessions"), *minutes))
    ends = [_in_words(parse_date(told.get("ends_on", ""))), _in_words(longer.planned_end(project))]
    rows.append(_said(_("When it is over, with the extra time"), *ends))
    return [row for row in rows if row["then"] or row["now"]]


def _in_words(day: date | None) -> str:
    return pages.in_words(day) if day else ""


def _said(title: str, then: str, now: str, *, same: bool | None = None) -> dict:
    return {"title": title, "then": then, "now": now, "same": then == now if same is None else same}
