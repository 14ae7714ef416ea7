"""What is kept of a meeting: its notes, line by line with every wording, and the car park."""

from django.db import models
from django.db.models import Q

from sidebyside.kit.readers import INSIDE, NOBODY
from sidebyside.people.models import Person, ref_field

LINES = ["decision", "point", "action", "quote"]
PARKED = ["waiting", "answered", "next_agenda", "passed_on", "closed"]


class NoteLine(models.Model):
    """One line of the notes: a decision, a point, an action with an owner, or what somebody said and lets us keep."""

    ref = ref_field()
    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.CASCADE, related_name="notes")
    item = models.ForeignKey("meetings.AgendaItem", null=True, on_delete=models.SET_NULL, related_name="notes")
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10)
    words = models.TextField()
    owner = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(null=True)
    done_at = models.DateTimeField(null=True)
    became = models.TextField(blank=True, default="")  # what came of it
    quoted = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    quote_ok = models.BooleanField(null=True)
    version = models.PositiveSmallIntegerField(default=1)
    changed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    taken_out_at = models.DateTimeField(null=True)
    readers = {"ref": NOBODY, "kind": INSIDE, "words": INSIDE, "became": INSIDE}

    class Meta:
        constraints = [models.CheckConstraint(name="a_line_of_notes_is_of_a_kind_we_know", condition=Q(kind__in=LINES))]


class NoteWording(models.Model):
    """How a line read once. beside: somebody else had changed it meanwhile, so it waits to be chosen."""

    ref = ref_field()
    line = models.ForeignKey(NoteLine, on_delete=models.CASCADE, related_name="wordings")
    version = models.PositiveSmallIntegerField()
    words = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    beside = models.BooleanField(default=False)
    readers = {"ref": NOBODY, "words": INSIDE}


class CarParkItem(models.Model):
    """Something that came up and is kept for later: it has an owner and a day, and none is ever lost."""

    ref = ref_field()
    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.CASCADE, related_name="car_park")
    words = models.TextField()
    raised_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")  # if she wants
    owner = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    answer_by = models.DateField(null=True)
    state = models.CharField(max_length=12, default="waiting")
    answer = models.TextField(blank=True, default="")
    answered_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField()
    readers = {"ref": NOBODY, "words": INSIDE, "state": INSIDE, "answer": INSIDE}

    class Meta:
        constraints = [
            models.CheckConstraint(name="what_is_parked_is_in_a_state_we_know", condition=Q(state__in=PARKED))
        ]
