"""A meeting that moves: what was planned stays to be seen, answers stay, and those with a letter are rung."""

import pytest
from django.urls import reverse

from sidebyside.doors.models_calls import Call
from sidebyside.doors.models_post import Letter
from sidebyside.doors.sending import send_due
from sidebyside.kit.clock import now
from sidebyside.kit.verdict import Refused
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask, Message, Person
from sidebyside.people.sheets import sheet_of, take
from sidebyside.projects.models import Group, GroupMember
from sidebyside.sessions import coming, moving, planning
from sidebyside.sessions.models import Meeting
from tests.cast import moment

AT = {"starts_at": moment("2024-04-16 18:00"), "ends_at": moment("2024-04-16 20:00")}
TO = {"starts_at": moment("2024-04-23 18:00"), "ends_at": moment("2024-04-23 20:00"), "place": "The school"}


def planned(cast, group=None) -> Meeting:
    where = {"title": "What we heard", "place": "The mill hall", "way": "in-person", "join_how": ""}
    by = cast.grace if group is None else cast.amara
    return planning.plan_from(project=cast.project, group=group, template="", **where, **AT, by=Acting(by), now=now())


def move(cast, meeting, **more) -> None:
    moving.move(**{"meeting": meeting, "why": "The hall is full.", "by": Acting(cast.grace), "now": now()} | TO | more)


def by_post(person: Person, phone: str) -> None:
    address = ["1 Mill Lane", "Bristol"]
    says = {"says": {"post": "everything", "phone": "everything"}}
    Person.objects.filter(pk=person.pk).update(door="post", post_address=address, phone=phone, reach=says)


def test_what_was_planned_stays_to_be_seen_and_everybody_is_told(cast, as_):
    meeting = planned(cast)
    as_(cast.grace).post(
        reverse("move-meeting", args=["our-project", meeting.ref]),
        {"on-day": "23", "on-month": "4", "on-year": "2024", "starts": "6pm", "ends": "8pm", "place": "The school"}
        | {"why": "The hall is full."},
    )

    meeting.refresh_from_db()
    assert (meeting.starts_at, meeting.place) == (TO["starts_at"], "The school")
    shown = as_(cast.femi).get(reverse("meeting", args=["our-project", meeting.ref])).content.decode()
    assert "It would have been on 16 April 2024, 6pm" in shown
    assert "The mill hall" in shown
    assert "The hall is full." in shown
    assert Message.objects.filter(code="told_meeting_moved").count() == 4


def test_moved_twice_to_the_same_time_is_moved_once(cast):
    meeting = planned(cast)
    for _ in range(2):
        move(cast, meeting)

    assert meeting.moves.count() == 1
    assert Message.objects.filter(code="told_meeting_moved", person=cast.femi).count() == 1


def test_whoever_has_a_letter_about_it_is_rung_and_everybody_else_told_as_always(cast):
    by_post(cast.walter, "0117 496 0123")
    meeting = planned(cast)
    send_due(now=now())
    Letter.objects.update(printed_at=now(), printed_by=cast.delia)
    assert Letter.objects.get().message.person == cast.walter

    move(cast, meeting)
    send_due(now=now())

    call = Call.objects.get()
    assert (call.message.person, call.message.code) == (cast.walter, "told_meeting_moved")
    assert Letter.objects.count() == 1
    assert Message.objects.get(person=cast.femi, code="told_meeting_moved").door != "phone"


def test_whoever_has_a_letter_with_the_question_who_comes_is_rung_too(cast):
    by_post(cast.walter, "0117 496 0123")
    meeting = planned(cast)
    Message.objects.update(sent_at=now())
    coming.ask_before(meeting=meeting, by=Acting(cast.grace), now=now())
    send_due(now=now())
    Letter.objects.update(printed_at=now(), printed_by=cast.delia)

    move(cast, meeting)

    assert Message.objects.get(person=cast.walter, code="told_meeting_moved").door == "phone"


def test_a_letter_that_is_not_printed_yet_says_the_new_time_itself(cast):
    by_post(cast.walter, "0117 496 0123")
    meeting = planned(cast)
    send_due(now=now())

    move(cast, meeting)

    assert Message.objects.get(person=cast.walter, code="told_meeting_moved").door == ""


def test_whoever_has_a_letter_and_no_phone_has_another_letter(cast):
    by_post(cast.walter, "")
    meeting = planned(cast)
    send_due(now=now())
    Letter.objects.update(printed_at=now(), printed_by=cast.delia)

    move(cast, meeting)
    send_due(now=now())

    assert Letter.objects.count() == 2


def test_who_said_that_she_comes_has_still_said_so_and_the_sheet_says_the_new_time(cast):
    meeting = planned(cast)
    coming.ask_before(meeting=meeting, by=Acting(cast.grace), now=now())
    ask = Ask.objects.get(person=cast.femi, kind=coming.BEFORE.name)
    take(ask, {"coming": "in-person"}, by=Acting(cast.femi), now=now())

    move(cast, meeting)

    ask.refresh_from_db()
    assert ask.closes_at == TO["starts_at"]
    assert coming.answers(meeting)[cast.femi.pk]["coming"] == "in-person"
    assert any("23 April 2024" in line for line in sheet_of(ask).about)


def test_a_meeting_that_has_begun_is_over_or_would_be_past_is_not_moved(cast, at):
    meeting = planned(cast)
    with pytest.raises(Refused, match="meeting_is_past"):
        move(cast, meeting, starts_at=moment("2024-03-01 18:00"), ends_at=moment("2024-03-01 20:00"))
    with pytest.raises(Refused, match="meeting_needs_a_place"):
        move(cast, meeting, place="")
    Meeting.objects.update(began_at=now())
    with pytest.raises(Refused, match="meeting_has_begun"):
        move(cast, meeting)


def test_of_a_groups_own_meeting_only_its_people_are_told_and_nothing_is_said_of_it(cast):
    group = Group.objects.filter(project=cast.project, kind="lived_expertise").first()
    group = group or Group.objects.create(project=cast.project, kind="lived_expertise", name="Ours", made_at=now())
    for person in (cast.amara, cast.walter):
        GroupMember.objects.get_or_create(group=group, person=person, until=None, defaults={"since": now()})
    meeting = planned(cast, group)

    move(cast, meeting, by=Acting(cast.amara))

    told = Message.objects.filter(code="told_own_meeting")
    assert {message.person for message in told} == {cast.walter}
    assert {tuple(message.values) for message in told} == {("meeting",)}
    assert not Message.objects.filter(code__in=["told_meeting_moved", "told_meeting_planned"]).exists()
