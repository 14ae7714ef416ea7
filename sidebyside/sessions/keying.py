"""Typing in what belongs to the room of a meeting on paper: who came, cards counted, the car park, words and notes.

Never how it was for somebody: the sheets to close a meeting are private, and the hub's desk types them in by their codes.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models import F

from sidebyside.agreements import terms
from sidebyside.kit.clock import LONDON
from sidebyside.kit.verdict import Refused, Verdict, refuse_unless
from sidebyside.people.acting import Acting
from sidebyside.people.models import Person
from sidebyside.sessions import coming, coming_rules, live_rules, note_rules, noting, parking
from sidebyside.sessions import keying_rules as rules
from sidebyside.sessions.living import held
from sidebyside.sessions.models import Check, Counted, Heard, Meeting
from sidebyside.sessions.room import sent_before, show_the_room

Asked = tuple[str, int]  # a check: its kind, and the half of the meeting


@dataclass(frozen=True)
class Typed:
    """What was typed. came: letters. counts: of cards, by answer. heard: how often each kind of knowledge. Lines as typed."""

    came: Mapping[Person, str]
    counts: Mapping[Asked, Mapping[str, int]]
    heard: Mapping[str, int]
    parked: Sequence[str] = ()
    words: Sequence[str] = ()
    notes: Sequence[str] = ()


@dataclass(frozen=True)
class Left:
    """Something that could not be kept: where it was typed, what was typed, and why not."""

    where: str
    typed: str
    why: Verdict


@dataclass(frozen=True)
class Keying:
    """One sending: of which meeting, by whom, when, and its name, so that the same line sent twice is kept once."""

    meeting: Meeting
    by: Acting
    now: datetime
    once: str

    def name(self, what: str) -> str:
        return sha256(f"{self.once}:{what}".encode()).hexdigest()[:40] if self.once else ""

    @property
    def day(self):
        return self.meeting.starts_at.astimezone(LONDON).date()


def can_key_in(meeting: Meeting, now: datetime) -> Verdict:
    """From the start of a meeting on. What its notes say is fixed once they are agreed; the rest is not."""
    off = meeting.off_at is not None
    return coming_rules.can_write_who_came(off=off, agreed=False, starts_at=meeting.starts_at, now=now)


@transaction.atomic
def key_in(*, meeting: Meeting, typed: Typed, by: Acting, now: datetime, once: str = "") -> list[Left]:
    """Keep all that can be read, and give what cannot. The same again is kept once. Raises Refused, and keeps nothing."""
    meeting = held(meeting)
    refuse_unless(can_key_in(meeting, now))
    one = Keying(meeting, by, now, once)
    left = _who_came(one, typed.came)
    for asked, said in typed.counts.items():
        _count(one, asked, said)
    _heard(one, typed.heard)
    left += _each("parked", typed.parked, lambda line, name: _park(one, line, name), one)
    left += _each("words", typed.words, lambda line, name: _point_at(one, line, name), one)
    left += _each("notes", typed.notes, lambda line, name: _note(one, line, name), one)
    show_the_room(meeting)
    return left


def _each(where: str, lines: Iterable[str], keep: Callable[[str, str], object], one: Keying) -> list[Left]:
    """Keep each line for itself: one that cannot be read holds up no other."""
    left = []
    for place, line in enumerate(lines):
        try:
            with transaction.atomic():
                keep(line, one.name(f"{where}:{place}:{line}"))
        except Refused as refused:
            left.append(Left(where, line, refused.verdict))
    return left


def _who_came(one: Keying, letters: Mapping[Person, str]) -> list[Left]:
    came, left = {}, []
    for person, letter in letters.items():
        try:
            came[person] = rules.came_by(letter)
        except Refused as refused:
            left.append(Left(f"came-{person.ref}", letter, refused.verdict))
    try:
        coming.write_who_came(meeting=one.meeting, came=came, by=one.by, now=one.now)
    except Refused as refused:
        left.append(Left("", "", refused.verdict))
    return left


def checks_on_paper(meeting: Meeting):
    """Checks that were asked with cards alone: they open and close in one moment. Those of the live room are left alone."""
    return meeting.checks.filter(opened_at=F("closed_at"))


def _count(one: Keying, asked: Asked, said: Mapping[str, int]) -> None:
    """The cards of one check, as the paper says: a number that is corrected takes the place of the one before."""
    kind, half = asked
    check = checks_on_paper(one.meeting).filter(kind=kind, half=half).first()
    before = {row.said: row.how_many for row in check.counted.all()} if check else {}
    new = {answer: number for answer, number in said.items() if number and answer in live_rules.SAID[kind]}
    if new == before:
        return
    at = min(one.now, one.meeting.ends_at)
    check = check or Check.objects.create(meeting=one.meeting, kind=kind, half=half, opened_at=at, closed_at=at)
    check.counted.all().delete()
    made = {"check_of": check, "way": "card", "counted_by": one.by.person, "counted_at": one.now}
    Counted.objects.bulk_create(Counted(said=answer, how_many=number, **made) for answer, number in new.items())


def _heard(one: Keying, heard: Mapping[str, int]) -> None:
    """How often each kind of knowledge was heard is added to what is there, and shown to nobody who types it in."""
    at = one.meeting.began_at or one.meeting.starts_at
    for kind, number in heard.items():
        if number and not sent_before(one.meeting, one.name(f"heard:{kind}:{number}")):
            Heard.objects.bulk_create(Heard(meeting=one.meeting, kind=kind, at=at) for _ in range(number))


def _park(one: Keying, typed: str, name: str) -> None:
    """Somebody without a day answers in four weeks, as the car park has it."""
    line = rules.line_of(typed)
    owner = _called(one, line.owner) if line.owner else None
    until = (
        rules.day_of(line.day, since=one.day)
        if line.day
        else one.now.astimezone(LONDON).date() + note_rules.ANSWERED_WITHIN
    )
    item = parking.park(meeting=one.meeting, words=line.words, now=one.now, once=name)
    if owner and item.owner is None:
        parking.take_on(item=item, owner=owner, answer_by=until, by=one.by, now=one.now)


def _point_at(one: Keying, word: str, name: str) -> None:
    refuse_unless(live_rules.can_say_words(word, 60))
    if not sent_before(one.meeting, name):
        where = one.meeting
        terms.point_at(project=where.project, term=word.strip(), seen_in=where.title, group=where.group, now=one.now)


def _note(one: Keying, typed: str, name: str) -> None:
    kind, words = rules.kind_and_words(typed)
    more: dict[str, Any] = {}
    if kind == "action":
        line = rules.line_of(words)
        words = line.words
        more["owner"] = _called(one, line.owner) if line.owner else None
        more["due_on"] = rules.day_of(line.day, since=one.day) if line.day else None
    noting.write_line(meeting=one.meeting, kind=kind, words=words, by=one.by, now=one.now, once=name, **more)


def _called(one: Keying, typed: str) -> Person:
    return rules.called(typed, {person: person.name for person in parking.people_of(one.meeting)})
