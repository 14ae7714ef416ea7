"""What is told to a person: on her own page for everybody, and by email to those who have one, once."""

from datetime import timedelta

import pytest
from django.core import mail

from sidebyside.agreements.actions import VOTE
from sidebyside.agreements.models import Proposal
from sidebyside.doors.jobs import send_what_is_due
from sidebyside.doors.sending import SENDERS, trouble
from sidebyside.kit.clock import now
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.people.models import Ask, Message
from sidebyside.standing.actions import open_round

VALUES = {"slug": "our-project", "proposal": "abc", "project": "Our project"}


def test_a_message_goes_out_once_however_often_the_worker_comes(cast):
    tell(cast.amara, "card_used", now=now())

    for _ in range(2):
        send_what_is_due(now=now())

    assert [message.to for message in mail.outbox] == [["amara@example.org"]]
    assert "used your card" in mail.outbox[0].body


def test_an_email_says_only_that_something_is_waiting_unless_it_is_about_her_own_card(cast):
    tell(cast.amara, "you_were_chosen_to_help", {"name": "Walter Pell"}, now=now())

    send_what_is_due(now=now())

    assert "Walter" not in mail.outbox[0].body
    assert "/me/" in mail.outbox[0].body


def test_somebody_whose_door_is_her_own_page_is_told_there(cast):
    cast.walter.door = "web"
    cast.walter.save()
    message = tell(cast.walter, "card_used", now=now())

    send_what_is_due(now=now())

    assert mail.outbox == []
    message.refresh_from_db()
    assert (message.door, message.trouble) == ("web", "")


def test_a_message_whose_sending_broke_off_is_sent_later(cast, at, monkeypatch):
    def closed(self, **_):
        raise ConnectionRefusedError

    tell(cast.amara, "card_used", now=now())
    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.EmailMessage.send", closed)
        send_what_is_due(now=now())

    send_what_is_due(now=at("2024-03-12 10:09"))
    assert mail.outbox == []
    send_what_is_due(now=at("2024-03-12 10:10"))
    assert len(mail.outbox) == 1


def test_a_question_goes_out_and_is_not_sent_once_it_is_answered(cast, at):
    answered, waiting = asks.ask_all(
        VOTE, question="q:1", people=[cast.femi, cast.otto], room="r", now=now(), values=VALUES
    )
    asks.answer(ask=answered, said={"said": "yes", "why": ""}, by=Acting(cast.femi), now=now())

    send_what_is_due(now=now())

    assert [message.to for message in mail.outbox] == [[cast.otto.email]]
    assert waiting.messages.get().sent_at == now()


def test_a_question_inside_a_project_is_told_as_something_waiting_until_she_says_more(cast):
    cast.femi.reach = {"says": {"email": "everything"}}
    cast.femi.save()
    words = {"kind": "way_of_deciding", "words": "Together.", "method": "consent"}
    put = Proposal.objects.create(
        project=cast.project, proposed_by=cast.grace, opened_at=now(), closes_at=now() + timedelta(days=9), **words
    )
    values = VALUES | {"proposal": put.ref}
    asks.ask_all(VOTE, question="q:1", people=[cast.femi, cast.otto], room="r", now=now(), values=values)

    send_what_is_due(now=now())

    assert ["Our project" in message.subject + message.body for message in mail.outbox] == [True, False]


def test_when_a_door_fails_the_desk_sees_it_and_the_next_door_is_tried(cast):
    cast.femi.door, cast.femi.reach = "post", {"others": ["email"]}
    cast.femi.post_address = ["1 Mill Lane"]
    cast.femi.save()
    message = tell(cast.femi, "card_used", now=now())
    Message.objects.filter(pk=message.pk).update(sent_at=now(), door="post")

    message.refresh_from_db()
    trouble(message, "email_not_taken", now=now())
    trouble(message, "email_not_taken", now=now())
    send_what_is_due(now=now())

    assert Message.objects.get(instead_of=message).door == "email"
    assert len(mail.outbox) == 1


def test_somebody_we_cannot_reach_at_all_is_on_the_desks_list_at_once(cast):
    cast.femi.reach = {"says": {"email": "nothing"}}
    cast.femi.door = "email"
    cast.femi.save()
    message = tell(cast.femi, "card_used", now=now())

    send_what_is_due(now=now())

    message.refresh_from_db()
    assert (message.trouble, message.sent_at) == ("no_way_to_reach", None)


def test_one_message_that_cannot_be_sent_stops_no_other(cast, monkeypatch, caplog):
    def stumbles(message, everything, now):
        if message.person == cast.amara:
            raise RuntimeError("stumbled")
        sent.append(message.person)

    sent: list = []
    monkeypatch.setitem(SENDERS, "email", stumbles)
    for person in (cast.amara, cast.femi, cast.otto):
        tell(person, "card_used", now=now())

    with pytest.raises(RuntimeError):
        send_what_is_due(now=now())

    assert sent == [cast.femi, cast.otto]
    assert "stumbled" not in caplog.text


def test_once_a_day_everything_comes_in_one_email(cast, at):
    cast.femi.door, cast.femi.reach = "email", {"says": {"email": "everything"}, "together": True}
    cast.femi.save()
    open_round(project=cast.project, why="asked", by=None, now=now())
    tell(cast.femi, "card_used", now=now())

    send_what_is_due(now=at("2024-03-12 12:00"))
    assert [email for email in mail.outbox if email.to == [cast.femi.email]] == []
    send_what_is_due(now=at("2024-03-13 10:00"))
    send_what_is_due(now=at("2024-03-13 10:01"))

    [hers] = [email for email in mail.outbox if email.to == [cast.femi.email]]
    assert hers.subject == "2 things for you"
    assert "/email/answer/" in hers.body
    assert {message.door for message in cast.femi.messages.all()} == {"email"}


def test_what_would_be_over_by_morning_goes_at_night(cast, at):
    open_round(project=cast.project, why="asked", by=None, now=now())
    Ask.objects.filter(person=cast.femi).update(closes_at=at("2024-03-13 07:00"))

    send_what_is_due(now=at("2024-03-12 23:00"))

    assert [email.to for email in mail.outbox] == [[cast.femi.email]]
