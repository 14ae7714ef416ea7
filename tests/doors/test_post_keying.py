"""What came back on paper is typed in by code, in her name, by whoever may read it; and she is told."""

from datetime import date

import pytest
from django.urls import reverse

from sidebyside.doors.models_post import PaperForm, PaperTry
from sidebyside.kit.clock import now
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.models import Answer, Message
from sidebyside.projects.models import Membership
from sidebyside.standing.actions import close_due_rounds
from tests.doors.by_post import by_post, code_on, filled_in, invitation_for, letter_for, round_for, vote_for

TODAY = date(2024, 3, 12)
ALL_TEN = {"paper_ticks": "1234 1000 21", "paper_day-day": "12", "paper_day-month": "3", "paper_day-year": "2024"}


@pytest.fixture
def desk(cast, as_):
    return as_(cast.delia)


def said(page) -> str:
    return " ".join(page.content.decode().split())


def open_form(client, letter, at="desk-keying", **slug) -> str:
    """Type in the code; gives the address of the form."""
    reply = client.post(reverse(at, kwargs=slug), {"code": code_on(letter)})
    assert reply.status_code == 302, said(reply)
    return reply["Location"]


def test_ten_ticks_are_typed_in_one_line_and_the_next_form_is_there_at_once(cast, desk):
    letter = letter_for(round_for(cast, by_post(cast.walter)))
    form = open_form(desk, letter)

    reply = desk.post(form, ALL_TEN)

    answer = Answer.objects.get(ask=letter.message.ask)
    assert list(answer.said.values()) == ["yes", "partly", "no", "do_not_know", "yes", "partly", "yes"]
    assert (answer.door, answer.entered_by, answer.ask.person) == ("post", cast.delia, cast.walter)
    assert reply["Location"] == f"{reverse('desk-keying')}?done=paper_keyed"
    assert "It is written down, and they are told." in said(desk.get(reply["Location"]))
    assert Message.objects.filter(person=cast.walter, code="answered_in_your_name").count() == 1
    keystrokes = len(code_on(letter)) + 1 + len("1234100021") + 1  # the code, Enter, the ticks, Enter: the day is there
    assert keystrokes < 25


def test_the_code_of_the_next_form_leads_straight_to_it(cast, desk):
    first, other = letter_for(round_for(cast, by_post(cast.walter))), letter_for(vote_for(cast, by_post(cast.amara)))

    reply = desk.post(open_form(desk, first), ALL_TEN | {"paper_next": code_on(other)})

    assert reply["Location"] == f"{reverse('desk-key-form', args=[other.form.ref])}?done=paper_keyed"
    assert "It is written down, and they are told." in said(desk.get(reply["Location"]))


def test_a_next_code_that_is_not_right_loses_nothing_of_the_form_before_it(cast, desk):
    letter = letter_for(round_for(cast, by_post(cast.walter)))

    page = said(desk.post(open_form(desk, letter), ALL_TEN | {"paper_next": "k7mq2xpd5"}))

    assert Answer.objects.get(ask=letter.message.ask).entered_by == cast.delia
    assert "It is written down, and they are told." in page
    assert 'value="k7mq2xpd5"' in page
    assert f'action="{reverse("desk-keying")}"' in page


@pytest.mark.parametrize(
    ("ticks", "words"),
    [
        ("123", "You wrote 3 numbers, and there are 10 questions."),
        ("12341000 27", "“7” is not a box of the question"),
        ("12341000 2x", "“x” is not a box of the question"),
    ],
)
def test_a_line_of_ticks_that_cannot_be_is_refused_and_kept(cast, desk, ticks, words):
    letter = letter_for(round_for(cast, by_post(cast.walter)))

    page = said(desk.post(open_form(desk, letter), ALL_TEN | {"paper_ticks": ticks}))

    assert words in page
    assert f'value="{ticks}"' in page
    assert not Answer.objects.exists()


def test_what_is_chosen_below_must_not_contradict_the_line(cast, desk):
    letter = letter_for(round_for(cast, by_post(cast.walter)))

    page = said(desk.post(open_form(desk, letter), ALL_TEN | {"values": "no"}))

    assert "The line says something else than what you chose" in page


def test_the_day_on_the_paper_decides_which_answer_counts(cast, desk, at):
    ask = vote_for(cast, by_post(cast.amara))
    letter = letter_for(ask)
    at("2024-03-20 09:00")
    asks.answer(ask=ask, said={"said": "no", "why": ""}, by=Acting(cast.amara), now=now())
    at("2024-03-22 09:00")

    desk.post(open_form(desk, letter), filled_in(ask, date(2024, 3, 18), value="yes"))
    assert asks.counting(ask).said["said"] == "no"
    desk.post(open_form(desk, letter), filled_in(ask, date(2024, 3, 21), value="yes"))

    assert asks.counting(ask).said["said"] == "yes"
    assert ask.answers.count() == 3


def test_the_same_form_twice_is_one_answer(cast, desk):
    ask = vote_for(cast, by_post(cast.walter))
    letter = letter_for(ask)

    for _ in range(2):
        desk.post(open_form(desk, letter), filled_in(ask, TODAY))

    assert ask.answers.count() == 1
    assert "This form was typed in before" in said(desk.get(open_form(desk, letter)))


