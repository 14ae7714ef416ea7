"""How meetings feel: one word from five people on, once nobody can answer any more, and never who said what."""

from datetime import timedelta

import pytest
from django.urls import reverse

from sidebyside.agreements.models import Proposal
from sidebyside.kit.clock import now
from sidebyside.kit.verdict import Refused
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask, Helping, Message
from sidebyside.people.sheets import sheet_of, take
from sidebyside.projects.models import Membership
from sidebyside.sessions import afterwards, coming, feelings
from sidebyside.sessions.models import LeaveAlone, Meeting
from tests.sessions.after import met
from tests.standing.world import members


def asked(meeting: Meeting, person) -> Ask:
    afterwards.ask_after_meetings(now=now())
    return Ask.objects.select_related("person").get(person=person, question=afterwards.question_of(meeting))


def says(meeting: Meeting, person, by=None, **said) -> None:
    take(asked(meeting, person), {"all": "yes"} | said, by=by or Acting(person), now=now())


def came(cast, meeting: Meeting, **how) -> None:
    """`came(cast, meeting, amara="no")`"""
    who = {getattr(cast, name): way for name, way in how.items()}
    coming.write_who_came(meeting=meeting, came=who, by=Acting(cast.grace), now=now())


def names(ask: Ask) -> list[str]:
    return [question.name for question in sheet_of(ask).questions]


def page(client) -> str:
    return client.get(reverse("feelings", args=["our-project"])).content.decode()


@pytest.fixture
def meeting(cast) -> Meeting:
    return met(cast)


def test_the_one_sheet_asks_how_it_was_and_only_the_first_question_is_needed(cast, meeting):
    ask = asked(meeting, cast.femi)
    assert names(ask) == ["all", "felt", "pace", "place", "good", "words"]
    assert [question.name for question in sheet_of(ask).questions if question.needed] == ["all"]


def test_it_asks_about_values_once_the_group_has_agreed_some(cast, meeting):
    more = {"opened_at": now(), "closes_at": now(), "closed_at": now(), "outcome": "agreed", "proposed_by": cast.amara}
    Proposal.objects.create(project=cast.project, kind="values", words="Fair", method="majority", **more)
    assert "values" in names(asked(meeting, cast.femi))


def test_one_word_shows_when_nobody_can_answer_any_more_and_not_before(cast, as_, at, meeting):
    for person in members(cast, 5):
        says(meeting, person, felt="good", pace="too_fast")
    assert "Then you see it here" in page(as_(cast.amara))
    assert "Too fast" not in page(as_(cast.amara))

    at("2024-04-03 10:00")

    shown = page(as_(cast.amara))
    assert "Good" in shown
    assert "Too fast" in shown


def test_four_people_are_not_enough_and_nor_are_fewer_than_half_of_those_who_came(cast, as_, at, meeting):
    people = members(cast, 10)
    coming.write_who_came(
        meeting=meeting, came=dict.fromkeys([*people, cast.amara], "in-person"), by=Acting(cast.grace), now=now()
    )
    for person in people[:5]:
        says(meeting, person, felt="good")
    at("2024-04-03 10:00")
    assert feelings.latest(cast.project, now=now())[0].words["felt"] == "not_enough"
    assert "Not enough people said" in page(as_(cast.amara))


def test_what_somebody_here_by_her_job_said_or_typed_in_makes_no_word(cast, at, meeting):
    people = members(cast, 5)
    for person in people[:4]:
        says(meeting, person, felt="good")
    says(meeting, cast.grace, felt="good")
    says(meeting, people[4], by=Acting(people[4], card_made_by=cast.grace), felt="good")
    at("2024-04-03 10:00")
    assert feelings.latest(cast.project, now=now())[0].words["felt"] == "not_enough"


def test_own_words_are_read_without_names_by_whoever_runs_it_from_five_answers_on(cast, as_, at, meeting):
    people = members(cast, 5)
    for person in people[:4]:
        says(meeting, person, words=f"Zz from {person.pk}")
    at("2024-04-03 10:00")
    assert "Zz from" not in page(as_(cast.grace))

    at("2024-03-12 10:00")
    says(meeting, people[4], felt="good")
    at("2024-04-03 10:00")

    assert page(as_(cast.grace)).count("Zz from") == 4
    assert "Zz from" not in page(as_(cast.amara))
    assert "Lark" not in page(as_(cast.grace))


