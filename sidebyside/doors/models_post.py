"""Letters that wait in the post room, the paper forms in them, and codes that were typed in and not right."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from sidebyside.kit.readers import DESK, NOBODY
from sidebyside.people.models import Answer, Ask, Message, Person, ref_field


class LetterQuerySet(models.QuerySet):
    def wanted(self, *, now):
        """Those whose reader still needs them: not answered by another door, not read, not closed, not taken back."""
        news = Q(message__ask=None, message__seen_at=None)
        over = Q(message__ask__withdrawn_at__isnull=False) | Q(message__ask__closes_at__lte=now)
        asked = Q(message__ask__isnull=False) & ~over & ~Exists(Answer.objects.filter(ask=OuterRef("message__ask")))
        return self.filter(news | asked, message__trouble="", message__person__erased_at=None)

    def to_print(self):
        return self.filter(printed_at=None, posted_at=None)

    def to_post(self):
        return self.filter(printed_at__isnull=False, posted_at=None)

    def with_their_people(self):
        return self.select_related("message__person", "message__ask__person")


class Letter(models.Model):
    """One message on paper. everything: it holds the question itself, or else only says that something is waiting.

    post_by: the latest day to post it so that a reply can be back in time; none when nothing closes.
    """

    ref = ref_field()
    message = models.OneToOneField(Message, on_delete=models.CASCADE, related_name="letter")
    everything = models.BooleanField()
    made_at = models.DateTimeField()
    post_by = models.DateField(null=True)
    printed_at = models.DateTimeField(null=True)
    printed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    posted_at = models.DateTimeField(null=True)
    posted_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    returned_at = models.DateTimeField(null=True)
    returned_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    returned_why = models.CharField(max_length=30, blank=True, default="")
    objects = LetterQuerySet.as_manager()
    readers = {"ref": NOBODY, "returned_why": DESK}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_letter_was_printed_by_somebody",
                condition=Q(printed_at=None, printed_by=None) | Q(printed_at__isnull=False, printed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="a_letter_was_posted_by_somebody",
                condition=Q(posted_at=None, posted_by=None) | Q(posted_at__isnull=False, posted_by__isnull=False),
            ),
            models.CheckConstraint(
                name="only_a_posted_letter_comes_back",
                condition=Q(returned_at=None) | Q(posted_at__isnull=False, returned_at__gte=F("posted_at")),
            ),
        ]


class PaperForm(models.Model):
    """A question on paper, for one person. Its code names it; only a digest is kept, and paper is printed from the letter.

    used_by: who typed it in; nobody, when she used the code herself. late_at: it came when it could not count any more.
    """

    ref = ref_field()
    letter = models.OneToOneField(Letter, on_delete=models.CASCADE, related_name="form")
    ask = models.ForeignKey(Ask, on_delete=models.CASCADE, related_name="paper_forms")
    code_digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    used_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    late_at = models.DateTimeField(null=True)
    readers = {"ref": NOBODY, "code_digest": NOBODY}


class PaperTry(models.Model):
    """A paper code that was typed in and did not open a form: by whom (nobody: on the public page), and why not (a code)."""

    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=60)
    at = models.DateTimeField()
    readers = {"why": DESK}

    class Meta:
        indexes = [models.Index(fields=["at"])]
