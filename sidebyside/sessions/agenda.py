"""The agenda of a meeting: anybody here puts something on it, and nothing of a member's is lost from it."""

from datetime import datetime

from django.db import transaction

from sidebyside.kit import history
from sidebyside.kit.verdict import Refused, no, refuse_unless
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.sessions import planning_rules as rules
from sidebyside.sessions.models import AgendaItem, Meeting
from sidebyside.sessions.models_plan import ITEM_KINDS
from sidebyside.sessions.parking import park
from sidebyside.sessions.plans import hold_to_change, told
from sidebyside.sessions.room import show_the_room


def standing(meeting: Meeting) -> list[AgendaItem]:
    """What is on the agenda, in order. One query."""
    return list(meeting.agenda.filter(taken_off_at=None).select_related("added_by").order_by("order", "id"))


@transaction.atomic
def add_to_agenda(
    *,
    meeting: Meeting,
    title: str,
    words: str,
    minutes: int,
    kind: str = "content",
    by: Acting,
    now: datetime,
    from_group: bool = False,
) -> AgendaItem:
    """Put something on the agenda, before the time kept at the end. The same again is the same one. Raises Refused.

    from_group: the Lived Expertise Group brings it: then nobody's name stands with it.
    """
    hold_to_change(meeting, now)
    rows, title, words = standing(meeting), title.strip()[:200], words.strip()
    refuse_unless(rules.can_add(title=title, minutes=minutes, kind=kind, kinds=ITEM_KINDS, there=len(rows)))
    whose = None if from_group else by.person
    same = (title, words, whose, from_group)
    there = next((row for row in rows if (row.title, row.words, row.added_by, row.from_group) == same), None)
    if there:
        return there
    item = AgendaItem(meeting=meeting, kind=kind, title=title, words=words, minutes=minutes, order=0)
    item.added_by, item.from_group = whose, from_group
    done = sum(row.started_at is not None for row in rows)
    rows.insert(max(rules.place_for([row.kind for row in rows], kind), done), item)
    _number(rows)
    history.note(meeting.room, None if from_group else by, "agenda-added", item.ref, now=now)
    show_the_room(meeting)
    return item


def _number(rows: list[AgendaItem]) -> None:
    """Write down this order. What is new is made."""
    for order, row in enumerate(rows):
        if row.pk is None or row.order != order:
            row.order = order
            row.save()


@transaction.atomic
def put(*, item: AgendaItem, to: int, by: Acting, now: datetime) -> None:
    """To this place, counted from 0; never before what has begun. Twice to the same place is once. Raises Refused."""
    hold_to_change(item.meeting, now)
    rows = standing(item.meeting)
    row = next((one for one in rows if one.pk == item.pk), None)
    if row is None:
        raise Refused(no("agenda_item_is_off"))
    done = sum(one.started_at is not None for one in rows)
    if row.started_at or not done <= to < len(rows) or rows.index(row) == to:
        return
    rows.remove(row)
    rows.insert(to, row)
    _number(rows)
    history.note(item.meeting.room, by, "agenda-changed", item.ref, now=now)
    show_the_room(item.meeting)


@transaction.atomic
def change_item(*, item: AgendaItem, title: str, words: str, minutes: int, by: Acting, now: datetime) -> None:
    """Its minutes; and its words, where they are the group's or one's own. Twice is once. Raises Refused."""
    hold_to_change(item.meeting, now)
    row = AgendaItem.objects.select_related("meeting__project").get(pk=item.pk)
    if row.taken_off_at:
        raise Refused(no("agenda_item_is_off"))
    refuse_unless(rules.can_add(title=title, minutes=minutes, kind=row.kind, kinds=ITEM_KINDS, there=0))
    theirs = row.from_group or (row.added_by_id not in (None, by.person.pk))
    if theirs and (title.strip(), words.strip()) != (row.title, row.words):
        raise Refused(no("agenda_words_are_hers"))
    if (title.strip(), words.strip(), minutes) == (row.title, row.words, row.minutes):
        return
    row.title, row.words, row.minutes = title.strip(), words.strip(), minutes
    row.save(update_fields=["title", "words", "minutes"])
    history.note(row.meeting.room, by, "agenda-changed", row.ref, now=now)
    show_the_room(row.meeting)


@transaction.atomic
def take_off(*, item: AgendaItem, why: str, by: Acting, now: datetime) -> None:
    """It is not talked about at this meeting, for a reason that everybody reads. Twice is once. Raises Refused.

    What a member or the Lived Expertise Group brought goes to the car park, and she is told.
    """
    hold_to_change(item.meeting, now)
    row = AgendaItem.objects.select_related("meeting__project", "meeting__group", "added_by").get(pk=item.pk)
    if row.taken_off_at:
        return
    if not why.strip():
        raise Refused(no("say_why_it_is_off"))
    if row.started_at:
        raise Refused(no("agenda_item_has_begun"))
    AgendaItem.objects.filter(pk=row.pk).update(taken_off_at=now, taken_off_why=why.strip())
    history.note(row.meeting.room, by, "agenda-taken-off", row.ref, now=now)
    if row.from_group or row.added_by:
        _keep_for_later(row, by, now)
    show_the_room(row.meeting)


def _keep_for_later(row: AgendaItem, by: Acting, now: datetime) -> None:
    words = "\n".join(filter(None, [row.title, row.words]))
    park(meeting=row.meeting, words=words, whose=row.added_by, now=now)
    if row.added_by and row.added_by_id != by.person.pk:
        tell(row.added_by, *told(row.meeting, "told_agenda_off"), now=now)
