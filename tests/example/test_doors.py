"""The worked example shows every door: who answers by it, what waits there, and that it lifts no label by itself."""

import pytest

from sidebyside import example
from sidebyside.doors.models import Call, GivenBack, Letter, TextIn, TextTalk
from sidebyside.people.models import Answer, Message, Person
from sidebyside.people.waiting import what_waits
from sidebyside.projects.models import Membership
from sidebyside.sessions.models import Meeting

NAMES = {"text": "Piotr Lane", "post": "Stella Marchbank", "phone": "Winnie Ashdown"}


@pytest.mark.parametrize("door", NAMES)
def test_each_answers_by_the_door_that_they_chose_and_nobody_who_runs_the_project_typed_it_in(made, door):
    person = Person.objects.get(name=NAMES[door])
    rows = Answer.objects.filter(ask__person=person, ask__kind__in=["standing.round", "agreements.proposal"])
    by = set(rows.values_list("entered_by__name", flat=True))

    assert (person.door, person.reach["says"]) == (door, {door: "everything"})
    assert set(rows.values_list("door", flat=True)) == {door}
    assert rows.count() >= 10
    assert by == ({person.name} if door == "text" else {"Delia Crane"})
    assert not Membership.objects.filter(person__name="Delia Crane").exists()


def test_letters_calls_and_texts_wait_in_a_fresh_hub(made):
    waits = {one["href"]: one["count"] for one in what_waits(now=example.EXAMPLE_NOW)}
    letters = Letter.objects.wanted(now=example.EXAMPLE_NOW).to_print()

    assert set(letters.values_list("message__person__name", flat=True)) == {NAMES["post"]}
    assert letters.filter(form__isnull=False).count() == 3
    assert Call.objects.filter(done_at=None, message__person__name=NAMES["phone"]).count() >= 2
    assert (waits["/desk/post/"], waits["/desk/texts/"], waits["/desk/hellos/"]) == (letters.count(), 1, 1)
    assert not Message.objects.exclude(trouble="").exists()


def test_one_question_waits_by_text_and_one_was_answered_there(made):
    talks = {talk.letter: talk for talk in TextTalk.objects.select_related("ask")}
    waits, answered = talks["C"], talks["D"]

    assert (waits.ask.kind, waits.ended_at, waits.ask.answers.count()) == ("standing.round", None, 0)
    assert (answered.ask.kind, answered.ask.answers.get().said["said"]) == ("agreements.proposal", "stand_aside")
    assert TextIn.objects.get(person__name=NAMES["text"]).outcome == "text_taken"
    assert GivenBack.objects.get().person.name == NAMES["text"]
    assert len(list((made.folder / "texts").glob("*.txt"))) >= 2


def test_a_meeting_is_planned_and_the_first_things_are_booked_from_what_people_need(made):
    bookings = Meeting.objects.get(starts_at__gt=example.EXAMPLE_NOW, group=None).bookings.prefetch_related("people")

    assert [row.state for row in bookings.order_by("id")] == ["booked", "to_do", "to_do"]
    assert all(row.people.exists() for row in bookings)
