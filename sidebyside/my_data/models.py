"""Who asked to be forgotten and when that is done; and how long each kind of thing is kept."""

from django.db import models
from django.db.models import F, Q

from sidebyside.kit.readers import NOBODY
from sidebyside.my_data.rules import LONGEST
from sidebyside.people.models import Person, ref_field


class ForgettingQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(stopped_at=None, done_at=None)


class Forgetting(models.Model):
    """Somebody asked to be forgotten, at the desk or signed in by card. It is done on its day unless it is stopped."""

    ref = ref_field()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="forgettings")
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField()
    stopped_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    objects = ForgettingQuerySet.as_manager()
    readers = {"ref": NOBODY}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_forgetting_of_a_person_waits_at_a_time",
                fields=["person"],
                condition=Q(stopped_at=None, done_at=None),
            ),
            models.CheckConstraint(
                name="a_forgetting_is_stopped_or_done_not_both", condition=Q(stopped_at=None) | Q(done_at=None)
            ),
            models.CheckConstraint(name="she_has_time_to_stop_it", condition=Q(due_at__gt=F("asked_at"))),
        ]


class Retention(models.Model):
    """How long one kind of thing is kept, when the desk chose so; and what the worker last counted and dropped of it.

    days, days_before, changed_by, changed_at: nothing until somebody at the desk changes it; then the default no longer
    counts. soon: how many go in the next two weeks. dropped: how many went at dropped_at.
    """

    kind = models.CharField(max_length=60, unique=True)
    days = models.PositiveIntegerField(null=True)
    days_before = models.PositiveIntegerField(null=True)
    changed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(null=True)
    soon = models.PositiveIntegerField(default=0)
    counted_at = models.DateTimeField(null=True)
    dropped = models.PositiveIntegerField(default=0)
    dropped_at = models.DateTimeField(null=True)
    readers = {"kind": NOBODY}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="how_long_is_changed_by_somebody_at_a_time",
                condition=Q(days=None, days_before=None, changed_by=None, changed_at=None)
                | Q(days__isnull=False, days_before__isnull=False, changed_by__isnull=False, changed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="things_are_kept_for_a_day_to_twenty_years", condition=Q(days=None) | Q(days__range=(1, LONGEST))
            ),
        ]
