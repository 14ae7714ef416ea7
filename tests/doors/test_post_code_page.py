"""The code on a paper form opens an open question and nothing else: no private one, no name."""

import pytest
from django.urls import reverse

from sidebyside.doors.models_post import Letter, PaperForm, PaperTry
from sidebyside.kit.clock import now
from sidebyside.people.asks import address_of
from sidebyside.people.models import Answer, Message
from sidebyside.projects.facts import places
from sidebyside.projects.models import Membership
from tests.doors.by_post import by_post, code_on, invitation_for, letter_for, round_for

FORM, CODE = reverse("paper-answer-form"), reverse("paper-answer")


def said(page) -> str:
    return " ".join(page.content.decode().split())


@pytest.fixture
def open_letter(cast):
    return letter_for(invitation_for(cast))


def test_the_square_on_the_paper_leads_to_the_form_and_the_answer_is_hers(client, open_letter):
    reply = client.get(reverse("paper-answer-code", args=[code_on(open_letter)]))
    page = said(client.get(FORM))
    sent = client.post(FORM, {"said": "yes"})

    assert reply["Location"] == FORM
    assert "Our project: would you like to join?" in page
    assert "Ines" not in page
    answer = Answer.objects.get(ask=open_letter.message.ask)
    assert (answer.door, answer.entered_by, answer.entered_by.name) == ("post", answer.ask.person, "Ines Vale")
    assert Membership.objects.get(person=answer.ask.person).joined_at == now()
    assert "Your answer is written down." in said(client.get(sent["Location"]))
    assert Message.objects.filter(person=answer.ask.person, code="answered_with_paper_code").exists()


def test_looking_any_number_of_times_uses_nothing_up(client, open_letter):
    for _ in range(3):
        client.get(reverse("paper-answer-code", args=[code_on(open_letter)]))
        client.get(FORM)

    assert PaperForm.objects.get().used_at is None


def test_a_form_that_was_used_says_what_to_do(client, open_letter):
    PaperForm.objects.update(used_at=now())
    client.post(CODE, {"code": code_on(open_letter)})

    assert "This form was used already" in said(client.get(FORM))
    assert client.post(FORM, {"said": "yes"}).status_code == 200
    assert not Answer.objects.exists()


def test_an_answer_that_is_missing_is_said_and_nothing_is_used(client, open_letter):
    client.post(CODE, {"code": code_on(open_letter)})

    assert "Choose one of the answers." in said(client.post(FORM, {"said": ""}))
    assert PaperForm.objects.get().used_at is None


def test_a_code_alone_never_opens_what_is_private(cast, client):
    letter = letter_for(round_for(cast, by_post(cast.walter)))
    client.post(CODE, {"code": code_on(letter)})

    for page in (client.get(FORM), client.post(FORM, {"values": "no"})):
        assert "Please sign in to answer this here" in said(page)
        assert [word for word in ("Walter", "Our project", "Values") if word in said(page)] == []
    assert not Answer.objects.exists()


def test_she_herself_is_led_to_the_question_once_she_is_signed_in(cast, as_):
    letter = letter_for(round_for(cast, by_post(cast.amara)))
    amara = as_(cast.amara)
    amara.post(CODE, {"code": code_on(letter)})

    assert amara.get(FORM)["Location"] == address_of(letter.message.ask)


def test_somebody_else_who_is_signed_in_answers_nothing_with_it(cast, as_, open_letter):
    grace = as_(cast.grace)
    grace.post(CODE, {"code": code_on(open_letter)})

    assert "This form is for somebody else" in said(grace.post(FORM, {"said": "yes"}))
    assert not Answer.objects.exists()


def test_a_wrong_code_is_answered_in_a_sentence_and_records_do_not_pile_up(client, at, monkeypatch):
    monkeypatch.setattr("sidebyside.doors.post_keying.PUBLIC_TRIES_KEPT", 2)
    pages = []

    for minute in (0, 0, 1, 2, 3):
        at(f"2024-03-12 10:0{minute}")
        pages.append(said(client.get(reverse("paper-answer-code", args=["zzz"]))))

    assert all("That is not a code of ours." in page for page in pages)
    assert PaperTry.objects.filter(by=None).count() == 2


def test_without_a_code_there_is_no_form(client, db):
    assert client.get(FORM)["Location"] == CODE


@pytest.mark.parametrize(("printer", "counted"), [("grace", False), ("delia", True)])
def test_a_yes_by_a_code_that_somebody_here_by_their_job_printed_is_not_counted(
    client, cast, open_letter, printer, counted
):
    Letter.objects.update(printed_at=now(), printed_by=getattr(cast, printer))
    client.post(CODE, {"code": code_on(open_letter)})
    client.post(FORM, {"said": "yes"})

    made = Membership.objects.get(person=open_letter.message.person)
    place = next(place for place in places(cast.project) if place.membership == made)
    assert (bool(made.joined_at), place.counted) == (True, counted)
