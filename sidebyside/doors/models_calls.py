"""Calls to make: somebody at the desk rings, or tells her in person."""

from django.db import models

from sidebyside.kit.readers import DESK, NOBODY
from sidebyside.people.models import Message, Person, ref_field


class Call(models.Model):
    """Somebody is to be rung, or told in person. outcome: a code, once it is done."""

    ref = ref_field()
    message = models.OneToOneField(Message, on_delete=models.CASCADE, related_name="call")
    everything = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    not_there = models.PositiveSmallIntegerField(default=0)
    done_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=30, blank=True, default="")
    readers = {"ref": NOBODY, "outcome": DESK}
