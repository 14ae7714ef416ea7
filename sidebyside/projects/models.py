"""Projects: who does what together, in which groups, how each person joins, and by when."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from sidebyside.kit.clock import today
from sidebyside.kit.readers import ASKED, EVERYONE, INSIDE, MAKERS, NOBODY, OFFICERS
from sidebyside.people.models import Organisation, Person, ref_field
from sidebyside.projects.models_joining import Break, Hello, MoreTime, Opening, Wording
from sidebyside.who_can import Role

__all__ = [
    "Advice",
    "Break",
    "Group",
    "GroupMember",
    "Hello",
    "Membership",
    "MoreTime",
    "Opening",
    "ParticipationAnswer",
    "Project",
    "Stage",
    "Wording",
]

LIVED_EXPERTISE, ORGANISATION = "lived_expertise", "organisation"
OFFICER, FACILITATOR, LEADER, RESEARCHER = "officer", "facilitator", "leader", "researcher"
WAYS_TO_JOIN = [LIVED_EXPERTISE, ORGANISATION, OFFICER, FACILITATOR, LEADER, RESEARCHER]
BY_THEIR_JOB = [OFFICER, FACILITATOR, LEADER]
# Kinds of ask that are answered on a page of the project: a helper chosen for one of them may open the project.
ASKED_IN_A_PROJECT = [
    "standing.round",
    "agreements.proposal",
    "agreements.own_proposal",
    "projects.longer",
    *("meetings.when", "meetings.own_when"),
    *("meetings.before", "meetings.own_before"),
    *("meetings.afterwards", "meetings.own_after", "meetings.quote"),
]

DESIGN, DELIVERY, REVIEW = "design", "delivery", "review"


class ProjectQuerySet(models.QuerySet):
    def visible_to(self, person):
        """The projects this person may know of: hers to join, to be in, to have left, to help in, to start or to advise."""
        mine = Membership.objects.filter(project=OuterRef("pk"), person=person)
        helped = Membership.objects.helped_by(person.helps.in_force(today=today())).filter(project=OuterRef("pk"))
        asked = Advice.objects.filter(project=OuterRef("pk"), asked_of=person)
        invited = Membership.objects.helped_to_join_by(person.helps.in_force(today=today()))
        to_join = invited.filter(project=OuterRef("pk"))
        return self.filter(Q(started_by=person) | Exists(mine) | Exists(helped) | Exists(to_join) | Exists(asked))

    def running(self):
        return self.filter(state="running")


class Project(models.Model):
    """A piece of work that people do together. It follows one pack at one version."""

    ref = ref_field()
    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=120)
    own_name = models.CharField(max_length=120, blank=True, default="")
    about = models.TextField(blank=True, default="")
    fixed = models.TextField(blank=True, default="")
    open_to_change = models.TextField(blank=True, default="")
    started_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    started_for = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    run_by = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="runs")
    state = models.CharField(max_length=10, default="draft")
    step = models.CharField(max_length=80, default="about")
    starter_joins = models.JSONField(default=dict)  # how whoever starts it will join, until it begins
    pack = models.CharField(max_length=60)
    pack_version = models.CharField(max_length=20)
    planned_rung = models.CharField(max_length=30, blank=True, default="")
    claimed_rung = models.CharField(max_length=30, blank=True, default="")
    follows = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="followed_by")
    minutes_a_month = models.PositiveSmallIntegerField(default=20)
    made_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    objects = ProjectQuerySet.as_manager()
    # What guard.find says of whoever asks for it.
    roles: set[Role]
    mine: "list[Membership]"
    is_helped: bool
    is_helped_to_join: bool
    is_advised: bool
    readers = {
        "ref": NOBODY,
        "slug": EVERYONE,
        "title": EVERYONE,
        "own_name": EVERYONE,
        "about": ASKED,
        "fixed": ASKED,
        "open_to_change": ASKED,
        "state": INSIDE,
        "step": MAKERS,
        "starter_joins": MAKERS,
        "pack": EVERYONE,
        "pack_version": EVERYONE,
        "planned_rung": EVERYONE,
        "claimed_rung": EVERYONE,
    }

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_project_is_in_a_state_we_know",
                condition=Q(state__in=["draft", "running", "paused", "stopped", "finished"]),
            ),
            models.CheckConstraint(
                name="only_a_draft_has_not_started", condition=Q(state="draft") | Q(started_at__isnull=False)
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        """The group's own name for its work heads its pages, once it has one."""
        return self.own_name or self.title

    @property
    def room(self) -> str:
        return f"project:{self.ref}"


