"""What is planned for a meeting: its agenda, who does what, papers, moves; asking when; and calendars that follow."""

from django.db import models
from django.db.models import F, Q

from sidebyside.kit.readers import INSIDE, NOBODY
from sidebyside.people.models import Person, ref_field
from sidebyside.projects.models import Group, Project

ITEM_KINDS = ["welcome", "words", "values", "content", "break", "process", "other_business"]
ROLES = ["facilitator", "co_facilitator", "note_taker", "tech", "support"]


class AgendaItem(models.Model):
    """One thing to do at a meeting, with the minutes planned for it. added_by: nobody, when the template put it there."""

    ref = ref_field()
    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.CASCADE, related_name="agenda")
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=16, default="content")
    title = models.CharField(max_length=200)
    words = models.TextField(blank=True, default="")
    minutes = models.PositiveSmallIntegerField()
    added_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    from_group = models.BooleanField(default=False)  # the Lived Expertise Group chose to bring it
    first_after_break = models.BooleanField(default=False)  # it did not make sense to everybody
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    taken_off_at = models.DateTimeField(null=True)
    taken_off_why = models.TextField(blank=True, default="")
    readers = {"ref": NOBODY, "kind": INSIDE, "title": INSIDE, "words": INSIDE, "taken_off_why": INSIDE}

    class Meta:
        constraints = [
            models.CheckConstraint(name="an_agenda_item_is_of_a_kind_we_know", condition=Q(kind__in=ITEM_KINDS))
        ]


class MeetingRole(models.Model):
    """Who does what at a meeting."""

    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.CASCADE, related_name="roles")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=20)
    readers = {"role": INSIDE}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="a_person_has_a_role_once", fields=["meeting", "person", "role"]),
            models.CheckConstraint(name="a_role_at_a_meeting_is_one_we_know", condition=Q(role__in=ROLES)),
        ]


class WouldLike(models.Model):
    """Somebody would like to do this at meetings: of the project, or of the group whose own they are."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="would_like")
    group = models.ForeignKey(Group, null=True, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=20)
    since = models.DateTimeField()
    readers = {"role": INSIDE}

    class Meta:
        constraints = [
            models.CheckConstraint(name="somebody_would_like_a_role_we_know", condition=Q(role__in=ROLES)),
        ]


class Paper(models.Model):
    """Something to read before a meeting. minutes: how long reading takes, which is paid."""

    ref = ref_field()
    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.CASCADE, related_name="papers")
    title = models.CharField(max_length=120)
    words = models.TextField()
    minutes = models.PositiveSmallIntegerField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    given_out_at = models.DateTimeField(null=True)
    readers = {"ref": NOBODY, "title": INSIDE, "words": INSIDE}


class Move(models.Model):
    """A meeting was moved: when and where it would have been."""

    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.CASCADE, related_name="moves")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.TextField(max_length=500)
    why = models.TextField(blank=True, default="")
    moved_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    moved_at = models.DateTimeField()
    readers = {"place": INSIDE, "why": INSIDE}


class WhenPoll(models.Model):
    """Everybody is asked which of some times suits them."""

    ref = ref_field()
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="when_polls")
    group = models.ForeignKey(Group, null=True, on_delete=models.CASCADE, related_name="+")  # only theirs
    title = models.CharField(max_length=100)
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    meeting = models.ForeignKey("meetings.Meeting", null=True, on_delete=models.SET_NULL, related_name="polls")
    readers = {"ref": NOBODY, "title": INSIDE}


class WhenOption(models.Model):
    """One time to choose from."""

    ref = ref_field()
    poll = models.ForeignKey(WhenPoll, on_delete=models.CASCADE, related_name="options")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    readers = {"ref": NOBODY}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_time_to_choose_ends_after_it_starts", condition=Q(ends_at__gt=F("starts_at"))
            )
        ]


class CalendarFeed(models.Model):
    """An address that somebody's own calendar reads her meetings from. Only its digest is kept; she can end it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="calendar_feeds")
    token_digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    readers = {"token_digest": NOBODY}
