"""What the projects part can show about a project, and when things happened in it. Two queries for everything."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef
from django.utils.dateparse import parse_date

from sidebyside.kit.clock import end_of
from sidebyside.kit.facts import NOT_YET, PARTLY, SHOWN, Fact, offers, tells_when
from sidebyside.people.models import Answer
from sidebyside.projects import rules
from sidebyside.projects.models import DESIGN, Break, Membership, Project


@dataclass
class Place:
    """A membership with whether its word counts."""

    membership: Membership
    counted: bool
    on_break: bool = False

    @property
    def asked(self) -> bool:
        """Is she here now, and not taking a break? Nothing new is asked of anybody else."""
        return bool(self.membership.joined_at and not self.membership.left_at and not self.on_break)


def places(project: Project) -> list[Place]:
    """Everybody who was ever asked to join, oldest first, with whether she is counted now. One query.

    Somebody whose yes was entered by, or with a card made by, somebody here by their job is in, and not counted.
    """
    resting = Exists(Break.objects.filter(membership=OuterRef("pk"), ended_at=None))
    known = project.memberships.select_related("organisation", "person").annotate(rests=resting)
    rows = list(known.order_by("invited_at", "id"))
    by_job = {m.person_id for m in rows if m.joined_at and m.joins_as in rules.BY_THEIR_JOB}
    return [Place(m, _counts(m, by_job), m.rests) for m in rows]


def _counts(membership: Membership, by_job: set[int]) -> bool:
    led = bool(membership.organisation and membership.organisation.led_by_lived_expertise)
    here = bool(membership.joined_at and not membership.left_at)
    by_other_hands = bool(by_job & set(membership.hands))
    return here and rules.is_counted(
        joins_as=membership.joins_as,
        led_by_lived_expertise=led,
        ever_by_job=membership.person_id in by_job or by_other_hands,
    )


def own_yes_to_more_time(project: Project, everybody: Iterable[Place]) -> set[int]:
    """Who herself said yes to more time, not by the hand of anybody here by their job (decision 6). One query."""
    rows = [place.membership for place in everybody if place.membership.joined_at]
    by_job = {m.person_id for m in rows if m.joins_as in rules.BY_THEIR_JOB}
    said = Answer.objects.filter(ask__room=project.room, ask__kind="projects.longer", ask__withdrawn_at=None)
    free = said.exclude(entered_by__in=by_job).exclude(card_made_by__in=by_job)
    latest = {answer.ask.person_id: answer.said for answer in free.select_related("ask").order_by("said_at", "id")}
    return {person for person, word in latest.items() if word == "yes"}


# Facts say SHOWN only for what members confirmed when they said yes (Membership.told), never for what was only sent.
TOLD = {
    "projects.members_know_what_is_fixed": ("fixed", "members_know_what_is_fixed"),
    "projects.kind_decided_and_shared": ("kind", "kind_decided_and_shared"),
    "projects.information_pack_confirmed": ("complain", "information_pack_confirmed"),
}


@offers(*TOLD, "projects.timeline_shared", "projects.pay_offered_to_all")
def what_projects_show(project: Project, now: datetime) -> dict[str, Fact]:
    """A project that grew longer has told its time to those who said yes to the new end, free of hands by job."""
    everybody = places(project)
    counted = [place.membership for place in everybody if place.counted]
    facts = {name: _told_to(counted, key, code) for name, (key, code) in TOLD.items()}
    own = own_yes_to_more_time(project, everybody) if any(m.goes_on == "yes" for m in counted) else set()
    goes_on = [m for m in counted if not m.goes_on or (m.goes_on == "yes" and m.person_id in own)]
    knows = [m for m in goes_on if m.told.get("ends_on")]
    facts["projects.timeline_shared"] = _fact(len(knows), len(counted), "timeline_shared")
    offered = [m for m in counted if m.paid_by_job or m.offer]
    facts["projects.pay_offered_to_all"] = _fact(len(offered), len(counted), "pay_offered_to_all")
    return facts


def _told_to(counted: list[Membership], key: str, code: str) -> Fact:
    return _fact(len([m for m in counted if m.told.get(key)]), len(counted), code)


def _fact(some: int, everyone: int, code: str) -> Fact:
    if not some:
        return Fact(NOT_YET, f"{code}_not_yet")
    status = SHOWN if some == everyone else PARTLY
    return Fact(status, code, {"some": some, "everyone": everyone})


@tells_when(
    "projects.started",
    "projects.first_invited",
    "projects.first_joined",
    "projects.pay_offered",
    "projects.five_joined",
    "projects.weeks_after_joining_8",
    "projects.weeks_after_joining_16",
    "projects.made_what_it_set_out_to_make",
    "projects.twelve_weeks_past_the_end_members_were_told",
)
def when_it_happened(project: Project, now: datetime) -> dict[str, datetime | None]:
    """The moment each thing first happened. The last one goes by the end members were told, which nobody can move."""
    rows = [place.membership for place in places(project)]
    joined = sorted(m.joined_at for m in rows if m.joined_at)
    ends = [parse_date(m.told["ends_on"]) for m in rows if m.told.get("ends_on")]
    after = project.stages.exclude(kind=DESIGN).filter(started_at__isnull=False).order_by("started_at").first()
    first = joined[0] if joined else None
    return {
        "projects.started": project.started_at,
        "projects.first_invited": min((m.invited_at for m in rows), default=None),
        "projects.first_joined": first,
        "projects.pay_offered": min((m.invited_at for m in rows if m.offer), default=None),
        "projects.five_joined": joined[4] if len(joined) > 4 else None,
        "projects.weeks_after_joining_8": rules.weeks_after(first, 8),
        "projects.weeks_after_joining_16": rules.weeks_after(first, 16),
        "projects.made_what_it_set_out_to_make": after.started_at if after else None,
        "projects.twelve_weeks_past_the_end_members_were_told": (
            rules.weeks_after(end_of(min(end for end in ends if end)), 12) if ends else None
        ),
    }


def minutes_a_month(room: str) -> int | None:
    """How many minutes a month, outside sessions, a project asks of each member at most; None for other rooms."""
    if not room.startswith("project:"):
        return None
    return Project.objects.filter(ref=room.removeprefix("project:")).values_list("minutes_a_month", flat=True).first()
