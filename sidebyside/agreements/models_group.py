"""What a group knows and says of itself: words to explain, life stories, who holds which power, meetings on the side."""

from django.db import models
from django.db.models import Q

from sidebyside.kit.readers import CHOSEN, INSIDE, NOBODY
from sidebyside.kit.sealed import SealedJSONField
from sidebyside.people.models import Person, ref_field
from sidebyside.projects.models import Group, Project


class Remark(models.Model):
    """What somebody says, with her name, about a proposal, somebody's power, a meeting on the side or a line of notes."""

    ref = ref_field()
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="remarks")
    group = models.ForeignKey(Group, null=True, on_delete=models.CASCADE, related_name="+")  # only theirs
    about = models.CharField(max_length=60)  # such as proposal:REF
    words = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)
    readers = {"ref": NOBODY, "about": NOBODY, "words": INSIDE}

    class Meta:
        indexes = [models.Index(fields=["project", "about"])]


class Term(models.Model):
    """A word that somebody did not know. Who pointed at it is kept nowhere. It has an owner until it has an agreed meaning."""

    ref = ref_field()
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="terms")
    group = models.ForeignKey(Group, null=True, on_delete=models.CASCADE, related_name="+")  # only theirs
    term = models.CharField(max_length=60)
    key = models.CharField(max_length=60)  # how it is compared: without capitals
    seen_in = models.CharField(max_length=200, blank=True, default="")
    flagged_on = models.DateField()  # the day and no more, so that it says nothing of who
    owner = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    times = models.PositiveSmallIntegerField(default=1)
    closed_at = models.DateTimeField(null=True)  # nobody needs it any more
    readers = {"ref": NOBODY, "term": INSIDE, "key": INSIDE, "seen_in": INSIDE}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="a_word_is_there_once_in_a_project", fields=["project", "key"], condition=Q(group=None)
            ),
            models.UniqueConstraint(
                name="a_word_is_there_once_in_a_group", fields=["group", "key"], condition=Q(group__isnull=False)
            ),
        ]


class Biography(models.Model):
    """Who somebody is, in her own words, for those whom she chose. parts: question -> her words."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="biographies")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="biographies")
    parts: "models.Field[dict[str, str], dict[str, str]]" = SealedJSONField(default=dict)
    seen_by = models.CharField(max_length=20, default="nobody")
    changed_at = models.DateTimeField()
    hands = models.JSONField(default=list)  # who else had a hand in it, by number (decision 6)
    readers = {"parts": CHOSEN, "seen_by": CHOSEN, "hands": NOBODY}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="a_person_has_one_biography_in_a_project", fields=["project", "person"]),
            models.CheckConstraint(
                name="a_biography_is_seen_by_whom_we_know",
                condition=Q(seen_by__in=["everybody", "lived_expertise", "nobody"]),
            ),
        ]


class Power(models.Model):
    """What power a person or a body holds here, what it means for others, and what will be done to share it.

    Bristol policy, Power sharing and relationships: Managing power and relationships. A newer one takes its place.
    """

    ref = ref_field()
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="powers")
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    body = models.CharField(max_length=120, blank=True, default="")  # when it is no one person
    holds = models.TextField()
    means = models.TextField()
    will_share = models.TextField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    review_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    readers = {"ref": NOBODY, "body": INSIDE, "holds": INSIDE, "means": INSIDE, "will_share": INSIDE}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="power_is_held_by_a_person_or_a_body",
                condition=Q(person=None) & ~Q(body="") | Q(person__isnull=False, body=""),
            )
        ]


class SideMeeting(models.Model):
    """People who hold power by their job met without the group. Everybody in the project reads that they did."""

    ref = ref_field()
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="side_meetings")
    on = models.DateField()
    there = models.TextField()
    about = models.TextField()
    came_of_it = models.TextField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    readers = {"ref": NOBODY, "there": INSIDE, "about": INSIDE, "came_of_it": INSIDE}
