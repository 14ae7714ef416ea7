"""Meetings of a project, and what is booked for them so that everybody can take part."""

from django.db import models
from django.db.models import F, Q

from sidebyside.kit.readers import CHOSEN, INSIDE, NOBODY
from sidebyside.kit.sealed import SealedJSONField
from sidebyside.people.models import Person, ref_field
from sidebyside.projects.models import Group, Project
from sidebyside.projects.own_group import hers
from sidebyside.sessions import rules
from sidebyside.sessions.models_coming import Attendance, LeaveAlone
from sidebyside.sessions.models_live import (
    Check,
    Counted,
    Hand,
    Heard,
    Seat,
    SeatAnswer,
    SeatTaken,
    Sent,
    Signal,
)
from sidebyside.sessions.models_notes import CarParkItem, NoteLine, NoteWording
from sidebyside.sessions.models_plan import (
    AgendaItem,
    CalendarFeed,
    MeetingRole,
    Move,
    Paper,
    WhenOption,
    WhenPoll,
    WouldLike,
)

__all__ = [
    "AgendaItem",
    "Attendance",
    "Booking",
    "CalendarFeed",
    "CarParkItem",
    "Check",
    "Counted",
    "Hand",
    "Heard",
    "LeaveAlone",
    "Meeting",
    "MeetingRole",
    "Move",
    "NoteLine",
    "NoteWording",
    "Paper",
    "Seat",
    "SeatAnswer",
    "SeatTaken",
    "Sent",
    "Signal",
    "WhenOption",
    "WhenPoll",
    "WouldLike",
]

WAYS = ["in-person", "online", "phone", "hybrid", "outdoors", "making"]


class MeetingQuerySet(models.QuerySet):
    def open_to(self, person):
        """Those of everybody, and those of a group that this very person is in now: nobody else's, whatever her job."""
        return self.filter(Q(group=None) | Q(group__in=hers(person)))

    def of_everybody(self):
        return self.filter(group=None)


class Meeting(models.Model):
    """People come together: when and where. group: whose own it is; nobody else knows of it. None: everybody's."""

    ref = ref_field()
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="meetings")
    group = models.ForeignKey(Group, null=True, on_delete=models.CASCADE, related_name="meetings")
    title = models.CharField(max_length=100)
    place = models.TextField(max_length=500)
    way = models.CharField(max_length=12, default="in-person")
    join_how = models.TextField(blank=True, default="")  # the link, or the number to ring
    layout = models.TextField(blank=True, default="")
    venue = models.JSONField(default=dict)  # what is known of the place, by code: yes, no
    template = models.CharField(max_length=60, blank=True, default="")
    papers_days = models.PositiveSmallIntegerField(default=7)  # papers are there this many days before
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    planned_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    planned_at = models.DateTimeField()
    off_at = models.DateTimeField(null=True)  # it was called off
    asked_before_at = models.DateTimeField(null=True)
    asked_after_at = models.DateTimeField(null=True)
    sheet_closed_at = models.DateTimeField(null=True)  # what was said on it counts from now on, all at once
    began_at = models.DateTimeField(null=True)
    over_at = models.DateTimeField(null=True)
    now_item = models.ForeignKey("AgendaItem", null=True, on_delete=models.SET_NULL, related_name="+")
    live_version = models.PositiveIntegerField(default=0)  # goes up with each thing that the room sees
    notes_agreed_at = models.DateTimeField(null=True)
    objects = MeetingQuerySet.as_manager()
    readers = {
        "ref": NOBODY,
        "title": INSIDE,
        "place": INSIDE,
        "way": INSIDE,
        "join_how": INSIDE,
        "layout": INSIDE,
        "venue": INSIDE,
        "template": INSIDE,
    }

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_meeting_ends_after_it_starts", condition=Q(ends_at__gt=F("starts_at"))),
            models.CheckConstraint(name="a_meeting_is_held_in_a_way_we_know", condition=Q(way__in=WAYS)),
        ]
        indexes = [models.Index(fields=["project", "starts_at"])]

    @property
    def room(self) -> str:
        """Where its history is kept: with the project, or with the group whose own it is."""
        return f"group:{self.group.ref}" if self.group else self.project.room


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
