"""Who came to a meeting, how, and who does not want to be asked when she missed one."""

from django.db import models
from django.db.models import Q

from sidebyside.kit.readers import INSIDE
from sidebyside.people.models import Person
from sidebyside.projects.models import Project

CAME = ["in-person", "online", "phone", "views", "no"]


class Attendance(models.Model):
    """How somebody took part in a meeting: in the room, online, by phone, by sending what she thinks, or not at all."""

    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.CASCADE, related_name="attendance")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    came = models.CharField(max_length=12)
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    readers = {"came": INSIDE}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="a_person_is_written_down_once_at_a_meeting", fields=["meeting", "person"]),
            models.CheckConstraint(name="somebody_came_in_a_way_we_know", condition=Q(came__in=CAME)),
        ]


class LeaveAlone(models.Model):
    """Somebody does not want to be asked when she missed a meeting of this project."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(name="left_alone_once", fields=["project", "person"])]
