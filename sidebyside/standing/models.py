"""Where a project stands: what the group says in rounds, what people say shows it, who disagrees, and the record."""

from django.db import models
from django.db.models import Q

from sidebyside.kit.readers import EVERYONE, INSIDE, NOBODY
from sidebyside.people.models import Person, ref_field
from sidebyside.projects.models import Project


class Round(models.Model):
    """Each member is asked about each ingredient. Who is counted is fixed at the start; one word each is published."""

    ref = ref_field()
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="rounds")
    why = models.CharField(max_length=20)
    opened_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    counted = models.JSONField(default=list)
    others = models.JSONField(default=list)
    closed_at = models.DateTimeField(null=True)
    published = models.JSONField(default=dict)
    readers = {"ref": NOBODY, "why": INSIDE, "counted": NOBODY, "others": NOBODY, "published": INSIDE}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_round_at_a_time_in_a_project", fields=["project"], condition=Q(closed_at=None)
            )
        ]


class StatementQuerySet(models.QuerySet):
    def in_force(self, now):
        """Agreed by a second member, not taken back, and not yet lapsed."""
        return self.filter(agreed_at__isnull=False, withdrawn_at=None, lapses_at__gt=now)


class Statement(models.Model):
    """ "We show this by…": it counts, partly, once a second member agrees, for twelve weeks, while nobody disagrees."""

    ref = ref_field()
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="statements")
    method = models.CharField(max_length=60)
    words = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField(null=True)
    lapses_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    objects = StatementQuerySet.as_manager()
    readers = {"ref": NOBODY, "method": INSIDE, "words": INSIDE}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="agreed_at_and_agreed_by_go_together",
                condition=Q(agreed_at=None, agreed_by=None) | Q(agreed_at__isnull=False, agreed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="a_statement_is_agreed_by_somebody_else",
                condition=Q(agreed_by=None) | ~Q(agreed_by=models.F("by")),
            ),
        ]
        indexes = [models.Index(fields=["project", "lapses_at"])]


class Disagreement(models.Model):
    """Somebody does not agree with the label, an ingredient or a statement. It stands beside it until she is answered."""

    ref = ref_field()
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="disagreements")
    about = models.CharField(max_length=60)
    words = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    answer = models.TextField(blank=True, default="")
    answered_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    readers = {"ref": NOBODY, "about": INSIDE, "words": INSIDE, "answer": INSIDE}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="answered_at_and_answered_by_go_together",
                condition=Q(answered_at=None, answered_by=None)
                | Q(answered_at__isnull=False, answered_by__isnull=False),
            )
        ]


class StandingRecord(models.Model):
    """Where a project stood from this moment on. Only grows: the database refuses to change it; the migration makes it."""

    project_ref = models.CharField(max_length=12)
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    why = models.CharField(max_length=40)
    claimed = models.CharField(max_length=30)
    claim_state = models.CharField(max_length=10)
    shown = models.CharField(max_length=30)  # a rung's id, or empty: too early to say
    detail = (
        models.TextField()
    )  # canonical JSON: slices, reasons, next steps, what is held, pack, checksum, product version
    good_until = models.DateTimeField(null=True)  # when it may change by itself
    readers = {
        "project_ref": NOBODY,
        "why": EVERYONE,
        "claimed": EVERYONE,
        "claim_state": EVERYONE,
        "shown": EVERYONE,
        "detail": NOBODY,
    }

    class Meta:
        managed = False
        db_table = "standing_record"
