"""Texts in every language and format: who is making what is missing, what it said when its source said something else,
and who checked it."""

from django.db import models
from django.db.models import Q

from sidebyside.kit.readers import ASKED, INSIDE, NOBODY
from sidebyside.people.models import Person, ref_field
from sidebyside.texts.rules import BEING_MADE, CHECKED, DRAFT, FORMATS


class Text(models.Model):
    """Something that is read, and that another part holds: what it is, and whose."""

    ref = ref_field()
    about = models.CharField(max_length=40)
    of = models.CharField(max_length=40)
    room = models.CharField(max_length=80)
    readers = {"ref": NOBODY, "about": NOBODY, "of": NOBODY, "room": NOBODY}

    class Meta:
        constraints = [models.UniqueConstraint(name="a_text_is_one_thing_of_one_owner", fields=["about", "of"])]


class VersionQuerySet(models.QuerySet):
    def made(self):
        return self.exclude(state=BEING_MADE)

    def being_made(self):
        return self.filter(state=BEING_MADE)


class Version(models.Model):
    """A text in one language and format: being made, a draft, or checked. What was said before stays, as an older row."""

    ref = ref_field()
    text = models.ForeignKey(Text, on_delete=models.CASCADE, related_name="versions")
    language = models.CharField(max_length=8)
    format = models.CharField(max_length=12)
    state = models.CharField(max_length=12)
    words = models.TextField(blank=True, default="")
    pictures = models.JSONField(default=list)  # the name of the picture beside each idea, or ""
    link = models.CharField(max_length=500, blank=True, default="")
    file = models.CharField(max_length=60, blank=True, default="")
    captions = models.CharField(max_length=60, blank=True, default="")
    has_captions = models.BooleanField(default=False)
    source_digest = models.CharField(max_length=64, blank=True, default="")
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    ready_by = models.DateField(null=True)
    objects = VersionQuerySet.as_manager()
    readers = {
        "ref": NOBODY,
        "language": NOBODY,
        "format": NOBODY,
        "state": NOBODY,
        "words": ASKED,
        "pictures": NOBODY,
        "link": INSIDE,
        "file": NOBODY,
        "captions": NOBODY,
        "source_digest": NOBODY,
    }

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_version_is_in_a_format_we_know", condition=Q(format__in=FORMATS)),
            models.CheckConstraint(
                name="what_is_being_made_has_a_day_and_no_words",
                condition=~Q(state=BEING_MADE) | Q(ready_by__isnull=False, words="", link="", file=""),
            ),
            models.CheckConstraint(
                name="a_version_is_being_made_a_draft_or_checked", condition=Q(state__in=[BEING_MADE, DRAFT, CHECKED])
            ),
            models.UniqueConstraint(
                name="one_person_is_making_it", fields=["text", "language", "format"], condition=Q(state=BEING_MADE)
            ),
        ]


class Checking(models.Model):
    """People checked a version together, in a session they were paid for."""

    ref = ref_field()
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="checkings")
    on_day = models.DateField()
    session = models.CharField(max_length=200)
    paid = models.BooleanField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    readers = {"ref": NOBODY, "session": INSIDE}

    class Meta:
        constraints = [models.CheckConstraint(name="whoever_checks_a_text_is_paid", condition=Q(paid=True))]


class Checker(models.Model):
    """Somebody checked it. Named only once she has said yes to that; until then she does not count."""

    checking = models.ForeignKey(Checking, on_delete=models.CASCADE, related_name="checkers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    may_be_named = models.BooleanField(null=True)
    said_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="a_person_checks_a_version_once_a_session", fields=["checking", "person"]),
            models.CheckConstraint(
                name="may_be_named_and_said_at_go_together",
                condition=Q(may_be_named=None, said_at=None) | Q(may_be_named__isnull=False, said_at__isnull=False),
            ),
        ]
