"""Words planted in what a group does together: once for everybody, once for the Lived Expertise Group, who alone read it."""

from datetime import timedelta

from sidebyside.agreements.models import Biography, Power, Proposal, Remark, SideMeeting, Term
from sidebyside.projects.models import Group
from sidebyside.sessions.models import (
    AgendaItem,
    Attendance,
    CalendarFeed,
    CarParkItem,
    Check,
    Counted,
    Hand,
    Heard,
    LeaveAlone,
    Meeting,
    MeetingRole,
    Move,
    NoteLine,
    NoteWording,
    Paper,
    Seat,
    SeatAnswer,
    SeatTaken,
    Sent,
    Signal,
    WhenOption,
    WhenPoll,
    WouldLike,
)
from tests.cast import Cast, moment

NOON = moment("2024-03-12 12:00")
NOW = moment("2024-03-12 10:00")
CODES = {
    "meetings.AgendaItem": {"ref", "kind"},
    "meetings.WouldLike": {"role"},
    "meetings.MeetingRole": {"role"},
    "meetings.Paper": {"ref"},
    "meetings.WhenPoll": {"ref"},
    "meetings.WhenOption": {"ref"},
    "meetings.Attendance": {"came"},
    "meetings.Check": {"ref", "kind"},
    "meetings.SeatAnswer": {"said"},
    "meetings.Counted": {"said", "way"},
    "meetings.Hand": {"ref"},
    "meetings.Heard": {"kind"},
    "meetings.Signal": {"kind"},
    "meetings.NoteLine": {"ref", "kind"},
    "meetings.NoteWording": {"ref"},
    "meetings.CarParkItem": {"ref", "state"},
    "agreements.Remark": {"ref", "about"},
    "agreements.Term": {"ref"},
    "agreements.Biography": {"seen_by", "hands"},
    "agreements.Power": {"ref"},
    "agreements.SideMeeting": {"ref"},
}


def plant_together(cast: Cast, w, own) -> None:
    """w(model, field, person) and own(model, field) give the word for a field, and keep that it was planted.

    own: the same, in what is the Lived Expertise Group's alone, written by Amara and Walter.
    """
    group = Group.objects.get(project=cast.project, kind="lived_expertise")
    plant_meeting(cast, Meeting.objects.get(project=cast.project), cast.grace, w)
    plant_meeting(cast, _meeting(cast, None, cast.grace, w, NOW - timedelta(minutes=30)), cast.grace, w)
    for starts in (NOON + timedelta(days=31), NOW - timedelta(minutes=30)):
        plant_meeting(cast, _meeting(cast, group, cast.walter, own, starts), cast.walter, own)
    for of, by, word in ((None, cast.grace, w), (group, cast.walter, own)):
        _plant_agreements(cast, of, by, word)
        _plant_poll(cast, of, by, word)
    _plant_of_people(cast, w)


def _meeting(cast: Cast, group: Group | None, by, w, starts) -> Meeting:
    """A meeting: one that began before now is going on."""
    return Meeting.objects.create(
        project=cast.project,
        group=group,
        **{name: w("meetings.Meeting", name) for name in ("title", "place", "join_how", "layout")},
        starts_at=starts,
        ends_at=starts + timedelta(hours=2),
        began_at=starts if starts < NOW else None,
        planned_by=by,
        planned_at=NOW - timedelta(days=20),
    )


def plant_meeting(cast: Cast, meeting: Meeting, by, w) -> None:
    """All that a meeting can hold. by: who wrote it."""
    item = AgendaItem.objects.create(
        meeting=meeting,
        order=0,
        title=w("meetings.AgendaItem", "title"),
        words=w("meetings.AgendaItem", "words"),
        minutes=20,
        added_by=by,
        started_at=meeting.began_at,
    )
    why, off = w("meetings.AgendaItem", "taken_off_why"), {"title": "Pay", "minutes": 9, "taken_off_at": NOW}
    AgendaItem.objects.create(meeting=meeting, order=1, added_by=cast.amara, taken_off_why=why, **off)
    Meeting.objects.filter(pk=meeting.pk).update(now_item=item if meeting.began_at else None)
    MeetingRole.objects.create(meeting=meeting, person=by, role="note_taker")
    Paper.objects.create(
        meeting=meeting,
        title=w("meetings.Paper", "title"),
        words=w("meetings.Paper", "words"),
        minutes=10,
        made_by=by,
        made_at=NOW - timedelta(days=9),
        given_out_at=NOW - timedelta(days=9),
    )
    Move.objects.create(
        meeting=meeting,
        starts_at=meeting.starts_at - timedelta(days=1),
        ends_at=meeting.ends_at - timedelta(days=1),
        place=w("meetings.Move", "place"),
        why=w("meetings.Move", "why"),
        moved_by=by,
        moved_at=NOW - timedelta(days=10),
    )
    _plant_notes(meeting, item, by, w)
    _plant_room(cast, meeting, item, by, w)


