"""Emails that programs write, that are huge, or that are made to break programs: each harmless, none answered in a circle."""

import time
from email.message import EmailMessage

import pytest

from sidebyside.doors import email_parse
from sidebyside.doors.email_in import received_email
from sidebyside.people.models import Message
from tests.doors.by_email import MAILBOX, asked_by_email, reply, said, wants_email, written_back

MARKS = {"Write your answer above this line."}


@pytest.fixture(autouse=True)
def mailbox(settings):
    settings.REPLY_TO = MAILBOX


@pytest.fixture
def now(cast, at):
    return at("2024-03-12 10:00")


@pytest.fixture
def femi(cast):
    return wants_email(cast.femi)


@pytest.mark.parametrize(
    "headers",
    [
        {"auto_submitted": "auto-replied"},
        {"precedence": "bulk"},
        {"x_autoreply": "yes"},
        {"return_path": "<>"},
        {"from_": "MAILER-DAEMON@mx.example.org"},
        {"from_": "Our hub <hub@localhost>"},
        {"from_": "not an address"},
    ],
)
def test_what_a_program_wrote_is_never_answered(cast, femi, now, headers):
    ask, email = asked_by_email(cast, femi, now)

    row = received_email(reply(email, "yes", **headers), now=now)

    assert (said(ask), row.outcome, row.for_the_desk) == (None, "email_automatic", False)
    assert written_back(now) == []


def bounce(message_id: str, *, action: str = "failed") -> bytes:
    """A report as mail servers write it (RFC 3464)."""
    return (
        "From: Mail server <mailer-daemon@mx.example.org>\nTo: hub@localhost\nSubject: Undelivered\n"
        "Message-ID: <report@mx.example.org>\nMIME-Version: 1.0\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n'
        "--b\nContent-Type: text/plain\n\nWe could not deliver it.\n"
        "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\n"
        f"Final-Recipient: rfc822; femi@example.org\nAction: {action}\nStatus: 5.1.1\n\n"
        f"--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: {message_id}\nSubject: Yours\n\n--b--\n"
    ).encode()


def test_a_bounce_is_a_trouble_for_the_desk_and_the_next_door_is_tried(cast, femi, now):
    ask, email = asked_by_email(cast, femi, now)

    row = received_email(bounce(email.extra_headers["Message-ID"]), now=now)

    first = Message.objects.get(ask=ask, instead_of=None)
    assert (row.outcome, first.trouble) == ("email_bounced", "email_bounced")
    assert Message.objects.filter(instead_of=first).exists()
    assert written_back(now) == []


def test_a_delay_and_a_made_up_bounce_change_nothing(cast, femi, now):
    ask, email = asked_by_email(cast, femi, now)
    ref = Message.objects.get(ask=ask).ref

    received_email(bounce(email.extra_headers["Message-ID"], action="delayed"), now=now)
    received_email(bounce(f"<{ref}.{'a' * 20}@hub.example.org>"), now=now)

    assert Message.objects.get(ask=ask).trouble == ""


def test_attachments_are_not_kept_and_she_is_told_so(cast, femi, now):
    ask, email = asked_by_email(cast, femi, now)
    sent = EmailMessage()
    sent["From"], sent["To"], sent["Subject"], sent["Message-ID"] = email.to[0], email.reply_to[0], "Re", "<one@x>"
    sent.set_content("Yes")
    sent.add_attachment(b"MZ\x90\x00", maintype="application", subtype="x-msdownload", filename="holiday.exe")

    received_email(sent.as_bytes(), now=now)

    assert said(ask)["said"] == "yes"
    assert "do not open or keep anything that is attached" in written_back(now)[0].body


def test_an_email_that_is_too_big_is_answered_and_not_read(cast, femi, now, monkeypatch):
    monkeypatch.setattr(email_parse, "LARGEST", 5_000)
    ask, email = asked_by_email(cast, femi, now)

    row = received_email(reply(email, "yes\n" + "long " * 2_000), now=now)

    assert (said(ask), row.outcome) == (None, "email_is_too_big")
    assert "too big" in written_back(now)[0].body


