"""Everybody says which times suit her; whoever plans sees whom each time would leave out, and plans from it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from sidebyside.kit.clock import now
from sidebyside.kit.verdict import Refused
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask, Message
from sidebyside.people.sheets import sheet_of, take
from sidebyside.projects.models import Group
from sidebyside.sessions import pages_when, when_rules, whens
from sidebyside.sessions.models import WhenPoll
from tests.access.world import says as needs
from tests.access.world import shares
from tests.cast import moment

OFFICE = (moment("2024-04-16 14:00"), moment("2024-04-16 16:00"))
EVENING = (moment("2024-04-17 18:30"), moment("2024-04-17 20:30"))
FORM = {
    "title": "What we heard",
    "closes_on-day": "2",
    "closes_on-month": "4",
    "closes_on-year": "2024",
    "starts_1": "2pm",
    "ends_1": "4pm",
    "starts_2": "6.30pm",
    "ends_2": "8.30pm",
}
FORM |= {
    f"on_{row}-{part}": value
    for row, day in ((1, "16"), (2, "17"))
    for part, value in (("day", day), ("month", "4"), ("year", "2024"))
}


def ask(cast, by=None, **more) -> WhenPoll:
    words = {"project": cast.project, "title": "What we heard", "times": [EVENING, OFFICE]}
    when = {"closes_at": moment("2024-04-02 23:59"), "by": Acting(by or cast.grace), "now": now()}
    return whens.ask_when(**words | when | more)


def says(poll, person, *words, when=None) -> None:
    asked = Ask.objects.select_related("person").get(question=whens.question_of(poll), person=person)
    refs = list(poll.options.order_by("starts_at").values_list("ref", flat=True))
    take(asked, dict(zip(refs, words, strict=True)), by=Acting(person), now=when or now())


def page(client, poll) -> str:
    return client.get(reverse("when-poll", args=["our-project", poll.ref])).content.decode()


def test_times_are_offered_on_a_page_and_everybody_is_asked(cast, as_):
    grace = as_(cast.grace)
    for _ in range(2):
        grace.post(reverse("ask-when", args=["our-project"]), FORM)

    poll = WhenPoll.objects.get()
    assert list(poll.options.order_by("starts_at").values_list("starts_at", "ends_at")) == [OFFICE, EVENING]
    assert Ask.objects.filter(kind="meetings.when").count() == 5
    assert Message.objects.filter(code="ask_when_title").count() == 5
    assert as_(cast.femi).get(reverse("ask-when", args=["our-project"])).status_code == 403
    assert "What we heard" in as_(cast.femi).get(reverse("when", args=["our-project"])).content.decode()


def test_a_time_that_is_half_there_is_said_in_words_and_nothing_is_lost(cast, as_):
    typed = FORM | {"on_3-day": "18", "on_3-month": "4", "on_3-year": "2024", "ends_2": ""}
    shown = as_(cast.grace).post(reverse("ask-when", args=["our-project"]), typed).content.decode()

    assert "Write the day and both times, or leave all three out." in shown
    assert "Write a time, like 2pm or 14:30." in shown
    assert 'value="6.30pm"' in shown
    assert WhenPoll.objects.count() == 0


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"times": [OFFICE]}, "when_needs_times"),
        ({"times": [OFFICE, OFFICE]}, "when_needs_times"),
        ({"times": [OFFICE, (EVENING[1], EVENING[0])]}, "meeting_ends_before_it_starts"),
        ({"closes_at": moment("2024-04-16 14:00")}, "when_closes_before_it_could_be"),
        ({"closes_at": moment("2024-03-12 10:00")}, "when_closes_before_it_could_be"),
        ({"title": " "}, "meeting_needs_a_name"),
    ],
)
def test_what_cannot_be_asked(cast, more, code):
    with pytest.raises(Refused, match=code):
        ask(cast, **more)


def test_the_sheet_has_a_question_for_each_time(cast):
    poll = ask(cast)
    sheet = sheet_of(Ask.objects.get(person=cast.femi, question=whens.question_of(poll)))

    assert [q.text for q in sheet.questions] == [
        "Tuesday 16 April 2024, 2pm to 4pm",
        "Wednesday 17 April 2024, 6:30pm to 8:30pm",
    ]


def test_it_shows_whom_a_time_leaves_out_lived_expertise_first_and_who_needs_something(cast, as_):
    needs(cast.walter, "travel", now(), chosen=["taxi"], seen_by=["facilitator"])
    shares(cast, cast.walter, ("facilitator", cast.grace), now=now())
    poll = ask(cast)
    for person, words in ((cast.edwin, ("no", "no")), (cast.walter, ("no", "yes")), (cast.femi, ("yes", "if_need_be"))):
        says(poll, person, *words)

    office, evening = pages_when.poll(poll, cast.grace, now=now())["times"]
    assert [one["name"] for one in office["left_out"]] == ["Walter Pell", "Edwin Marsh"]
    assert (office["count"], office["office"], office["sharing"]) == ({"yes": 1, "if_need_be": 0, "no": 2}, True, 1)
    assert (evening["office"], evening["sharing"]) == (False, 0)
    assert pages_when.poll(poll, cast.femi, now=now())["times"][0]["sharing"] == 0
    assert "1 of them lets you read what she needs" in page(as_(cast.grace), poll)
    assert "This is in office hours" in page(as_(cast.femi), poll)


def test_somebody_answers_on_the_page_and_changes_it_until_it_closes(cast, as_):
    poll = ask(cast)
    address, femi = reverse("when-answer", args=["our-project", poll.ref]), as_(cast.femi)
    first, second = poll.options.order_by("starts_at").values_list("ref", flat=True)
    femi.post(address, {first: "yes"})
    assert whens.answers(poll) == {}
    femi.post(address, {first: "yes", second: "no"})
    femi.post(address, {first: "no", second: "no"})
    assert whens.answers(poll) == {cast.femi.pk: {first: "no", second: "no"}}

    whens.close_whens(now=moment("2024-04-03 00:01"))
    poll.refresh_from_db()
    assert poll.closed_at
    with pytest.raises(Refused, match="ask_has_closed"):
        says(poll, cast.amara, "yes", "yes", when=moment("2024-04-03 09:00"))


def test_whoever_plans_stops_asking_and_a_letter_written_before_still_counts(cast, as_):
    poll = ask(cast)
    address = reverse("close-when", args=["our-project", poll.ref])
    assert as_(cast.femi).post(address).status_code == 403
    as_(cast.grace).post(address)
    asked = Ask.objects.select_related("person").get(question=whens.question_of(poll), person=cast.walter)
    said = dict.fromkeys(poll.options.values_list("ref", flat=True), "yes")
    days = {"now": now() + timedelta(days=2), "said_at": now() - timedelta(hours=1)}

    take(asked, said, by=Acting(cast.walter, door="post", keyed_by=cast.delia), **days)
    assert cast.walter.pk in whens.answers(poll)
    assert "It is closed." in page(as_(cast.femi), poll)


def test_planning_starts_from_a_time_and_its_address_holds_no_words(cast):
    poll = ask(cast)
    option = poll.options.get(starts_at=EVENING[0])
    address = pages_when.to_plan(poll, option.ref)

    assert "heard" not in address
    first = pages_when.first_words(cast.project, cast.grace, {"poll": poll.ref, "time": option.ref})
    assert first["on"] == EVENING[0].date()
    assert (first["title"], first["starts"], first["ends"], first["poll"]) == (
        "What we heard",
        "18:30",
        "20:30",
        poll.ref,
    )
    assert pages_when.first_words(cast.project, cast.grace, {"poll": poll.ref, "time": "x"}) == {}


def test_a_groups_own_question_is_found_and_asked_of_nobody_else(cast, as_):
    group = Group.objects.get(project=cast.project, kind="lived_expertise")
    poll = ask(cast, by=cast.amara, group=group)

    assert set(Ask.objects.filter(kind="meetings.own_when").values_list("person__name", flat=True)) == {
        "Amara Venn",
        "Walter Pell",
    }
    assert "What we heard" in page(as_(cast.amara), poll)
    for person in (cast.grace, cast.femi, cast.edwin, cast.nadia):
        client = as_(person)
        assert client.get(reverse("when-poll", args=["our-project", poll.ref])).status_code == 404
        assert "What we heard" not in client.get(reverse("when", args=["our-project"])).content.decode()
        assert client.get(reverse("ask-own-when", args=["our-project"])).status_code == 404


def test_office_hours_go_by_the_clock_on_the_wall():
    assert when_rules.in_office_hours(moment("2024-07-01 09:00"), moment("2024-07-01 17:00"))
    assert not when_rules.in_office_hours(moment("2024-07-01 08:59"), moment("2024-07-01 10:00"))
    assert not when_rules.in_office_hours(moment("2024-06-29 10:00"), moment("2024-06-29 12:00"))


def test_the_page_costs_the_same_however_many_answer(cast, as_, django_assert_max_num_queries):
    poll = ask(cast)
    for person in (cast.femi, cast.amara, cast.walter, cast.edwin):
        says(poll, person, "no", "yes")
    grace = as_(cast.grace)

    with django_assert_max_num_queries(25):
        page(grace, poll)