def test_when_it_does_people_no_good_twice_the_page_says_to_talk_about_stopping(cast, as_, at):
    people = members(cast, 5)
    for days_ago in (40, 1):
        meeting = met(cast, days_ago=days_ago)
        for person in people:
            says(meeting, person, good="no")
    assert "Talk about stopping or changing" not in page(as_(cast.amara))
    at("2024-04-03 10:00")
    assert "Talk about stopping or changing" in page(as_(cast.amara))
    meetings = as_(cast.grace).get(reverse("meetings", args=["our-project"])).content.decode()
    assert "Talk about stopping or changing" in meetings
    assert as_(cast.amara).get(reverse("propose", args=["our-project", "pause_work"])).status_code == 200


def test_who_missed_it_is_asked_what_we_should_know_and_it_stands_with_the_notes(cast, as_, meeting):
    came(cast, meeting, femi="no")
    ask = asked(meeting, cast.femi)
    assert names(ask) == ["know", "call", "again"]

    take(ask, {"know": "The bus stop is too far.", "call": "yes"}, by=Acting(cast.femi), now=now())

    notes = reverse("notes", args=["our-project", meeting.ref])
    assert "The bus stop is too far." in as_(cast.amara).get(notes).content.decode()
    assert "Femi Oakes" in as_(cast.grace).get(notes).content.decode()
    assert "Femi Oakes" not in as_(cast.amara).get(notes).content.decode()
    assert Message.objects.filter(person=cast.grace, code="told_call_wished").count() == 1


def test_she_can_say_once_for_all_that_she_is_not_to_be_asked(cast, meeting):
    came(cast, meeting, femi="no")
    take(asked(meeting, cast.femi), {"again": "no"}, by=Acting(cast.femi), now=now())
    assert LeaveAlone.objects.filter(person=cast.femi).exists()

    later = met(cast, days_ago=0, title="Later")
    came(cast, later, femi="no")
    afterwards.ask_after_meetings(now=now())
    assert not Ask.objects.filter(person=cast.femi, question=afterwards.question_of(later)).exists()


def test_a_wish_for_a_call_is_told_once_and_what_she_says_after_leaving_is_kept(cast, meeting):
    came(cast, meeting, femi="no")
    ask = asked(meeting, cast.femi)
    for know in ("One", "Two"):
        take(ask, {"know": know, "call": "yes"}, by=Acting(cast.femi), now=now())
    assert Message.objects.filter(code="told_call_wished").count() == 1
    Membership.objects.filter(person=cast.femi).update(left_at=now())
    take(ask, {"know": "Three", "again": "no"}, by=Acting(cast.femi), now=now())
    assert feelings.from_who_missed(meeting)["known"] == ["Three"]
    assert not LeaveAlone.objects.exists()


def test_a_helper_does_not_say_whether_she_is_left_alone(cast, meeting):
    came(cast, meeting, walter="no")
    Helping.objects.update(kinds=["meetings.afterwards"])
    ask = asked(meeting, cast.walter)
    with pytest.raises(Refused):
        take(ask, {"again": "no"}, by=Acting(cast.walter, helper=cast.nadia), now=now())
    assert not LeaveAlone.objects.exists()


def test_who_was_not_there_after_all_says_so_and_counts_for_nothing_else(cast, at, meeting):
    for person in members(cast, 5):
        says(meeting, person, all="not_there", words="I was ill.")
    at("2024-04-03 10:00")
    assert feelings.latest(cast.project, now=now())[0].words["felt"] == "not_enough"


def test_an_answer_that_is_not_on_the_sheet_is_refused(cast, meeting):
    for said in ({"felt": "great"}, {"know": "x"}, {}):
        with pytest.raises(Refused):
            afterwards.answer_afterwards(ask=asked(meeting, cast.femi), said=said, by=Acting(cast.femi), now=now())


def test_the_page_costs_the_same_however_many_meetings_there_were(cast, as_, django_assert_max_num_queries):
    for days_ago in range(1, 20):
        met(cast, days_ago=days_ago, asked_after_at=now() - timedelta(days=days_ago))
    amara = as_(cast.amara)
    with django_assert_max_num_queries(25):
        assert "Then you see it here" in page(amara)
