"""The car park: what came up and is kept for later. It has an owner and a day, and nothing in it is ever lost."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from sidebyside.kit import history
from sidebyside.kit.clock import LONDON
from sidebyside.kit.verdict import Refused, no, refuse_unless
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.people.models import Person
from sidebyside.projects import own_group
from sidebyside.projects.actions import hold
from sidebyside.sessions import note_rules as rules
from sidebyside.sessions.models import AgendaItem, CarParkItem, Meeting
from sidebyside.sessions.plans import told
from sidebyside.sessions.room import sent_before, show_the_room

MINUTES = 10  # on the next agenda, until somebody plans it otherwise


@transaction.atomic
def park(
    *,
    meeting: Meeting,
    words: str,
    by: Acting | None = None,
    now: datetime,
    once: str = "",
    whose: Person | None = None,
) -> CarParkItem:
    """Keep something for later. by: whose it is, if she gives her name; None: nobody's. The same again is the same one.

    once: the name its browser gave it. whose: who brought it, when somebody else puts it here. Raises Refused.
    """
    project = hold(meeting.project)
    refuse_unless(rules.can_park(words=words, running=project.state == "running"))
    raised_by = by.person if by else whose
    there = meeting.car_park.filter(words=words.strip(), raised_by=raised_by)
    found = there.last() if sent_before(meeting, once) else there.filter(state="waiting").last()
    if found:
        return found
    item = CarParkItem.objects.create(meeting=meeting, words=words.strip(), raised_by=raised_by, made_at=now)
    history.note(meeting.room, by, "parked", item.ref, now=now)
    show_the_room(meeting)
    return item


@transaction.atomic
def take_on(*, item: CarParkItem, owner: Person, answer_by: date, by: Acting, now: datetime) -> None:
    """Somebody here finds the answer, by a day. She is told, when it was not herself. Raises Refused."""
    item, meeting = _held(item)
    is_here = owner in people_of(meeting)
    today = now.astimezone(LONDON).date()
    refuse_unless(rules.can_take_on(is_here=is_here, answer_by=answer_by, today=today))
    if item.state != "waiting":
        raise Refused(no("parked_is_answered"))
    if (item.owner_id, item.answer_by) == (owner.pk, answer_by):
        return
    new = item.owner_id != owner.pk
    item.owner, item.answer_by = owner, answer_by
    item.save(update_fields=["owner", "answer_by"])
    values = {"owner": owner.ref, "day": answer_by.isoformat()}
    history.note(meeting.room, by, "parked-taken-on", item.ref, now=now, values=values)
    if new and owner != by.person:
        tell(owner, *told(meeting, "told_parked_is_yours"), now=now)
    show_the_room(meeting)


@transaction.atomic
def answer_parked(*, item: CarParkItem, state: str, answer: str, by: Acting, now: datetime) -> None:
    """It is answered, on the next agenda, passed on, or closed with why. Whoever raised it is told. Raises Refused.

    A later answer takes the place of an earlier one, whose words stay in the history.
    """
    item, meeting = _held(item)
    coming = next_meeting(meeting, now=now)
    refuse_unless(rules.can_answer_parked(state=state, answer=answer, has_meeting=coming is not None))
    if (item.state, item.answer) == (state, answer.strip()):
        return
    if state == "next_agenda" and coming:
        _put_on_agenda(item, coming)
    item.state, item.answer, item.answered_by, item.answered_at = state, answer.strip(), by.person, now
    item.save(update_fields=["state", "answer", "answered_by", "answered_at"])
    history.note(meeting.room, by, "parked-answered", item.ref, now=now, words=answer.strip(), values={"state": state})
    if item.raised_by and item.raised_by != by.person and not item.raised_by.erased_at:
        tell(item.raised_by, *told(meeting, "told_parked_answered"), now=now)
    show_the_room(meeting)


def _held(item: CarParkItem) -> tuple[CarParkItem, Meeting]:
    """The item as it is now, once its project is held."""
    hold(item.meeting.project)
    item = CarParkItem.objects.select_related("meeting__project", "meeting__group", "raised_by").get(pk=item.pk)
    return item, item.meeting


def _put_on_agenda(item: CarParkItem, coming: Meeting) -> None:
    """Once: the same words by the same person are not put there a second time."""
    words = {"title": item.words[:200], "words": item.words if len(item.words) > 200 else ""}
    if coming.agenda.filter(added_by=item.raised_by, taken_off_at=None, **words).exists():
        return
    last = coming.agenda.aggregate(last=Max("order"))["last"] or 0
    more = {"minutes": MINUTES, "added_by": item.raised_by, "order": last + 1}
    AgendaItem.objects.create(meeting=coming, kind="content", **words, **more)
    show_the_room(coming)


def next_meeting(meeting: Meeting, *, now: datetime) -> Meeting | None:
    """The next one of the same people that has not begun."""
    rows = meeting.project.meetings.filter(group=meeting.group, off_at=None, starts_at__gt=now, began_at=None)
    return rows.order_by("starts_at", "id").first()


def people_of(meeting: Meeting) -> list[Person]:
    """Who is here now: in the project, or in the group whose own meeting it is."""
    if meeting.group:
        return list(own_group.people_in(meeting.group))
    places = meeting.project.memberships.joined().select_related("person").order_by("person__name", "id")
    return list(dict.fromkeys(place.person for place in places))
