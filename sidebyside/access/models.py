"""What people need to take part: hers to say, hers to share in each project, and what is arranged from it."""

from django.db import models
from django.db.models import F, Q

from sidebyside.access import rules
from sidebyside.kit.readers import CHOSEN, NOBODY, THEMSELF
from sidebyside.kit.sealed import SealedJSONField
from sidebyside.people.models import DOORS, Person, ref_field
from sidebyside.projects.models import Project


class Need(models.Model):
    """What she said to one question of the passport. She can change it or take it away at any time; nothing older is kept.

    said: {"chosen": [ids of choices], "words": "..."}. seen_by: the kinds of reader it is meant for; empty: nobody but her.
    """

    ref = ref_field()
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="needs")
    question = models.CharField(max_length=60)
    said = SealedJSONField()
    seen_by = models.JSONField(default=list)
    said_at = models.DateTimeField()
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    door = models.CharField(max_length=12, default="web")
    readers = {"ref": NOBODY, "question": CHOSEN, "said": CHOSEN, "seen_by": THEMSELF, "door": THEMSELF}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="a_need_has_one_answer_a_question", fields=["person", "question"]),
            models.CheckConstraint(name="a_need_came_by_a_door_we_know", condition=Q(door__in=DOORS)),
        ]


class SharingQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(ended_at=None)


class Sharing(models.Model):
    """She lets one person of one project (or its whole group) read what she marked for that kind of reader. Until she ends it."""

    ref = ref_field()
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="sharings")
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="sharings")
    kind = models.CharField(max_length=12)
    reader = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="+")
    given_at = models.DateTimeField()
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    objects = SharingQuerySet.as_manager()
    readers = {"ref": NOBODY, "kind": CHOSEN}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="needs_are_shared_with_somebody_or_the_group",
                condition=Q(kind=rules.GROUP, reader=None)
                | (Q(kind__in=[kind for kind in rules.READERS if kind != rules.GROUP]) & Q(reader__isnull=False)),
            ),
            models.CheckConstraint(
                name="nobody_shares_needs_with_herself", condition=Q(reader=None) | ~Q(reader=F("person"))
            ),
            models.UniqueConstraint(
                name="needs_are_shared_with_a_reader_once",
                fields=["person", "project", "kind", "reader"],
                condition=Q(ended_at=None, reader__isnull=False),
            ),
            models.UniqueConstraint(
                name="needs_are_shared_with_the_group_once",
                fields=["person", "project"],
                condition=Q(ended_at=None, reader=None),
            ),
        ]


class Interest(models.Model):
    """This person assesses, pays for or manages that member's care: she said so, or they did. They read nothing of hers."""

    ref = ref_field()
    member = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="interests")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    said_by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    said_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    objects = SharingQuerySet.as_manager()
    readers = {"ref": NOBODY}

    class Meta:
        constraints = [
            models.CheckConstraint(name="nobody_decides_about_her_own_care", condition=~Q(member=F("person"))),
            models.CheckConstraint(
                name="an_interest_is_said_by_one_of_the_two", condition=Q(said_by=F("member")) | Q(said_by=F("person"))
            ),
            models.UniqueConstraint(
                name="an_interest_is_said_once", fields=["member", "person", "said_by"], condition=Q(ended_at=None)
            ),
        ]


class Adjustment(models.Model):
    """Something arranged in a project so that she can take part: who does it, by when, what it costs, and what came of it.

    question: the one it follows from, if any. got: what she said last, when asked whether she got it.
    """

    ref = ref_field()
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="adjustments")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="adjustments")
    question = models.CharField(max_length=60, blank=True, default="")
    what = SealedJSONField()
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(null=True)
    cost_pence = models.PositiveIntegerField(null=True)
    state = models.CharField(max_length=12, default=rules.TO_DO)
    why_not = SealedJSONField(default=str)
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    got = models.CharField(max_length=12, blank=True, default="")
    got_at = models.DateTimeField(null=True)
    objects = SharingQuerySet.as_manager()
    readers = {"ref": NOBODY, "question": CHOSEN, "what": CHOSEN, "state": CHOSEN, "why_not": CHOSEN, "got": CHOSEN}

    class Meta:
        constraints = [
            models.CheckConstraint(name="an_adjustment_is_in_a_state_we_know", condition=Q(state__in=rules.STATES)),
            models.CheckConstraint(
                name="got_it_is_said_at_a_time",
                condition=Q(got="", got_at=None) | Q(got__in=rules.GOT, got_at__isnull=False),
            ),
        ]
