"""Meetings of a project, and what is booked for them so that everybody can take part."""

from django.db import models
from django.db.models import F, Q

from sidebyside.kit.readers import CHOSEN, INSIDE, NOBODY
from sidebyside.kit.sealed import SealedJSONField
from sidebyside.people.models import Person, ref_field
from sidebyside.projects.models import Project
from sidebyside.sessions import rules


class Meeting(models.Model):
    """People come together: when and where."""

    ref = ref_field()
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="meetings")
    title = models.CharField(max_length=100)
    place = models.TextField(max_length=500)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    planned_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    planned_at = models.DateTimeField()
    off_at = models.DateTimeField(null=True)  # it was called off
    asked_after_at = models.DateTimeField(null=True)
    readers = {"ref": NOBODY, "title": INSIDE, "place": INSIDE}

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_meeting_ends_after_it_starts", condition=Q(ends_at__gt=F("starts_at")))
        ]
        indexes = [models.Index(fields=["project", "starts_at"])]


class Booking(models.Model):
    """Something to book for a meeting, for one person or several who need the same: who does it, by when, what it costs."""

    ref = ref_field()
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="bookings")
    people = models.ManyToManyField(Person, related_name="bookings")
    line = models.CharField(max_length=130)
    what = SealedJSONField()
    how_many = models.PositiveSmallIntegerField(default=1)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    book_by = models.DateField()
    cost_pence = models.PositiveIntegerField(null=True)
    state = models.CharField(max_length=12, default=rules.TO_DO)
    why_not = SealedJSONField(default=str)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    readers = {"ref": NOBODY, "line": CHOSEN, "what": CHOSEN, "state": CHOSEN, "why_not": CHOSEN}

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_booking_is_in_a_state_we_know", condition=Q(state__in=rules.STATES))
        ]
