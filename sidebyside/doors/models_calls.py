"""Calls to make: somebody at the desk rings, or tells her in person."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from sidebyside.kit.readers import DESK, NOBODY
from sidebyside.people.models import Answer, Message, Person, ref_field


class CallQuerySet(models.QuerySet):
    def to_make(self, *, now):
        """Those who still need to hear it: not done, not read or answered by another door, not closed or taken back."""
        news = Q(message__ask=None, message__seen_at=None)
        over = Q(message__ask__withdrawn_at__isnull=False) | Q(message__ask__closes_at__lte=now)
        asked = Q(message__ask__isnull=False) & ~over & ~Exists(Answer.objects.filter(ask=OuterRef("message__ask")))
        return self.filter(news | asked, done_at=None, message__trouble="", message__person__erased_at=None)


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
    objects = CallQuerySet.as_manager()
    readers = {"ref": NOBODY, "outcome": DESK}