def test_what_was_said_in_time_is_kept_after_the_end_and_rewrites_nothing(cast, desk, at):
    ask = round_for(cast, by_post(cast.walter))
    letter = letter_for(ask)
    close_due_rounds(now=at("2024-04-02 12:00"))
    published = cast.project.rounds.get().published
    form = open_form(desk, letter)
    assert "This question has closed" in said(desk.get(form))

    reply = desk.post(form, filled_in(ask, date(2024, 3, 28), value="no"))

    assert asks.counting(ask).door == "post"
    assert cast.project.rounds.get().published == published
    assert "what was published stays as it was" in said(desk.get(reply["Location"]))


def test_what_was_said_too_late_is_noted_and_she_is_told(cast, desk, at):
    ask = round_for(cast, by_post(cast.walter))
    letter = letter_for(ask)
    at("2024-04-05 12:00")
    form = open_form(desk, letter)
    assert "This question has closed." in said(desk.post(form, filled_in(ask, date(2024, 4, 3))))

    for _ in range(2):
        desk.post(reverse("desk-paper-late", args=[form.split("/")[-2]]))

    assert not ask.answers.exists()
    assert PaperForm.objects.get().late_at == now()
    assert Message.objects.filter(person=cast.walter, code="paper_came_too_late").count() == 1
    assert "It came too late to count." in said(desk.get(reverse("post-room")))


@pytest.mark.parametrize(
    ("day", "words"), [(11, "That day is before the form was made."), (13, "That day is not here yet.")]
)
def test_a_day_that_cannot_be_is_refused(cast, desk, day, words):
    ask = vote_for(cast, by_post(cast.walter))

    page = said(desk.post(open_form(desk, letter_for(ask)), filled_in(ask, date(2024, 3, day))))

    assert words in page
    assert not Answer.objects.exists()


def test_a_code_that_is_not_right_gets_a_sentence_and_a_record(cast, desk):
    code = code_on(letter_for(round_for(cast, by_post(cast.walter))))
    mistyped = code[:-1] + ("2" if code[-1] != "2" else "3")

    first = said(desk.post(reverse("desk-keying"), {"code": mistyped}))
    forged = said(desk.post(reverse("desk-keying"), {"code": "2222 2222 2"}))

    assert "That is not a code of ours. Check each letter." in first
    assert f'value="{mistyped}"' in first
    assert "We know no form with that code." in forged
    assert [t.why for t in PaperTry.objects.filter(by=cast.delia).order_by("id")] == [
        "paper_code_mistyped",
        "paper_code_unknown",
    ]
    assert "Codes that did not work" in forged


def test_the_form_costs_few_queries(cast, desk, django_assert_max_num_queries):
    form = open_form(desk, letter_for(round_for(cast, by_post(cast.walter))))

    with django_assert_max_num_queries(20):
        desk.get(form)
    with django_assert_max_num_queries(20):
        desk.get(reverse("desk-keying"))


def test_capitals_and_gaps_do_not_matter(cast, desk):
    code = code_on(letter_for(round_for(cast, by_post(cast.walter))))

    reply = desk.post(reverse("desk-keying"), {"code": f" {code[:3].upper()}-{code[3:6]} {code[6:]} "})

    assert reply.status_code == 302


def test_whoever_runs_the_project_types_in_open_forms_only(cast, as_, desk):
    grace, here = as_(cast.grace), {"slug": cast.project.slug}
    by_post(cast.walter)
    private, open_ = letter_for(vote_for(cast, cast.walter)), letter_for(invitation_for(cast))
    refused = said(grace.post(reverse("keying", kwargs=here), {"code": code_on(private)}))
    opened_at_desk = open_form(desk, private)
    ref = opened_at_desk.split("/")[-2]

    form = open_form(grace, open_, "keying", **here)
    grace.post(form, filled_in(open_.message.ask, TODAY))

    assert "Only the hub's desk may type in this answer" in refused.replace("&#39;", "'")
    assert PaperTry.objects.get(by=cast.grace).why == "only_the_desk_keys_this"
    assert grace.get(reverse("key-form", kwargs=here | {"ref": ref})).status_code == 403
    assert grace.get(opened_at_desk).status_code == 403
    assert Membership.objects.get(person=open_.message.person).joined_at == now()


def test_a_form_of_another_project_is_for_the_desk(cast, as_):
    letter = letter_for(invitation_for(cast))
    PaperForm.objects.get().ask.__class__.objects.filter(pk=letter.message.ask.pk).update(room="project:another")

    page = said(as_(cast.grace).post(reverse("keying", args=[cast.project.slug]), {"code": code_on(letter)}))

    assert "Give this form to the desk of the hub, closed." in page


def test_somebody_at_the_desk_who_runs_the_project_types_in_no_private_form(cast, as_):
    cast.grace.hub_roles.create(role="desk", since=now())
    letter = letter_for(vote_for(cast, by_post(cast.walter)))

    page = said(as_(cast.grace).post(reverse("desk-keying"), {"code": code_on(letter)}))

    assert "nobody who runs the project" in page


@pytest.mark.parametrize("name", ["amara", "walter", "edwin", "femi"])
def test_nobody_else_types_in_forms(cast, as_, name):
    person = as_(cast.people()[name])

    assert person.get(reverse("desk-keying")).status_code == 403
    assert person.get(reverse("keying", args=[cast.project.slug])).status_code == 403


def test_the_form_at_the_desk_shows_nothing_that_was_said_and_no_name(cast, desk):
    ask = vote_for(cast, by_post(cast.walter))
    letter = letter_for(ask)
    asks.answer(ask=ask, said={"said": "no", "why": "Secret words."}, by=Acting(cast.walter), now=now())

    page = said(desk.get(open_form(desk, letter)))

    assert "Secret words" not in page
    assert "checked" not in page
    assert "Walter" not in page
