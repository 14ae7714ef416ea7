"""What meetings show of a project, from each member's newest word in twelve weeks: one word, and never how many, or who.

Only counted members' own words, free of hands by job (decision 6). A group's own meetings never count: nobody may learn
of them. And only sheets that have closed, as on pages: nobody can watch one answer make a difference. Three queries,
besides who counts and whose hands.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q

from sidebyside.agreements.facts_group import members_know_each_other
from sidebyside.agreements.hands import left_out, own_word
from sidebyside.kit.facts import Fact, offers, tells_when
from sidebyside.people.asks import that_count
from sidebyside.people.models import Answer
from sidebyside.projects.facts import places
from sidebyside.projects.models import Project
from sidebyside.sessions import feeling_rules as rules
from sidebyside.sessions.coming import BEFORE
from sidebyside.sessions.coming_rules import NO, THERE, VIEWS
from sidebyside.sessions.facts import AFTER
from sidebyside.sessions.models import Attendance, LeaveAlone

# Each fact stands on members' newest answer to this question of the sheet to close.
# Bristol policy, Methods, During the Project, 1 (values), 3 (culture), 4 (time) and 6 (environment).
BY_QUESTION = {
    "sessions.values_looked_at_together": "values",
    "sessions.culture_checked_with_everyone": "felt",
    "sessions.time_adjusted_with_the_group": "pace",
    "sessions.place_and_mood_worked_for_members": "place",
}
ABSENT = "sessions.absent_members_heard"
KNOW_EACH_OTHER = "sessions.members_know_each_other"
HELD, FOUR_HELD = "sessions.held", "sessions.four_held"
FOUR = 4


@dataclass(frozen=True)
class OwnWord:
    """What a counted member said herself of one meeting (its ref): before it or after it."""

    person: int
    meeting: str
    kind: str
    said: dict[str, str]
    said_at: datetime


@offers(*BY_QUESTION, ABSENT, KNOW_EACH_OTHER)
def what_sessions_show(project: Project, now: datetime) -> dict[str, Fact]:
    counted = {place.membership.person_id for place in places(project) if place.counted}
    words = _own_words(project, counted, now)
    after = [one for one in words if one.kind == AFTER]
    facts = {name: _of_a_question(question, after, len(counted)) for name, question in BY_QUESTION.items()}
    facts[ABSENT] = _absent_heard(words, _written_down(project, counted, now), len(counted))
    return facts | {KNOW_EACH_OTHER: members_know_each_other(project, now)}


def _closed(project: Project) -> set[str]:
    """The meetings (refs) whose sheet has closed: they count from then on, with all that was said."""
    return set(project.meetings.of_everybody().filter(sheet_closed_at__isnull=False).values_list("ref", flat=True))


def _own_words(project: Project, counted: set[int], now: datetime) -> list[OwnWord]:
    """Said in the last twelve weeks on sheets that have closed, the earliest first."""
    rows = Answer.objects.filter(ask__room=project.room, ask__kind__in=[AFTER, BEFORE.name], ask__person__in=counted)
    rows = rows.filter(said_at__gt=now - rules.LATELY, said_at__lte=now, ask__withdrawn_at=None).select_related("ask")
    hands, closed, found = left_out(project), _closed(project), []
    said_by_herself = [row for row in rows if own_word(row, row.ask.person_id, hands)]
    for answer in that_count([row for row in said_by_herself if row.ask.values["meeting"] in closed]):
        said: Any = answer.said or {}
        ask = answer.ask
        found.append(OwnWord(ask.person_id, ask.values["meeting"], ask.kind, said, answer.said_at))
    return found


def _of_a_question(question: str, words: Iterable[OwnWord], counted: int) -> Fact:
    newest = {one.person: one for one in words if one.said.get(question) in rules.SCALES[question]}
    said = [one.said[question] for one in newest.values()]
    word = rules.word_of(question, said, of=counted)
    good_until = min((one.said_at for one in newest.values()), default=None)
    runs_out = good_until and good_until + rules.LATELY
    return Fact(rules.status_of(question, word, said), f"meetings_{question}_{word}", {}, runs_out)


def _written_down(project: Project, counted: set[int], now: datetime) -> list[Attendance]:
    """Who was written down at a meeting of everybody in these weeks; not those who were away and want to be left alone."""
    rows = Attendance.objects.filter(meeting__project=project, meeting__group=None, meeting__off_at=None)
    rows = rows.filter(meeting__sheet_closed_at__isnull=False)
    rows = rows.filter(person__in=counted, meeting__starts_at__gt=now - rules.LATELY, meeting__starts_at__lte=now)
    alone = Exists(LeaveAlone.objects.filter(project=project, person=OuterRef("person")))
    return list(rows.exclude(Q(alone, came=NO)).select_related("meeting"))


def _absent_heard(words: list[OwnWord], written: list[Attendance], counted: int) -> Fact:
    """Were those who missed a meeting heard another way? Bristol policy, Methods, During the Project, 8.

    Who was away: as written down, or as she said herself, whatever others wrote down of her.
    """
    here = {(one.person, one.meeting) for one in words if _was_there(one)}
    away = {(row.person_id, row.meeting.ref) for row in written if row.came in (NO, VIEWS)}
    away |= {(one.person, one.meeting) for one in words if _was_away(one)}
    away -= here
    heard = {(one.person, one.meeting) for one in words if _says_what_she_thinks(one)} & away
    known = {person for person, _meeting in here | heard}
    oldest = min((one.said_at for one in words), default=None)
    status, code = rules.absent_heard(away=len(away), heard=len(heard), known=len(known), counted=counted)
    return Fact(status, code, {}, oldest and oldest + rules.LATELY)


def _was_there(one: OwnWord) -> bool:
    return one.kind == AFTER and one.said.get("all") not in (None, rules.NOT_THERE)


def _was_away(one: OwnWord) -> bool:
    if one.kind == AFTER:
        return one.said.get("all") in (None, rules.NOT_THERE)
    return one.said.get("coming") in (NO, VIEWS)


def _says_what_she_thinks(one: OwnWord) -> bool:
    return bool(one.said.get(rules.KNOW) or one.said.get(rules.WORDS) or one.said.get("think"))


@tells_when(HELD, FOUR_HELD)
def when_meetings_were_held(project: Project, now: datetime) -> dict[str, datetime | None]:
    """When the first, and the fourth, meeting of everybody was over to which at least five people came."""
    rows = Attendance.objects.filter(meeting__project=project, meeting__group=None, meeting__off_at=None)
    ended = rows.filter(came__in=THERE, meeting__ends_at__lte=now).values_list("meeting_id", "meeting__ends_at")
    came: dict[tuple[int, datetime], int] = {}
    for key in ended:
        came[key] = came.get(key, 0) + 1
    held = sorted(ends_at for (_meeting, ends_at), how_many in came.items() if how_many >= rules.AT_LEAST)
    return {HELD: held[0] if held else None, FOUR_HELD: held[FOUR - 1] if len(held) >= FOUR else None}
