"""A link in an email answers one ask, once, in her name; looking at it uses nothing up, and it shows nothing else."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse

from sidebyside.doors.answer_links import ask_for_new, find
from sidebyside.doors.jobs import send_email_replies
from sidebyside.doors.models import AnswerLink
from sidebyside.people.acting import Acting
from sidebyside.people.asks import answer
from sidebyside.people.models import Answer
from tests.doors.by_email import asked_by_email, link_in, said, wants_email

YES = {"said": "yes", "why": "It is fair."}


@pytest.fixture
def now(cast, at):
    return at("2024-03-12 10:00")


@pytest.fixture
def femi(cast):
    return wants_email(cast.femi)


def new_links(now) -> list[str]:
    mail.outbox.clear()
    send_email_replies(now=now)
    return [link_in(email) for email in mail.outbox]


def test_opening_it_uses_nothing_up_and_pressing_the_button_answers(cast, femi, now, client):
    ask, email = asked_by_email(cast, femi, now)
    link = link_in(email)

    for _ in range(3):
        assert "One person, one voice." in client.get(link).content.decode()
    assert client.head(link).status_code == 200
    assert (said(ask), AnswerLink.objects.get(ask=ask).used_at) == (None, None)
    thanks = client.post(link, YES, follow=True).content.decode()

    kept = Answer.objects.get(ask=ask)
    assert (said(ask), kept.door, kept.entered_by) == (YES, "email", femi)
    assert "Thank you. We wrote it down on 12 March 2024, 10am." in thanks


def test_it_shows_nothing_about_her_but_this_question(cast, femi, now, client):
    ask, email = asked_by_email(cast, femi, now)
    answer(ask=ask, said={"said": "no", "why": "Zebra."}, by=Acting(femi), now=now)

    page = client.get(link_in(email))

    words = page.content.decode()
    assert [word for word in ("Femi", "femi@", "Zebra", ask.ref, "checked", "Amara") if word in words] == []
    assert (page["Cache-Control"], page["X-Robots-Tag"]) == ("no-store", "noindex")
    assert page["Referrer-Policy"] == "same-origin"
    assert 'name="robots" content="noindex"' in words


def test_pressing_twice_is_pressing_once_and_another_answer_needs_a_new_link(cast, femi, now, client):
    ask, email = asked_by_email(cast, femi, now)
    link = link_in(email)
    client.post(link, YES)

    again = client.post(link, YES, follow=True)
    other = client.post(link, {"said": "no", "why": "I thought again."})

    assert "Thank you" in again.content.decode()
    assert other.status_code == 200
    assert [word in other.content.decode() for word in ("I thought again.", "This was not sent")] == [True, True]
    assert (Answer.objects.filter(ask=ask).count(), said(ask)) == (1, YES)


def test_what_is_missing_is_said_and_uses_nothing_up(cast, femi, now, client):
    ask, email = asked_by_email(cast, femi, now)

    page = client.post(link_in(email), {"why": "Because."}).content.decode()

    assert ("Choose one of the answers." in page, "Because." in page) == (True, True)
    assert AnswerLink.objects.get(ask=ask).used_at is None


def test_a_link_of_a_closed_question_keeps_what_was_typed_on_the_page(cast, femi, now, client, at):
    _ask, email = asked_by_email(cast, femi, now)
    at("2024-03-26 10:00")

    page = client.post(link_in(email), YES)

    assert page.status_code == 410
    assert [
        words in page.content.decode() for words in ("This question has closed.", "It is fair.", "This was not sent")
    ] == [True] * 3


def test_a_link_lasts_thirty_days_and_ends_when_her_email_may_say_less(cast, femi, now, client, at):
    ask, email = asked_by_email(cast, femi, now)
    wants_email(femi, "waiting")
    less = client.get(link_in(email))
    wants_email(femi)
    ask.closes_at = None
    ask.save()
    at("2024-04-11 11:00")
    old = client.get(link_in(email))

    assert (less.status_code, old.status_code) == (410, 410)
    assert "One person, one voice." not in less.content.decode()
    assert "This link is too old." in old.content.decode()


def test_a_wrong_link_says_what_to_do_and_offers_no_email(cast, now, client):
    page = client.post(reverse("answer-link", args=["not-a-link"]), YES)

    words = page.content.decode()
    assert (page.status_code, "Sign in" in words, "Email me a new link" in words) == (410, True, False)


def test_a_new_link_goes_to_her_address_only_and_works_for_changing_an_answer(cast, femi, now, client, at):
    ask, email = asked_by_email(cast, femi, now)
    client.post(link_in(email), YES)

    page = client.post(f"{link_in(email)}new/", follow=True)
    later = at("2024-03-12 11:00")
    [new] = new_links(later)

    assert "Look in your email" in page.content.decode()
    assert mail.outbox[0].to == [femi.email]
    assert new != link_in(email)
    assert new.split("/")[3] not in page.content.decode()
    client.post(new, {"said": "no", "why": ""})
    assert said(ask) == {"said": "no", "why": ""}
    assert new_links(later) == []


def test_asking_again_and_again_sends_few_emails(cast, femi, now):
    _ask, email = asked_by_email(cast, femi, now)
    link = find(link_in(email).split("/")[3])

    for minute in range(0, 180, 5):
        ask_for_new(link=link, now=now + timedelta(minutes=minute))

    assert AnswerLink.objects.filter(message=None).count() == 5


def test_no_new_link_goes_out_for_what_her_email_may_not_say(cast, femi, now, client):
    _ask, email = asked_by_email(cast, femi, now)
    wants_email(femi, "waiting")

    client.post(f"{link_in(email)}new/")

    assert new_links(now) == []


def test_only_a_digest_of_the_link_is_kept(cast, femi, now):
    ask, email = asked_by_email(cast, femi, now)
    token, link = link_in(email).split("/")[3], AnswerLink.objects.get(ask=ask)

    kept = [str(getattr(link, field.attname)) for field in AnswerLink._meta.fields]
    assert len(token) == 40
    assert not any(token in value for value in kept)


def test_the_page_is_in_the_format_her_email_was_in(cast, now, client):
    wants_email(cast.amara)
    _ask, _email = asked_by_email(cast, wants_email(cast.femi), now)
    easy = next(email for email in mail.outbox if email.to == [cast.amara.email])

    assert "easy-read" in client.get(link_in(easy)).content.decode().split("</head>")[0]
