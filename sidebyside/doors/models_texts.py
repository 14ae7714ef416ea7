"""Text messages: questions that are open at a number, what came in, and what we say back."""

from django.db import models
from django.db.models import Q

from sidebyside.kit.readers import DESK, NOBODY
from sidebyside.kit.sealed import SealedJSONField
from sidebyside.people.models import Ask, Person, ref_field


class TextTalk(models.Model):
    """A question that was sent to a number, and how far its answers have come. One letter a talk at a time."""

    ask = models.OneToOneField(Ask, on_delete=models.CASCADE, related_name="text_talk")
    number_digest = models.CharField(max_length=64, db_index=True)
    letter = models.CharField(max_length=1)
    said: "models.Field[dict, dict]" = SealedJSONField(default=dict)
    passed = models.JSONField(default=list)  # names of the questions that are behind her, answered or left out
    opened_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    readers = {"number_digest": NOBODY, "letter": NOBODY, "said": NOBODY, "passed": NOBODY}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="a_letter_stands_for_one_open_question_at_a_number",
                fields=["number_digest", "letter"],
                condition=Q(ended_at=None),
            )
        ]


class TextIn(models.Model):
    """A text that came in: whose number, what became of it (a code), and whether somebody at the desk must look."""

    ref = ref_field()
    provider_ref = models.CharField(max_length=100, unique=True)
    number = SealedJSONField()
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="texts_in")
    words = SealedJSONField()
    received_at = models.DateTimeField()
    outcome = models.CharField(max_length=40)
    for_the_desk = models.BooleanField(default=False)
    dealt_with_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    dealt_with_at = models.DateTimeField(null=True)
    readers = {"ref": NOBODY, "provider_ref": NOBODY, "number": DESK, "words": DESK, "outcome": DESK}


class TextOut(models.Model):
    """What we say back to a text. `ref` is its one reference at the provider, however often it is tried."""

    ref = ref_field()
    number = SealedJSONField()
    words = SealedJSONField()
    made_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=40, blank=True, default="")
    readers = {"ref": NOBODY, "number": NOBODY, "words": NOBODY, "trouble": DESK}
