"""How meetings were for people: one word from many answers, once no more can be given. Who said what is shown nowhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sidebyside.agreements.hands import left_out, own_word
from sidebyside.people.asks import that_count
from sidebyside.people.models import Answer
from sidebyside.projects.facts import places
from sidebyside.projects.models import Project
from sidebyside.sessions import feeling_rules as rules
from sidebyside.sessions.afterwards import OWN_AFTER
from sidebyside.sessions.coming_rules import THERE
from sidebyside.sessions.facts import AFTER
from sidebyside.sessions.models import Attendance, Meeting
from sidebyside.sessions.rules import ASKED_AFTER


@dataclass(frozen=True)
class Felt:
    """A meeting, the word for each question ("not_enough" where there is none), and what people wrote, in no order of theirs.

    closes_at: until then people can still answer, and nothing is shown.
    """

    meeting: Meeting
    closes_at: datetime | None
    words: dict[str, str]
    own_words: tuple[str, ...] = ()


def felt(meetings: Iterable[Meeting], project: Project, *, now: datetime) -> list[Felt]:
    """How each of these meetings was, in their order. Six queries, however many there are.

    Of a meeting of which nobody wrote down who came, half of all who count must have said.
    """
    meetings = list(meetings)
    said = _said(meetings, project)
    counted = {place.membership.person_id for place in places(project) if place.counted}
    came = _how_many_came(meetings, counted)
    return [_of(one, said.get(one.ref, []), came.get(one.pk) or len(counted), counted, now) for one in meetings]


@dataclass(frozen=True)
class Said:
    person: int
    said: dict[str, str]
    free: bool  # her own word, by no hand of somebody here by their job


def _said(meetings: list[Meeting], project: Project) -> dict[str, list[Said]]:
    """Meeting -> what each person said of it that counts; and of a counted member, what she said by her own hand."""
    questions = [f"{OWN_AFTER if one.group_id else AFTER}:{one.ref}" for one in meetings]
    rows = Answer.objects.filter(ask__question__in=questions, ask__withdrawn_at=None).select_related("ask")
    answers, hands = list(rows), left_out(project)
    own = {row.ask_id: row for row in that_count([a for a in answers if own_word(a, a.ask.person_id, hands)])}
    found: dict[str, list[Said]] = {}
    for row in that_count(answers):
        best, ask = own.get(row.ask_id, row), row.ask
        words: Any = best.said or {}
        found.setdefault(ask.values["meeting"], []).append(Said(ask.person_id, words, row.ask_id in own))
    return found


def _how_many_came(meetings: list[Meeting], counted: set[int]) -> dict[int, int]:
    rows = Attendance.objects.filter(meeting__in=meetings, came__in=THERE, person__in=counted)
    found: dict[int, int] = {}
    for pk in rows.values_list("meeting_id", flat=True):
        found[pk] = found.get(pk, 0) + 1
    return found


def _of(meeting: Meeting, said: list[Said], came: int, counted: set[int], now: datetime) -> Felt:
    closes_at = meeting.asked_after_at + ASKED_AFTER if meeting.asked_after_at else None
    if not rules.may_be_shown(closes_at=closes_at, now=now):
        return Felt(meeting, closes_at, dict.fromkeys(rules.SCALES, rules.NOT_ENOUGH))
    ours = [one.said for one in said if one.free and one.person in counted]
    words = {name: rules.word_of(name, [one[name] for one in ours if name in one], of=came) for name in rules.SCALES}
    wrote = sorted({one.said[rules.WORDS] for one in said if one.said.get(rules.WORDS)}, key=str.casefold)
    return Felt(meeting, closes_at, words, tuple(wrote) if len(said) >= rules.AT_LEAST else ())


def latest(project: Project, *, group: Any = None, now: datetime, at_most: int = 30) -> list[Felt]:
    """How the latest meetings of these people were, the newest first."""
    rows = project.meetings.filter(group=group, off_at=None, asked_after_at__isnull=False, ends_at__lte=now)
    return felt(rows.select_related("group").order_by("-starts_at", "-id")[:at_most], project, now=now)


def does_no_good(project: Project, *, group: Any = None, now: datetime) -> bool:
    """Twice in a row it did people no good, or a mixed one: then it is time to talk about stopping or changing."""
    found = latest(project, group=group, now=now, at_most=6)
    return rules.does_no_good([one.words["good"] for one in found])


def from_who_missed(meeting: Meeting) -> dict[str, Any]:
    """What those who could not come want us to know, without names and in no order of theirs; and who would like a call."""
    question = f"{OWN_AFTER if meeting.group_id else AFTER}:{meeting.ref}"
    rows = Answer.objects.filter(ask__question=question, ask__withdrawn_at=None)
    known, calls = [], []
    for row in that_count(rows.select_related("ask__person")):
        words: Any = row.said or {}
        if row.ask.values.get("missed") and words.get(rules.KNOW):
            known.append(words[rules.KNOW])
        if words.get("call") == "yes":
            calls.append(row.ask.person)
    return {"known": sorted(known, key=str.casefold), "calls": calls}
