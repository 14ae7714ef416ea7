"""Email: links to answer with, emails that came in, and what we write back."""

from django.db import models

from sidebyside.kit.readers import DESK, NOBODY
from sidebyside.kit.sealed import SealedJSONField
from sidebyside.people.models import Ask, Message, Person, ref_field


class AnswerLink(models.Model):
    """A link in an email that answers one ask in her name, once. Its token comes from `ref`; only the digest is kept.

    message: the email that it went out with, or nobody's when she asked for a new link: then it waits until `sent_at`.
    used_for: a digest of what was said with it, so that pressing the button twice is pressing it once.
    """

    ref = ref_field()
    ask = models.ForeignKey(Ask, on_delete=models.CASCADE, related_name="answer_links")
    message = models.OneToOneField(Message, null=True, on_delete=models.CASCADE, related_name="answer_link")
    token_digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)
    used_for = models.CharField(max_length=64, blank=True, default="")
    readers = {"ref": NOBODY, "token_digest": NOBODY, "used_for": NOBODY}


class EmailIn(models.Model):
    """An email that came in: to which message, what became of it (a code), and whether somebody at the desk must look.

    came_as: a digest of its Message-ID and sender, so that the same email is taken once. words: only what somebody still
    has to read; what was recorded as an answer is in the answer.
    """

    ref = ref_field()
    came_as = models.CharField(max_length=64, unique=True)
    message = models.ForeignKey(Message, null=True, on_delete=models.CASCADE, related_name="emails_in")
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="emails_in")
    sender = SealedJSONField(default="")
    words = SealedJSONField(default="")
    received_at = models.DateTimeField()
    outcome = models.CharField(max_length=40)
    for_the_desk = models.BooleanField(default=False)
    dealt_with_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    dealt_with_at = models.DateTimeField(null=True)
    readers = {"ref": NOBODY, "came_as": NOBODY, "sender": DESK, "words": DESK, "outcome": DESK}


class EmailOut(models.Model):
    """What we write back to an email. Its words are emptied when it has gone; `ref` makes its Message-ID."""

    ref = ref_field()
    answers = models.OneToOneField(EmailIn, on_delete=models.CASCADE, related_name="reply")
    to = SealedJSONField()
    subject = SealedJSONField()
    words: "models.Field[list, list]" = SealedJSONField()
    language = models.CharField(max_length=12)
    in_reply_to = models.CharField(max_length=300, blank=True, default="")
    made_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    readers = {
        "ref": NOBODY,
        "to": NOBODY,
        "subject": NOBODY,
        "words": NOBODY,
        "language": NOBODY,
        "in_reply_to": NOBODY,
    }
