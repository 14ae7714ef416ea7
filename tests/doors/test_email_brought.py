"""Answers by email come in over IMAP or from a mail provider, and both lead to the same place."""

import base64
import json
import logging
from email.message import EmailMessage

import pytest

from sidebyside.doors import email_mailbox
from sidebyside.doors.jobs import read_answers_by_email, send_email_replies, send_what_is_due
from sidebyside.doors.models import EmailIn
from sidebyside.people.models import Answer, Message
from tests.doors.by_email import MAILBOX, asked_by_email, reply, said, wants_email, written_back
from tests.doors.imap import imap_server
from tests.journeys.post import mail_server
from tests.standing.world import proposed

CAME, FARED = "/doors/email/received/", "/doors/email/fared/"
SECRET = {"HTTP_AUTHORIZATION": "Basic " + base64.b64encode(b"hub:long and secret").decode()}


@pytest.fixture(autouse=True)
def mailbox(settings):
    settings.REPLY_TO = MAILBOX


@pytest.fixture
def now(cast, at):
    return at("2024-03-12 10:00")


@pytest.fixture
def asked(cast, now):
    return asked_by_email(cast, wants_email(cast.femi), now)


@pytest.fixture
def postmark(settings):
    settings.MAIL_PROVIDER, settings.ANYMAIL = "postmark", {"WEBHOOK_SECRET": "hub:long and secret"}


def brought(raw: bytes, **more) -> dict:
    """As Postmark posts it, with the whole email in it."""
    return {"RawEmail": raw.decode(), "Headers": [], "MessageID": "1", "OriginalRecipient": MAILBOX} | more


def post(client, where, told, **headers):
    return client.post(where, json.dumps(told), content_type="application/json", **headers)


def test_the_mailbox_is_read_once_and_each_email_is_marked_when_it_was_taken_in(asked, now, settings):
    ask, email = asked
    with imap_server(settings, reply(email, "yes"), b"From: stranger@example.net\n\nBuy now") as box:
        read_answers_by_email(now=now)
        read_answers_by_email(now=now)

    assert said(ask)["said"] == "yes"
    assert (box.seen, EmailIn.objects.count()) == ({1, 2}, 2)


def test_one_email_that_cannot_be_taken_in_stops_no_other_and_comes_again(asked, now, settings, monkeypatch):
    ask, email = asked
    taken = email_mailbox.received_email

    def stumbles(raw, **how):
        if b"stumble" in raw:
            raise RuntimeError("stumbled")
        return taken(raw, **how)

    monkeypatch.setattr(email_mailbox, "received_email", stumbles)
    logging.disable(logging.CRITICAL)
    with imap_server(settings, b"From: a@b.org\n\nstumble", reply(email, "no")) as box, pytest.raises(RuntimeError):
        read_answers_by_email(now=now)
    logging.disable(logging.NOTSET)

    assert (said(ask)["said"], box.seen) == ("no", {2})


def test_of_a_huge_email_in_the_mailbox_only_the_headers_are_fetched(asked, now, settings, monkeypatch):
    ask, email = asked
    monkeypatch.setattr(email_mailbox, "LARGEST", 3_000)
    with imap_server(settings, reply(email, "yes\n" + "long " * 1_000)) as box:
        read_answers_by_email(now=now)

    assert (said(ask), box.seen, [words for words in box.asked if "PEEK[]" in words]) == (None, {1}, [])
    assert "too big" in written_back(now)[0].body


def test_a_hub_with_no_mailbox_reads_none(now):
    read_answers_by_email(now=now)

    assert EmailIn.objects.count() == 0


def test_a_provider_brings_an_answer_once(asked, now, client, postmark):
    ask, email = asked

    codes = [post(client, CAME, brought(reply(email, "3")), **SECRET).status_code for _ in range(2)]

    assert (codes, said(ask)["said"], EmailIn.objects.count()) == ([200, 200], "stand_aside", 1)


