"""What it costs people to answer by a door, what the hub gives for it, and what was given back."""

from django.db import models
from django.db.models import Q

from sidebyside.kit.readers import DESK, NOBODY, SIGNED_IN
from sidebyside.people.models import Person, ref_field


class DoorRate(models.Model):
    """What the hub gives back for one text, call or stamp. None is there until somebody at the desk sets it."""

    way = models.CharField(max_length=10, unique=True)
    pence = models.PositiveIntegerField()
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    readers = {"way": SIGNED_IN}


class GivenBack(models.Model):
    """What it cost her to answer, by one way in one month: how many; and, once it was given back, when, how and how much.

    month: its first day. What comes after it was given back, in the same month, is a row of its own.
    """

    ref = ref_field()
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="door_costs")
    way = models.CharField(max_length=10)
    month = models.DateField()
    count = models.PositiveIntegerField(default=0)
    pence = models.PositiveIntegerField(null=True)
    how = models.CharField(max_length=12, blank=True, default="")
    given_on = models.DateField(null=True)
    given_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    readers = {"ref": NOBODY, "way": DESK, "how": DESK}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="what_is_still_to_give_back_is_one_row_a_month",
                fields=["person", "way", "month"],
                condition=Q(given_on=None),
            ),
            models.CheckConstraint(
                name="what_is_given_back_is_given_by_somebody_on_a_day",
                condition=Q(given_on=None, given_by=None, pence=None, how="")
                | Q(given_on__isnull=False, given_by__isnull=False, pence__isnull=False),
            ),
        ]
