"""What the page on how meetings feel reads."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sidebyside.kit.words import say
from sidebyside.people.models import Person
from sidebyside.projects.models import Group, Project
from sidebyside.sessions import feeling_rules as rules
from sidebyside.sessions import feelings
from sidebyside.sessions.models import MeetingRole

WIDE, HIGH = 320, 40  # of the picture: across, and from one word to the next


def feelings_of(
    project: Project, person: Person, *, runs: bool, now: datetime, group: Group | None = None
) -> dict[str, Any]:
    """Each meeting with its words, the newest first; the same as a picture; own words for those who run that meeting."""
    found = feelings.latest(project, group=group, now=now)
    roles = MeetingRole.objects.filter(person=person, meeting__in=[one.meeting for one in found])
    mine = set(roles.exclude(role="support").values_list("meeting_id", flat=True))
    return {
        "rows": [_row(one, runs or one.meeting.pk in mine, now) for one in found],
        "trend": trend([one.words["felt"] for one in reversed(found)]),
        "of_values": any(one.words["values"] != rules.NOT_ENOUGH for one in found),
        "no_good": rules.does_no_good([one.words["good"] for one in found]),
    }


def _row(one: feelings.Felt, reads_words: bool, now: datetime) -> dict[str, Any]:
    shown = rules.may_be_shown(closes_at=one.closes_at, now=now)
    return {
        "meeting": one.meeting,
        "until": None if shown else one.closes_at,
        "words": {name: _said(name, word) for name, word in one.words.items()},
        "own_words": list(one.own_words) if reads_words else [],
    }


def _said(name: str, word: str) -> str:
    return say("after_not_enough") if word == rules.NOT_ENOUGH else say(f"after_{name}_{word}")


def trend(words: Collection[str]) -> dict[str, Any]:
    """Where each word stands in the picture: from left to right, good above mixed above not good; gaps are left out."""
    step = WIDE / max(len(words) - 1, 1)
    dots = [
        (round(number * step), rules.SCALES["felt"].index(word) * HIGH)
        for number, word in enumerate(words)
        if word != rules.NOT_ENOUGH
    ]
    return {"dots": dots, "line": " ".join(f"{'L' if place else 'M'}{x} {y}" for place, (x, y) in enumerate(dots))}