def test_the_address_that_the_provider_took_it_at_is_enough(asked, now, client, postmark):
    ask, email = asked
    raw = reply(email, "yes", to_="Our hub <hub@example.org>", in_reply_to=None)

    post(client, CAME, brought(raw, OriginalRecipient=email.reply_to[0]), **SECRET)

    assert said(ask)["said"] == "yes"


@pytest.mark.parametrize("secret", [{}, {"HTTP_AUTHORIZATION": "Basic " + base64.b64encode(b"hub:wrong").decode()}])
def test_without_the_secret_nothing_is_taken(asked, client, postmark, secret):
    ask, email = asked
    logging.disable(logging.CRITICAL)

    page = post(client, CAME, brought(reply(email, "yes")), **secret)

    logging.disable(logging.NOTSET)
    assert (page.status_code, said(ask)) == (400, None)


@pytest.mark.parametrize(
    ("provider", "secrets"), [("", {"WEBHOOK_SECRET": "a:b"}), ("postmark", {}), ("nobody", {"A_KEY": "x"})]
)
def test_only_the_provider_that_is_set_up_is_listened_to(asked, client, settings, provider, secrets):
    settings.MAIL_PROVIDER, settings.ANYMAIL = provider, secrets

    assert [post(client, where, {}, **SECRET).status_code for where in (CAME, FARED)] == [404, 404]


def test_what_is_not_what_a_provider_says_changes_nothing(client, postmark, now):
    for told in ("not json", "[1]", '"x"', '{"RecordType": "Bounce"}'):
        logging.disable(logging.CRITICAL)
        code = client.post(CAME, told, content_type="application/json", **SECRET).status_code
        logging.disable(logging.NOTSET)
        assert code == 400, told
    assert EmailIn.objects.count() == 0


def test_an_email_with_a_large_attachment_is_let_in(asked, now, client, postmark):
    ask, email = asked
    large = brought(reply(email, "yes")) | {"Attachments": [{"Content": "A" * 4_000_000}]}

    assert post(client, CAME, large, **SECRET).status_code == 200
    assert said(ask)["said"] == "yes"


@pytest.mark.parametrize("kept", [True, False])
def test_a_provider_says_that_an_email_did_not_arrive(asked, now, client, postmark, kept):
    ask, email = asked
    name = email.extra_headers["Message-ID"].strip("<>") if kept else "a-name-of-its-own"
    told = {"RecordType": "Bounce", "Type": "HardBounce", "MessageID": name, "Email": "femi@example.org"}

    for _ in range(2):
        assert post(client, FARED, told, **SECRET).status_code == 200

    first = Message.objects.get(ask=ask, instead_of=None)
    assert first.trouble == "email_bounced"
    assert Message.objects.filter(ask=ask).count() == 2


def test_an_email_that_is_only_late_is_left(asked, now, client, postmark):
    ask, email = asked
    name = email.extra_headers["Message-ID"]

    post(client, FARED, {"RecordType": "Bounce", "Type": "Transient", "MessageID": name}, **SECRET)

    assert Message.objects.get(ask=ask).trouble == ""


def test_a_real_email_goes_out_over_smtp_and_its_answer_comes_back_over_imap(cast, now, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    with mail_server() as (box, named):
        settings.EMAIL_HOST, settings.EMAIL_PORT = named["SIDEBYSIDE_SMTP_HOST"], int(named["SIDEBYSIDE_SMTP_PORT"])
        proposed(cast, now)
        Message.objects.exclude(person=wants_email(cast.femi)).delete()
        send_what_is_due(now=now)
        email = box.next()
        back = EmailMessage()
        back["From"], back["To"], back["Message-ID"] = email["To"], email["Reply-To"], "<hers@example.org>"
        back.set_content("I stand aside\n\n> " + email.get_body(("plain",)).get_content().replace("\n", "\n> "))
        with imap_server(settings, back.as_bytes()):
            read_answers_by_email(now=now)
        send_email_replies(now=now)
        thanks = box.next()

    assert Answer.objects.get(ask__person=cast.femi).said["said"] == "stand_aside"
    assert thanks["In-Reply-To"] == "<hers@example.org>"
    assert "I stand aside" in thanks.get_body(("plain",)).get_content()
