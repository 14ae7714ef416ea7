"""How people come into a project and leave it: invited, told everything first, their own yes, and as easily out again."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from sidebyside.kit import history
from sidebyside.kit.events import happened
from sidebyside.kit.verdict import Refused, no, refuse_unless
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.models import Organisation, Person
from sidebyside.projects import rules
from sidebyside.projects.actions import hold, planned_timeline
from sidebyside.projects.facts import places
from sidebyside.projects.models import BY_THEIR_JOB, LIVED_EXPERTISE, GroupMember, Membership, Project, Wording

STAY = "stay"
JOIN = asks.add_kind(asks.Kind("projects.join", "open", 15, "ask_join_title", ("invitation", ("slug", "membership"))))
PLACE = asks.add_kind(
    asks.Kind("projects.place", "inside", 1, "ask_place_title", ("my-place", ("slug",)), helpers=False)
)


@transaction.atomic
def invite(
    *,
    project: Project,
    person: Person,
    joins_as: str,
    by: Acting,
    now: datetime,
    organisation: Organisation | None = None,
    paid_by_job: bool = False,
    offer: str = "",
) -> Membership:
    """Ask somebody to join. She is in only when she says yes, having been told what it is, how long, and what is paid.

    offer: what she would be paid, in words ("£10.90 an hour, with reading time"); empty when her job pays her.
    """
    project = hold(project)
    here = project.memberships.filter(person=person)
    refuse_unless(
        rules.can_invite(
            state=project.state,
            joins_as=joins_as,
            has_organisation=organisation is not None,
            already_here=here.filter(left_at=None, said_no_at=None).exists(),
            by_job_here=here.filter(joins_as__in=rules.BY_THEIR_JOB, joined_at__isnull=False).exists(),
        )
    )
    membership = Membership.objects.create(
        project=project,
        person=person,
        joins_as=joins_as,
        organisation=organisation,
        paid_by_job=paid_by_job,
        offer=offer.strip(),
        invited_by=by.person,
        invited_at=now,
    )
    _ask_to_join(membership, now)
    history.note(project.room, by, "member-invited", person.ref, now=now, values={"joins_as": joins_as})
    happened("member-invited", project=project, now=now)
    return membership


def _ask_to_join(membership: Membership, now: datetime) -> None:
    project = membership.project
    asks.ask_all(
        JOIN,
        question=f"projects.join:{membership.ref}",
        people=[membership.person],
        room=project.room,
        now=now,
        values={"slug": project.slug, "membership": membership.ref, "project": project.name},
    )


def place_ask(membership: Membership, now: datetime) -> asks.Ask:
    """The standing question about her place here: there from her yes on, never sent out, and answerable by any door."""
    project = membership.project
    ask, _new = asks.Ask.objects.get_or_create(
        question=f"projects.place:{membership.ref}",
        person=membership.person,
        defaults={
            "kind": PLACE.name,
            "room": project.room,
            "reveals": PLACE.reveals,
            "minutes": PLACE.minutes,
            "opened_at": now,
            "values": {"slug": project.slug, "membership": membership.ref, "project": project.name},
        },
    )
    return ask


def _begin_place(membership: Membership, by: Acting, now: datetime) -> None:
    """Her yes to joining is her first word on her place: to stay."""
    ask = place_ask(membership, now)
    same = {"entered_by": by.hand, "card_made_by": by.card_made_by, "door": by.door, "said_at": now, "recorded_at": now}
    asks.Answer.objects.create(ask=ask, said=STAY, **same)


def what_is_told(membership: Membership) -> dict:
    """What the invitation says, as plain values. Kept with her yes, so that later changes cannot rewrite it."""
    project = membership.project
    timeline = planned_timeline(project.stages.order_by("order"))
    return {
        "about": bool(project.about),
        "fixed": bool(project.fixed),
        "kind": project.planned_rung,
        "ends_on": timeline[-1].ends_with_extra.isoformat() if timeline else "",
        "offer": membership.offer,
        "minutes_a_month": project.minutes_a_month,
        "complain": True,
        "wordings": {what: digest_of(words) for what, words in wordings(membership).items()},
    }


def wordings(membership: Membership) -> dict[str, str]:
    """The very words that an invitation shows."""
    project = membership.project
    return {
        "about": project.about,
        "fixed": project.fixed,
        "open_to_change": project.open_to_change,
        "offer": membership.offer,
    }


def digest_of(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()


def _keep_wordings(membership: Membership, now: datetime) -> None:
    """Each wording is kept once, so that what she was told can be shown to her later. Her offer stays where it is."""
    for what, words in wordings(membership).items():
        if what != "offer":
            kept = {"words": words, "first_at": now}
            Wording.objects.get_or_create(project=membership.project, what=what, digest=digest_of(words), defaults=kept)


@transaction.atomic
def answer_invitation(
    *, membership: Membership, yes: bool, by: Acting, now: datetime, said_at: datetime | None = None
) -> Membership:
    """Her own yes or no. A yes keeps what she was told; a no is as easy and asks for no reason."""
    hold(membership.project)
    held = Membership.objects.select_for_update(of=("self",))
    membership = held.select_related("project", "organisation", "person").get(pk=membership.pk)
    refuse_unless(
        rules.can_answer_invitation(
            joined=bool(membership.joined_at),
            said_no=bool(membership.said_no_at),
            left=bool(membership.left_at),
            state=membership.project.state,
        )
    )
    ask = membership.person.asks.get(question=f"projects.join:{membership.ref}")
    asks.answer(ask=ask, said="yes" if yes else "no", by=by, now=now, said_at=said_at)
    if not yes:
        membership.said_no_at = now
        membership.save(update_fields=["said_no_at"])
        history.note(membership.project.room, by, "member-said-no", membership.person.ref, now=now)
        return membership
    return _join(membership, by, now)


def _join(membership: Membership, by: Acting, now: datetime) -> Membership:
    """She is in from now on, and knows what she was told. Whoever she takes over from is out."""
    project, way = membership.project, membership.joins_as
    membership.joined_at, membership.told, membership.hands = now, what_is_told(membership), hands_in(by)
    membership.save(update_fields=["joined_at", "told", "hands"])
    _keep_wordings(membership, now)
    counts = any(place.counted for place in places(project) if place.membership == membership)
    _into_groups(membership, now)
    _begin_place(membership, by, now)
    history.note(project.room, by, "member-joined", membership.person.ref, now=now, values={"joins_as": way})
    happened("member-joined", project=project, now=now, by_members=counts)
    if membership.takes_over and membership.covers and not membership.covers.left_at:
        leave(membership=membership.covers, by=by, now=now)
    return membership


def hands_in(by: Acting) -> list[int]:
    """Who else had a hand in what she did: her helper, who wrote that helper down, who typed it in, who made her card."""
    others = [person.pk for person in (by.helper, by.keyed_by, by.card_made_by) if person]
    if by.helper is None:
        return others
    written_down = by.person.helpers.filter(helper=by.helper, ended_at=None).values_list("recorded_by_id", flat=True)
    return [*others, *written_down]


def _into_groups(membership: Membership, now: datetime) -> None:
    """Everybody is in the working group; people who join with lived expertise also have a group of their own.

    Whoever is or was here by their job is never in that one: for them it ends the moment they join so (ADR 51).
    """
    places = membership.project.memberships.filter(person=membership.person, joined_at__isnull=False)
    by_job = places.filter(joins_as__in=BY_THEIR_JOB).exists()
    own = membership.joins_as == LIVED_EXPERTISE and not by_job
    for group in membership.project.groups.filter(kind__in=["working", LIVED_EXPERTISE] if own else ["working"]):
        GroupMember.objects.get_or_create(group=group, person=membership.person, until=None, defaults={"since": now})
    if by_job:
        hers = GroupMember.objects.filter(group__project=membership.project, person=membership.person, until=None)
        hers.filter(group__kind=LIVED_EXPERTISE).update(until=now)
        rooms = [group.room for group in membership.project.groups.filter(kind=LIVED_EXPERTISE)]
        asks.Ask.objects.filter(room__in=rooms, person=membership.person, withdrawn_at=None).update(withdrawn_at=now)


@transaction.atomic
def leave(*, membership: Membership, by: Acting, now: datetime, at_desk: bool = False) -> Membership:
    """Leave a project. Nobody ends a member's place but she herself, or the hub's desk when she says so there."""
    hold(membership.project)
    held = Membership.objects.select_for_update(of=("self",))
    membership = held.select_related("project", "person").get(pk=membership.pk)
    if membership.left_at or not membership.joined_at:
        raise Refused(no("not_in_this_project"))
    theirs = membership.person_id == by.person.pk
    refuse_unless(rules.can_end_place(joins_as=membership.joins_as, is_theirs=theirs, by_desk=at_desk))
    membership.left_at, membership.left_why = now, "herself" if theirs else "recorded"
    membership.save(update_fields=["left_at", "left_why"])
    GroupMember.objects.filter(group__project=membership.project, person=membership.person, until=None).update(
        until=now
    )
    rooms = [membership.project.room, *(group.room for group in membership.project.groups.all())]
    asks.Ask.objects.filter(room__in=rooms, person=membership.person, withdrawn_at=None).exclude(
        kind="standing.round"
    ).exclude(kind="agreements.proposal").update(withdrawn_at=now)
    history.note(membership.project.room, by, "member-left", membership.person.ref, now=now)
    happened("member-left", project=membership.project, now=now)
    return membership


@transaction.atomic
def cover(
    *, membership: Membership, person: Person, for_good: bool, by: Acting, now: datetime, offer: str = ""
) -> Membership:
    """Cover a facilitator for a while, or hand her place on for good, in one go.

    The new person says yes first; only then does the old place end, so that nobody is left without a facilitator.
    """
    if membership.joins_as not in rules.BY_THEIR_JOB:
        raise Refused(no("only_jobs_are_covered"))
    new = invite(
        project=membership.project,
        person=person,
        joins_as=membership.joins_as,
        by=by,
        now=now,
        paid_by_job=membership.paid_by_job,
        offer=offer,
    )
    new.covers, new.takes_over = membership, for_good
    new.save(update_fields=["covers", "takes_over"])
    history.note(
        membership.project.room,
        by,
        "facilitator-covered",
        person.ref,
        now=now,
        values={"of": membership.person.ref, "for_good": for_good},
    )
    happened("facilitator-covered", project=membership.project, now=now)
    return new


def runs_room(officer: Person, room: str) -> bool:
    """Does she run the project of this room by her job, now?"""
    hers = Membership.objects.joined().filter(person=officer, joins_as__in=rules.BY_THEIR_JOB)
    return hers.filter(project__ref=room.removeprefix("project:")).exists()


def those_in_her_projects(officer: Person) -> Iterable[int]:
    """Everybody of whom `runs_a_project_of` is true."""
    hers = Membership.objects.filter(person=officer, joins_as__in=rules.BY_THEIR_JOB, joined_at__isnull=False)
    places = Membership.objects.filter(project__in=hers.values("project"), said_no_at=None)
    return places.values_list("person_id", flat=True).distinct()


def runs_a_project_of(officer: Person, member: Person) -> bool:
    """Does this person run, by her job, a project that the member is in? Then she is no helper and makes no card of hers."""
    return Membership.objects.filter(
        person=officer,
        joins_as__in=rules.BY_THEIR_JOB,
        joined_at__isnull=False,
        project__memberships__person=member,
        project__memberships__said_no_at=None,
    ).exists()
