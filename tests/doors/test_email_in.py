"""A reply by email is recorded in her name, or answered with one plain sentence, and nothing is lost."""

from datetime import timedelta

import pytest
from django.core import mail

from sidebyside.doors.email_in import received_email
from sidebyside.doors.models import EmailIn
from sidebyside.kit import history
from sidebyside.people.messages import tell
from sidebyside.people.models import Answer, Message
from tests.doors.by_email import MAILBOX, asked_by_email, received_header, reply, said, wants_email, written_back


@pytest.fixture(autouse=True)
def mailbox(settings):
    settings.REPLY_TO = MAILBOX


@pytest.fixture
def now(cast, at):
    return at("2024-03-12 10:00")


@pytest.fixture
def femi(cast):
    return wants_email(cast.femi)


def test_a_reply_is_her_answer_and_she_is_told_what_was_written_down(cast, femi, now):
    ask, email = asked_by_email(cast, femi, now)

    received_email(reply(email, "Yes, because it is fair.\n\nBest wishes\nFemi"), now=now)

    answer = Answer.objects.get(ask=ask)
    assert said(ask) == {"said": "yes", "why": "because it is fair."}
    assert (answer.door, answer.entered_by) == ("email", femi)
    [back] = written_back(now)
    assert (back.to, back.subject) == (["femi@example.org"], "Re: Our project: do you agree?")
    assert "- Do you agree? Yes\n- Why? because it is fair." in back.body
    assert back.extra_headers["Auto-Submitted"] == "auto-replied"
    assert written_back(now) == []


def test_a_round_may_be_answered_in_parts(cast, femi, now):
    ask, email = asked_by_email(cast, femi, now, about="round")

    received_email(reply(email, "1 yes\n2 no"), now=now)
    received_email(reply(email, "2 partly"), now=now + timedelta(hours=1))

    assert list(said(ask).values()) == ["yes", "partly"]


def test_the_same_email_brought_twice_is_taken_once(cast, femi, now):
    ask, email = asked_by_email(cast, femi, now)
    raw = reply(email, "no")

    first, second = received_email(raw, now=now), received_email(raw, now=now + timedelta(minutes=5))

    assert first == second
    assert Answer.objects.filter(ask=ask).count() == 1
    assert len(written_back(now)) == 1


def test_an_unclear_reply_is_asked_once_more_and_then_read_by_a_person(cast, femi, now):
    ask, email = asked_by_email(cast, femi, now)

    first = received_email(reply(email, "It depends."), now=now)
    [back] = written_back(now)
    again = received_email(reply(back, "Well, you know me."), now=now)
    [last] = written_back(now)

    assert (said(ask), first.outcome, again.outcome) == (None, "email_is_not_clear", "email_is_not_clear_again")
    assert "1 Yes\n2 No\n3 I stand aside" in back.body
    assert "Somebody at the hub's desk will read it" in last.body
    assert again.words == "Well, you know me."
    received_email(reply(last, "2"), now=now)
    assert said(ask) == {"said": "no", "why": ""}
    assert not EmailIn.objects.filter(for_the_desk=True, dealt_with_at=None).exists()


def test_an_email_from_another_address_is_kept_for_the_desk_and_not_taken(cast, femi, now):
    ask, email = asked_by_email(cast, femi, now)

    row = received_email(reply(email, "yes", from_="Mallory <mallory@example.net>"), now=now)
    received_email(reply(email, "yes!", from_="Mallory <mallory@example.net>"), now=now)

    assert (said(ask), row.outcome, row.for_the_desk) == (None, "email_from_other_address", True)
    [back] = written_back(now)
    assert back.to == ["mallory@example.net"]
    assert [word for word in ("Femi", "femi@", "Our project", "agree?") if word in back.body] == []


@pytest.mark.parametrize("whose", ["femi@example.org", "stranger@example.net"])
def test_an_email_that_names_no_message_of_ours_is_not_guessed_at(cast, femi, now, whose):
    ask, email = asked_by_email(cast, femi, now)
    forged = MAILBOX.replace("@", "+" + "a" * 32 + "@")

    row = received_email(reply(email, "yes", from_=whose, to_=forged, in_reply_to="<made@up>"), now=now)

    known = whose == "femi@example.org"
    assert (said(ask), row.for_the_desk) == (None, True)
    assert row.outcome == ("email_has_no_question" if known else "email_from_unknown")
    assert len(written_back(now)) == int(known)


def test_a_reply_to_our_usual_address_is_known_by_what_it_replies_to(cast, femi, now):
    ask, email = asked_by_email(cast, femi, now)

    received_email(reply(email, "3", to_="hub@localhost"), now=now)

    assert said(ask)["said"] == "stand_aside"


def test_what_is_not_answered_by_email_is_not_taken_and_she_is_told_how(cast, femi, now):
    ask, email = asked_by_email(cast, wants_email(femi, "waiting"), now)

    row = received_email(reply(email, "yes"), now=now)

    assert (said(ask), row.outcome, row.words) == (None, "email_may_not_answer", "")
    assert "Sign in to answer it" in written_back(now)[0].body


def test_a_reply_to_news_is_read_by_a_person(cast, femi, now):
    tell(femi, "card_used", now=now)
    _ask, _email = asked_by_email(cast, femi, now)
    news = next(other for other in mail.outbox if "card" in other.body)

    row = received_email(reply(news, "It was not me!"), now=now)

    assert (row.outcome, row.words, row.person) == ("email_has_no_question", "It was not me!", femi)


def test_stop_is_honoured_at_once_and_told_once(cast, femi, now):
    _ask, email = asked_by_email(cast, femi, now)

    row = received_email(reply(email, "STOP"), now=now)

    femi.refresh_from_db()
    assert (femi.reach["says"]["email"], row.for_the_desk) == ("nothing", True)
    assert "We send you no more emails" in written_back(now)[0].body
    assert history.read(history.HUB, newest=1)[0]["verb"] == "emails-stop"
    received_email(reply(email, "stop!"), now=now)
    assert [entry["verb"] for entry in history.read(history.HUB)].count("emails-stop") == 1


def test_a_closed_question_is_refused_with_its_reason(cast, femi, now, at):
    ask, email = asked_by_email(cast, femi, now)
    later = at("2024-03-27 10:00")

    row = received_email(reply(email, "yes"), now=later)

    assert (said(ask), row.outcome) == (None, "email_was_refused")
    assert "This question has closed." in written_back(later)[0].body


def test_an_email_read_late_was_said_when_it_reached_the_server(cast, femi, now, at):
    ask, email = asked_by_email(cast, femi, now)
    arrived, later = at("2024-03-26 09:00"), at("2024-03-27 10:00")

    received_email(b"Received: " + received_header(arrived).encode() + b"\n" + reply(email, "yes"), now=later)

    assert Answer.objects.get(ask=ask).said_at == arrived
    in_future = reply(email, "no", received=received_header(later + timedelta(days=9)))
    assert received_email(in_future, now=later).outcome == "email_was_refused"


def test_an_answer_that_the_worker_never_saw_is_still_there_when_its_reply_fails(cast, femi, now, monkeypatch):
    def away(self, **_):
        raise ConnectionRefusedError

    ask, email = asked_by_email(cast, femi, now)
    received_email(reply(email, "yes"), now=now)
    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.EmailMultiAlternatives.send", away)
        assert written_back(now) == []

    assert said(ask)["said"] == "yes"
    assert len(written_back(now + timedelta(minutes=10))) == 1
    assert Message.objects.filter(ask=ask).count() == 1