class ParticipationAnswer(models.Model):
    """What was answered to one of the questions that decide which kind of participation is possible. Never changed."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="participation_answers")
    question = models.CharField(max_length=60)
    answer = models.CharField(max_length=60)
    reason = models.TextField(blank=True, default="")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    readers = {"question": INSIDE, "answer": INSIDE, "reason": INSIDE}


class Advice(models.Model):
    """The advisory group was asked what it thinks of the plan, and what it said."""

    ref = ref_field()
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="advice")
    question = models.TextField()
    asked_of = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    words = models.TextField(blank=True, default="")
    given_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(null=True)
    readers = {"ref": NOBODY, "question": INSIDE, "words": INSIDE}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="advice_given_at_and_by_go_together",
                condition=Q(given_at=None, given_by=None) | Q(given_at__isnull=False, given_by__isnull=False),
            )
        ]


class Stage(models.Model):
    """A stretch of the work, from design to delivery to review, with the time planned for it (before the extra 20%)."""

    ref = ref_field()
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="stages")
    kind = models.CharField(max_length=10)
    title = models.CharField(max_length=120)
    order = models.PositiveSmallIntegerField()
    planned_from = models.DateField()
    planned_weeks = models.PositiveSmallIntegerField()
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    readers = {"ref": NOBODY, "kind": INSIDE, "title": INSIDE}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="a_stage_has_its_own_place", fields=["project", "order"]),
            models.CheckConstraint(
                name="a_stage_is_of_a_kind_we_know", condition=Q(kind__in=[DESIGN, DELIVERY, REVIEW])
            ),
        ]


class MembershipQuerySet(models.QuerySet):
    def joined(self):
        return self.filter(joined_at__isnull=False, left_at=None)

    def asked(self):
        """Who has joined, has not left and takes no break: those of whom something new may be asked."""
        return self.joined().exclude(Exists(Break.objects.filter(membership=OuterRef("pk"), ended_at=None)))

    def helped_by(self, helps):
        """Who has joined and not left, and chose one of these helps for something that a project asks its people."""
        asked_here = helps.chosen_for(*ASKED_IN_A_PROJECT)
        return self.joined().filter(said_no_at=None, person__in=asked_here.values("member"))

    def helped_to_join_by(self, helps):
        """Who is asked to join and has not answered, and chose one of these helps to answer that."""
        waiting = self.filter(joined_at=None, said_no_at=None, left_at=None)
        return waiting.filter(person__in=helps.chosen_for("projects.join").values("member"))

    def counted(self):
        """Whose word counts for the label: lived expertise, or an organisation led by it, and never here by their job.

        Decision 3, and its guard: somebody who has ever been this project's officer, facilitator or leader is left out.
        """
        by_job = Membership.objects.filter(
            project=OuterRef("project"), person=OuterRef("person"), joins_as__in=BY_THEIR_JOB, joined_at__isnull=False
        )
        led = Q(joins_as=ORGANISATION, organisation__led_by_lived_expertise=True)
        return self.joined().filter(Q(joins_as=LIVED_EXPERTISE) | led).exclude(Exists(by_job))


class Membership(models.Model):
    """A person's place in a project: how she joins, what she was offered and told when she said yes, and how it ended."""

    ref = ref_field()
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    joins_as = models.CharField(max_length=20)
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    paid_by_job = models.BooleanField(default=False)
    offer = models.CharField(max_length=200, blank=True, default="")
    told = models.JSONField(default=dict)  # what the invitation said, as it stood when she said yes
    invited_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    joined_at = models.DateTimeField(null=True)
    said_no_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)
    left_why = models.CharField(max_length=20, blank=True, default="")
    covers = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="covered_by")
    hands = models.JSONField(default=list)  # who else had a hand in her yes, by number (decision 6)
    takes_over = models.BooleanField(default=False)  # for good: the place she covers ends when she says yes
    stays_until = models.DateField(null=True)  # the end that she said yes to, when the project grew longer
    goes_on = models.CharField(max_length=8, blank=True, default="")  # asked whether she goes on: asked, yes, no, talk
    objects = MembershipQuerySet.as_manager()
    readers = {
        "ref": NOBODY,
        "joins_as": INSIDE,
        "offer": OFFICERS,
        "told": OFFICERS,
        "left_why": NOBODY,
        "goes_on": OFFICERS,
        "hands": NOBODY,
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="a_person_has_one_place_in_a_project_at_a_time",
                fields=["project", "person"],
                condition=Q(left_at=None, said_no_at=None),
            ),
            models.CheckConstraint(name="a_person_joins_in_a_way_we_know", condition=Q(joins_as__in=WAYS_TO_JOIN)),
            models.CheckConstraint(
                name="somebody_goes_on_in_a_way_we_know", condition=Q(goes_on__in=["", "asked", "yes", "no", "talk"])
            ),
            models.CheckConstraint(
                name="whoever_joins_for_an_organisation_names_it",
                condition=~Q(joins_as=ORGANISATION) | Q(organisation__isnull=False),
            ),
        ]


class Group(models.Model):
    """A group of people: a project's working group, lived expertise group or leaders; or the hub's advisory group."""

    ref = ref_field()
    project = models.ForeignKey(Project, null=True, on_delete=models.CASCADE, related_name="groups")
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    readers = {"ref": NOBODY, "kind": INSIDE, "name": INSIDE}

    @property
    def room(self) -> str:
        return f"group:{self.ref}"


class GroupMember(models.Model):
    """Somebody is in a group, from one day until perhaps another."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="people")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="a_person_is_in_a_group_once_at_a_time", fields=["group", "person"], condition=Q(until=None)
            )
        ]