def _plant_notes(meeting: Meeting, item: AgendaItem, by, w) -> None:
    for order, kind in enumerate(("action", "quote")):
        line = NoteLine.objects.create(
            meeting=meeting,
            item=item,
            order=order,
            kind=kind,
            words=w("meetings.NoteLine", "words"),
            became=w("meetings.NoteLine", "became"),
            owner=by if kind == "action" else None,
            quoted=by if kind == "quote" else None,
            quote_ok=True if kind == "quote" else None,
            changed_by=by,
            changed_at=NOW,
        )
        for beside in (False, True):
            wording = w("meetings.NoteWording", "words")
            NoteWording.objects.create(line=line, version=1, words=wording, by=by, at=NOW, beside=beside)
    CarParkItem.objects.create(
        meeting=meeting,
        words=w("meetings.CarParkItem", "words"),
        owner=by,
        answer_by=NOW.date(),
        state="answered",
        answer=w("meetings.CarParkItem", "answer"),
        answered_by=by,
        answered_at=NOW,
        made_at=NOW,
    )
    CarParkItem.objects.create(meeting=meeting, words=w("meetings.CarParkItem", "words"), made_at=NOW)


def _plant_room(cast: Cast, meeting: Meeting, item: AgendaItem, by, w) -> None:
    digest = f"{w('meetings.Seat', 'code_digest')}{meeting.ref}"
    seat = Seat.objects.create(meeting=meeting, number=1, code_digest=digest, taken=True)
    SeatTaken.objects.create(meeting=meeting, person=by)
    check = Check.objects.create(meeting=meeting, kind="temperature", item=item, opened_at=NOW)
    SeatAnswer.objects.create(check_of=check, seat=seat, said="good")
    Counted.objects.create(check_of=check, said="good", how_many=2, way="card", counted_by=by, counted_at=NOW)
    Hand.objects.create(meeting=meeting, called=w("meetings.Hand", "called"), up_at=NOW)
    Heard.objects.create(meeting=meeting, kind="lived", at=NOW)
    Signal.objects.create(meeting=meeting, kind="slow_down", at=NOW)
    Sent.objects.create(meeting=meeting, once=w("meetings.Sent", "once"))
    Attendance.objects.create(meeting=meeting, person=cast.amara, came="in-person", written_by=by, written_at=NOW)


def _plant_poll(cast: Cast, group: Group | None, by, w) -> None:
    of = {"project": cast.project, "group": group, "made_by": by, "made_at": NOW, "closes_at": NOW + timedelta(days=9)}
    poll = WhenPoll.objects.create(title=w("meetings.WhenPoll", "title"), **of)
    starts = NOON + timedelta(days=40)
    WhenOption.objects.create(poll=poll, starts_at=starts, ends_at=starts + timedelta(hours=2))


def _plant_agreements(cast: Cast, group: Group | None, by, w) -> None:
    """Something agreed that stands, something asked now, remarks, and a word that somebody did not know."""
    closed = {"closed_at": NOW, "outcome": "agreed", "why": "nobody_said_no", "closes_at": NOW}
    for ends in (closed, {"closes_at": NOW + timedelta(days=14)}):
        proposal = Proposal.objects.create(
            project=cast.project,
            group=group,
            kind="ground_rule",
            subject="One at a time" if group is None else "",
            words=w("agreements.Proposal", "words"),
            parts={name: w("agreements.Proposal", "parts") for name in ("why", "notice", "do", "easy")},
            reasons=[w("agreements.Proposal", "reasons")] if "outcome" in ends else [],
            method="consent",
            proposed_by=by,
            opened_at=NOW - timedelta(days=1),
            counted=[cast.amara.ref],
            **ends,
        )
        of = {"project": cast.project, "group": group, "by": by, "at": NOW}
        Remark.objects.create(about=f"proposal:{proposal.ref}", words=w("agreements.Remark", "words"), **of)
    Term.objects.create(
        project=cast.project,
        group=group,
        **{name: w("agreements.Term", name) for name in ("term", "key", "seen_in")},
        flagged_on=NOW.date(),
        owner=by,
    )


def _plant_of_people(cast: Cast, w) -> None:
    """Amara's story, which she shows to those who join with lived expertise; who holds which power; a meeting on the side."""
    Biography.objects.create(
        project=cast.project,
        person=cast.amara,
        parts={"why": w("agreements.Biography", "parts", cast.amara)},
        seen_by="lived_expertise",
        changed_at=NOW,
    )
    Power.objects.create(
        project=cast.project,
        **{name: w("agreements.Power", name) for name in ("body", "holds", "means", "will_share")},
        written_by=cast.grace,
        written_at=NOW,
    )
    SideMeeting.objects.create(
        project=cast.project,
        on=NOW.date(),
        **{name: w("agreements.SideMeeting", name) for name in ("there", "about", "came_of_it")},
        written_by=cast.grace,
        written_at=NOW,
    )
    WouldLike.objects.create(project=cast.project, person=cast.amara, role="facilitator", since=NOW)
    LeaveAlone.objects.create(project=cast.project, person=cast.amara, since=NOW)
    digest = w("meetings.CalendarFeed", "token_digest")
    CalendarFeed.objects.create(person=cast.amara, token_digest=digest, made_at=NOW)
