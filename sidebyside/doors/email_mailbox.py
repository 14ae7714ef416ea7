"""Reading the mailbox that answers come to, over IMAP. An email is marked as read once it was taken in, and not before."""

import re
import ssl
from datetime import datetime
from types import SimpleNamespace

from django.conf import settings
from imap_tools import AND, BaseMailBox, MailBox, MailBoxUnencrypted, MailMessageFlags

from sidebyside.doors.email_in import received_email
from sidebyside.doors.email_parse import LARGEST
from sidebyside.kit.worker import each

AT_ONCE, PATIENCE = 50, 30  # emails; seconds
SIZE = re.compile(rb"RFC822\.SIZE (\d+)")


def read_mailbox(*, now: datetime) -> int:
    """Take in what was not read yet. Returns how many. One email that cannot be taken in stops no other."""
    if not settings.IMAP_HOST:
        return 0
    with _mailbox().login(settings.IMAP_USER, settings.IMAP_PASSWORD, settings.IMAP_FOLDER) as mailbox:
        unread = [SimpleNamespace(pk=uid) for uid in mailbox.uids(AND(seen=False))[:AT_ONCE]]
        return each(unread, lambda one: _take_in(mailbox, one.pk, now))


def _mailbox() -> BaseMailBox:
    if settings.IMAP_TLS:
        context = ssl.create_default_context()
        return MailBox(settings.IMAP_HOST, settings.IMAP_PORT, timeout=PATIENCE, ssl_context=context)
    return MailBoxUnencrypted(settings.IMAP_HOST, settings.IMAP_PORT, timeout=PATIENCE)


def _take_in(mailbox: BaseMailBox, uid: str, now: datetime) -> bool:
    """Of an email that is too big only the headers are fetched: enough to say so to whoever sent it."""
    size = SIZE.search(_fetched(mailbox, uid, "(RFC822.SIZE)"))
    too_big = size is not None and int(size[1]) > LARGEST
    raw = _fetched(mailbox, uid, "(BODY.PEEK[HEADER])" if too_big else "(BODY.PEEK[])")
    received_email(raw, too_big=too_big, now=now)
    mailbox.flag(uid, MailMessageFlags.SEEN, True)
    return True


def _fetched(mailbox: BaseMailBox, uid: str, what: str) -> bytes:
    """What the server gives for one email: the literal when there is one, else the line itself."""
    _ok, answers = mailbox.client.uid("FETCH", uid, what)
    literals = [answer[1] for answer in answers if isinstance(answer, tuple)]
    return literals[0] if literals else b" ".join(answer for answer in answers if isinstance(answer, bytes))