@pytest.mark.parametrize(
    ("charset", "body", "words"),
    [
        ("utf-8", "Ie, diolch – ŵ".encode(), "Ie, diolch – ŵ"),
        ("iso-8859-1", "Café".encode("iso-8859-1"), "Café"),
        ("no-such-charset", b"Yes", "Yes"),
        ("utf-8", b"Yes \xff\xfe", "Yes \ufffd\ufffd"),
    ],
)
def test_any_letters_can_be_read(charset, body, words):
    head = f"From: a@b.org\nContent-Type: text/plain; charset={charset}\n\n".encode()

    assert email_parse.read(head + body).words == words


def test_html_is_read_as_words_without_what_it_quotes():
    page = "<style>p{}</style><p>No&nbsp;thanks</p><div>Femi<br>x</div><blockquote>1 Yes</blockquote>"
    raw = f"From: a@b.org\nContent-Type: text/html; charset=utf-8\n\n{page}".encode()

    assert email_parse.read(raw).words.replace("\xa0", " ").split("\n") == ["No thanks", "", "Femi", "x"]


@pytest.mark.parametrize(
    "body",
    [
        "Yes\n\nSent from my iPhone",
        "Yes\n\nOn Tue, 12 Mar 2024 at 10:00, Hub <h@x>\nwrote:\n> Old",
        "Yes\n\nLe mar. 12 mars 2024, Hub <h@x> a écrit :\n> Old",
        "Yes\n\n-----Original Message-----\nFrom: Hub\nSent: Tuesday\nTo: me\nSubject: x\n\nOld",
        "> Write your answer above this line.\n> Old".join(["Yes\n", ""]),
        "Yes\n-- \nFemi Oakes\n07700 900123",
        "On Tue, 12 Mar 2024 at 10:00, Hub wrote:\n> Write your answer above this line.\n> 1 Old\n\nYes",
    ],
)
def test_quotes_and_signatures_are_left_off(body):
    assert email_parse.hers(body, MARKS) == "Yes"


DEEP = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(1_200))


@pytest.mark.parametrize(
    "above",
    [
        "On Tuesday Hub wrote:",
        "Ar Maw 12, 2024, ysgrifennodd Hub:",
        "Le mar. 12 mars 2024 à 10:00, Hub <h@x> a écrit :",
        "________________________________\nFrom: Hub\nSent: Tuesday\nTo: me\nSubject: x",
        "________________________________",
        "Sent from my iPhone",
    ],
)
@pytest.mark.parametrize("quote", ["", "> "])
def test_our_own_words_are_never_taken_for_hers(above, quote):
    ours = f"{quote}Write your answer above this line.\n{quote}1 Yes\n{quote}2 No"

    assert email_parse.hers(f"\n\n{above}\n\n{ours}\n", MARKS) == ""


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00" * 2_000,
        b"From: =?utf-8?b?////?= <a@b>\nTo: \xff\xfe\nSubject: =?x?y?z?=\nContent-Type: ;;;\n\nyes",
        b"From: a@b.org\n" + DEEP,
        b"From: a@b.org\n\n" + b"\n \n" * 50_000,
        b"From: a@b.org\n\n" + b"On a wrote" * 20_000,
        b"From: a@b.org\nContent-Type: text/html\n\n" + b"<div>" * 100_000,
        b"From: " + b"a@b.org, " * 20_000 + b"\nReferences: " + b"<" * 50_000 + b"\n\nyes",
    ],
    ids=["nothing", "zeros", "odd-headers", "deep", "empty-lines", "quotes", "html", "many"],
)
def test_an_email_made_to_break_programs_is_read_in_a_moment(raw, now):
    before = time.process_time()

    assert received_email(raw, now=now).outcome in ("email_automatic", "email_from_unknown")
    assert time.process_time() - before < 4
