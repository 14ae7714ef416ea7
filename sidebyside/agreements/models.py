"""What a group agrees together: proposals, answered by asks, closed on a day that was said at the start."""

from django.db import models
from django.db.models import Q

from sidebyside.agreements.models_group import Biography, Power, Remark, SideMeeting, Term
from sidebyside.kit.readers import INSIDE, NOBODY
from sidebyside.people.models import Person, ref_field
from sidebyside.projects.models import Group, Project

__all__ = ["KINDS", "Biography", "Power", "Proposal", "Remark", "SideMeeting", "Term"]

KINDS = [
    "claim",
    "not_needed",
    "way_of_deciding",
    "shapes_the_design",
    "strategic_decision",
    "delivery_and_review",
    "own_name",
    "take_back",
    "values",
    "ground_rule",
    "conflict",
    "hard_things",
    "who_stays_near",
    "how_to_stop",
    "access_means",
    "ask_budget",
    "definition",
    "notes",
    "pause_work",
    "bring",
]
OWN_ALONE = ["bring"]  # put only to a group of its own: what it brings to everybody
ASKED_ELSEWHERE = ["definition", "notes", *OWN_ALONE]  # put to the group from the word, and from the notes


class ProposalQuerySet(models.QuerySet):
    def standing(self):
        """What the group has agreed and has not since replaced or ended."""
        return self.filter(outcome="agreed", ended_at=None)

    def open(self):
        return self.filter(closed_at=None)

    def of_everybody(self):
        """Those of the whole project: never what a group keeps to itself."""
        return self.filter(group=None)

    def own_of(self, person: Person):
        """Those of a group of its own that this very person is in now: nobody else's, whatever her job."""
        theirs = Group.objects.filter(people__person=person, people__until=None)
        return self.filter(group__in=theirs)

    def of(self, group: Group | None):
        """Those of this group of its own, or with None those of everybody."""
        return self.filter(group=group)


class Proposal(models.Model):
    """Something put to the group. Who is counted is fixed when it opens; how many said what is shown when it closes."""

    ref = ref_field()
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="proposals")
    group = models.ForeignKey(Group, null=True, on_delete=models.CASCADE, related_name="proposals")  # only theirs
    kind = models.CharField(max_length=30)
    subject = models.CharField(max_length=60, blank=True, default="")
    words = models.TextField()
    parts = models.JSONField(default=dict)  # more words by name: why a rule, how we notice, an Easy Read meaning
    review_on = models.DateField(null=True)  # when the group looks at it again
    method = models.CharField(max_length=10)
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    counted = models.JSONField(default=list)
    others = models.JSONField(default=list)
    closed_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=12, blank=True, default="")
    why = models.CharField(max_length=40, blank=True, default="")
    tally = models.JSONField(default=dict)
    reasons = models.JSONField(default=list)
    ended_at = models.DateTimeField(null=True)
    objects = ProposalQuerySet.as_manager()
    readers = {
        "ref": NOBODY,
        "kind": INSIDE,
        "subject": INSIDE,
        "words": INSIDE,
        "parts": INSIDE,
        "method": INSIDE,
        "counted": NOBODY,
        "others": NOBODY,
        "outcome": INSIDE,
        "why": INSIDE,
        "tally": INSIDE,
        "reasons": INSIDE,
    }

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_proposal_is_of_a_kind_we_know", condition=Q(kind__in=KINDS)),
            models.CheckConstraint(
                name="a_group_decides_by_majority_or_consent", condition=Q(method__in=["majority", "consent"])
            ),
            models.CheckConstraint(
                name="a_proposal_has_an_outcome_once_closed",
                condition=Q(closed_at=None, outcome="")
                | Q(closed_at__isnull=False, outcome__in=["agreed", "not_agreed"]),
            ),
        ]

    @property
    def room(self) -> str:
        """Where its history is kept: with the project, or with the group whose own it is."""
        return f"group:{self.group.ref}" if self.group else self.project.room

    @property
    def question(self) -> str:
        """The name of the question that everybody who is asked is asked."""
        return f"agreements.{'own_' if self.group_id else ''}proposal:{self.ref}"
