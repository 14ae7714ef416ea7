"""No email means none, whatever her first door is; and one email with several things answers and fails as several."""

from django.core import mail

from sidebyside.doors.email_in import received_email
from sidebyside.doors.jobs import send_what_is_due
from sidebyside.doors.sending import SENDERS, TOGETHER, send_due
from sidebyside.kit.clock import now
from sidebyside.people.messages import tell
from sidebyside.people.models import Answer, Message
from tests.doors.by_email import MAILBOX, reply
from tests.standing.world import opened_round


def reached(person, **reach):
    person.reach = reach
    person.save()


def test_somebody_who_reads_her_own_page_and_wants_no_email_gets_none(cast):
    cast.femi.door = "web"
    reached(cast.femi, says={"email": "nothing"})
    told = tell(cast.femi, "card_used", now=now())

    send_what_is_due(now=now())

    told.refresh_from_db()
    assert (mail.outbox, told.door, told.trouble) == ([], "web", "")


def together(cast, at):
    cast.femi.door = "email"
    reached(cast.femi, says={"email": "everything"}, together=True)
    opened_round(cast, now())
    tell(cast.femi, "forgetting_was_stopped", now=now())
    send_what_is_due(now=at("2024-03-13 10:00"))
    return next(email for email in mail.outbox if email.to == [cast.femi.email])


def test_a_reply_to_an_email_about_several_things_answers_none_of_them(cast, at, settings):
    settings.REPLY_TO = MAILBOX
    email = together(cast, at)

    row = received_email(reply(email, "1 yes\n2 yes"), now=at("2024-03-13 11:00"))

    assert (row.outcome, Answer.objects.filter(ask__person=cast.femi).count()) == ("email_has_no_question", 0)


def test_when_such_an_email_bounces_all_that_it_brought_is_trouble(cast, at):
    email = together(cast, at)
    report = (
        "From: mailer-daemon@example.org\r\nTo: hub@localhost\r\nMessage-ID: <1@example.org>\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nAction: failed\r\n\r\n"
        f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {email.extra_headers['Message-ID']}\r\n\r\n--b--\r\n"
    )

    received_email(report.encode(), now=at("2024-03-13 10:05"))

    first = Message.objects.filter(person=cast.femi, instead_of=None)
    assert {message.trouble for message in first} == {"email_bounced"}


def test_what_must_be_said_in_full_is_said_there_too(cast, at):
    assert "You stay" in together(cast, at).body or "forgotten" in together(cast, at).body


def test_two_workers_at_once_send_one_email_with_everything(cast, at, monkeypatch):
    def and_another_worker_comes(messages, when):
        sent.append(len(messages))
        if len(sent) == 1:
            send_due(now=when)

    sent: list = []
    monkeypatch.setitem(SENDERS, "email", lambda *_: sent.append(1))
    monkeypatch.setitem(TOGETHER, "email", and_another_worker_comes)
    cast.femi.door = "email"
    reached(cast.femi, together=True)
    for _ in range(3):
        tell(cast.femi, "card_used", now=now())

    send_due(now=at("2024-03-13 10:00"))

    assert sent == [3]
