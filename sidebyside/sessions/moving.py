"""Moving a meeting: what was planned before stays to be seen, answers stay, and everybody hears of it in time."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from sidebyside.doors.models_post import Letter
from sidebyside.kit import history
from sidebyside.kit.verdict import Refused, no, refuse_unless
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.sessions import coming, planning_rules, rules
from sidebyside.sessions.models import WAYS, Meeting, Move
from sidebyside.sessions.plans import hold_to_change, told, whom
from sidebyside.sessions.room import show_the_room


@transaction.atomic
def move(
    *, meeting: Meeting, starts_at: datetime, ends_at: datetime, place: str, why: str, by: Acting, now: datetime
) -> None:
    """The meeting is at another time or place. The same again changes nothing. Raises Refused.

    When and where it would have been is kept. Who said that she comes has still said so: she is told, and can change it.
    """
    hold_to_change(meeting, now)
    was = Meeting.objects.get(pk=meeting.pk)
    to = {"starts_at": starts_at, "ends_at": ends_at, "place": place.strip()}
    if to == {name: getattr(was, name) for name in to}:
        return
    if was.began_at:
        raise Refused(no("meeting_has_begun"))
    refuse_unless(rules.can_plan(title=was.title, starts_at=starts_at, ends_at=ends_at, now=now, running=True))
    refuse_unless(planning_rules.can_meet_there(way=was.way, place=place, ways=WAYS))
    Move.objects.create(
        meeting=was,
        starts_at=was.starts_at,
        ends_at=was.ends_at,
        place=was.place,
        why=why.strip(),
        moved_by=by.person,
        moved_at=now,
    )
    Meeting.objects.filter(pk=was.pk).update(**to)
    meeting.refresh_from_db(fields=list(to))
    coming.follow_the_meeting(meeting, now=now)
    history.note(meeting.room, by, "meeting-moved", meeting.ref, now=now)
    show_the_room(meeting)
    _tell_of_it(meeting, by, now)


def _tell_of_it(meeting: Meeting, by: Acting, now: datetime) -> None:
    """By each person's own door; but whoever had a letter is rung, since a second letter may come too late."""
    had = who_had_a_letter(meeting)
    for person in whom(meeting, on_a_break=True):
        if person.pk != by.person.pk:
            door = "phone" if person.pk in had and person.phone else ""
            tell(person, *told(meeting, "told_meeting_moved"), now=now, door=door)


def who_had_a_letter(meeting: Meeting) -> set[int]:
    """Who has something on paper about this meeting: printed, and not come back."""
    about = Q(message__values__meeting=meeting.ref) | Q(message__ask__values__meeting=meeting.ref)
    rows = Letter.objects.filter(about, printed_at__isnull=False, returned_at=None)
    return set(rows.values_list("message__person_id", flat=True))
