"""What is told to a person: on her own page for everybody, and by email to those who have one, once."""

from django.core import mail

from sidebyside.kit.clock import now
from sidebyside.people.jobs import send_messages
from sidebyside.people.messages import tell


def test_a_message_goes_out_once_however_often_the_worker_comes(cast):
    tell(cast.amara, "card_used", now=now())

    for _ in range(2):
        send_messages(now=now())

    assert [message.to for message in mail.outbox] == [["amara@example.org"]]
    assert "used your card" in mail.outbox[0].body


def test_an_email_says_only_that_something_is_waiting_unless_it_is_about_her_own_card(cast):
    tell(cast.amara, "you_were_chosen_to_help", {"name": "Walter Pell"}, now=now())

    send_messages(now=now())

    assert "Walter" not in mail.outbox[0].body
    assert "/me/" in mail.outbox[0].body


def test_somebody_without_an_email_is_told_on_her_page_and_nothing_breaks(cast):
    message = tell(cast.walter, "card_used", now=now())

    send_messages(now=now())

    assert mail.outbox == []
    message.refresh_from_db()
    assert message.sent_at is None


def test_a_message_whose_sending_broke_off_is_sent_later(cast, at, monkeypatch):
    def closed(self, **_):
        raise ConnectionRefusedError

    tell(cast.amara, "card_used", now=now())
    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.EmailMessage.send", closed)
        send_messages(now=now())

    send_messages(now=at("2024-03-12 10:09"))
    assert mail.outbox == []
    send_messages(now=at("2024-03-12 10:10"))
    assert len(mail.outbox) == 1
