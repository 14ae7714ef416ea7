"""How people come and stay: when a project is open to new people, who would like to meet, breaks, more time, what was told."""

from typing import Any

from django.db import models
from django.db.models import Q

from sidebyside.kit.readers import ASKED, EVERYONE, INSIDE, MEETERS, NOBODY
from sidebyside.kit.sealed import SealedJSONField
from sidebyside.people.models import DOORS, Person, ref_field


class Opening(models.Model):
    """A time in which a project is open to new people, with what it says to anybody then. A second one: some are missing.

    Bristol policy, Representation: in the first round there may not be everybody; a second round may be needed.
    """

    ref = ref_field()
    project = models.ForeignKey("projects.Project", on_delete=models.CASCADE, related_name="openings")
    about = models.TextField()
    time = models.TextField()
    pay = models.TextField()
    looking_for = models.TextField(blank=True, default="")
    meets = models.TextField(blank=True, default="")  # whom she would meet first, if that person agreed to be named
    until_on = models.DateField()
    opened_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    readers = {
        "ref": NOBODY,
        "about": EVERYONE,
        "time": EVERYONE,
        "pay": EVERYONE,
        "looking_for": EVERYONE,
        "meets": EVERYONE,
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="a_project_is_open_once_at_a_time", fields=["project"], condition=Q(closed_at=None)
            )
        ]


class Hello(models.Model):
    """Somebody would like to meet a project. She has no place in the hub by that; it is dropped once answered and old.

    said: name, way, reach, helps, more. meeting: on, at, where, how, words. kindly: why it is not now.
    to_tell: a code for what she is still to be told; told_at: when she was. Her way is hers: nobody else is written to.
    """

    ref = ref_field()
    project = models.ForeignKey("projects.Project", on_delete=models.CASCADE, related_name="hellos")
    said: Any = SealedJSONField()
    digest = models.CharField(max_length=64)
    door = models.CharField(max_length=12)
    said_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    sent_from = models.CharField(max_length=64, blank=True, default="")
    meeting: Any = SealedJSONField(null=True)
    arranged_at = models.DateTimeField(null=True)
    kindly: Any = SealedJSONField(null=True)
    answer = models.CharField(max_length=20, blank=True, default="")
    answered_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)
    to_tell = models.CharField(max_length=20, blank=True, default="")
    started_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)
    readers = {
        "ref": NOBODY,
        "said": MEETERS,
        "digest": NOBODY,
        "door": MEETERS,
        "sent_from": NOBODY,
        "meeting": MEETERS,
        "kindly": MEETERS,
        "answer": MEETERS,
        "to_tell": MEETERS,
    }

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_hello_comes_by_a_door_we_know", condition=Q(door__in=DOORS)),
            models.CheckConstraint(
                name="a_hello_is_answered_at_a_time_or_not",
                condition=Q(answer="", answered_at=None) | (~Q(answer="") & Q(answered_at__isnull=False)),
            ),
        ]
        indexes = [models.Index(fields=["project", "answered_at"]), models.Index(fields=["sent_from", "recorded_at"])]


class Break(models.Model):
    """Somebody takes a break from a project: nothing is asked of her, and she comes back when she likes.

    why: "herself", or "end_came": the end that she had said yes to came, and she has not said yes to more.
    """

    ref = ref_field()
    membership = models.ForeignKey("projects.Membership", on_delete=models.CASCADE, related_name="breaks")
    why = models.CharField(max_length=12, default="herself")
    from_at = models.DateTimeField()
    until_on = models.DateField(null=True)
    reminded_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    readers = {"ref": NOBODY, "why": NOBODY}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="somebody_takes_one_break_at_a_time", fields=["membership"], condition=Q(ended_at=None)
            ),
            models.CheckConstraint(name="a_break_has_a_reason_we_know", condition=Q(why__in=["herself", "end_came"])),
        ]


class MoreTime(models.Model):
    """A project was planned longer than people were told. Everybody in it is asked again whether they go on."""

    ref = ref_field()
    project = models.ForeignKey("projects.Project", on_delete=models.CASCADE, related_name="more_times")
    was_until = models.DateField()
    until = models.DateField()
    why = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    readers = {"ref": NOBODY, "why": INSIDE}

    class Meta:
        constraints = [
            models.CheckConstraint(name="more_time_ends_later", condition=Q(until__gt=models.F("was_until")))
        ]


class Wording(models.Model):
    """What a project said of itself when somebody said yes: each wording once, so that it can be shown to her later."""

    project = models.ForeignKey("projects.Project", on_delete=models.CASCADE, related_name="wordings")
    what = models.CharField(max_length=20)
    digest = models.CharField(max_length=64)
    words = models.TextField()
    first_at = models.DateTimeField()
    readers = {"what": INSIDE, "digest": NOBODY, "words": ASKED}

    class Meta:
        constraints = [models.UniqueConstraint(name="each_wording_is_kept_once", fields=["project", "what", "digest"])]
