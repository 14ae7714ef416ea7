"""What the pages about a project's people read: who is here and how, an invitation with everything told, covering."""

from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from sidebyside.kit.verdict import no
from sidebyside.people.acting import Acting
from sidebyside.people.asks import may_enter
from sidebyside.people.guard import NotAllowed
from sidebyside.people.naming import called
from sidebyside.projects import pages
from sidebyside.projects.actions import planned_timeline
from sidebyside.projects.models import BY_THEIR_JOB, Break, GroupMember, Membership, Project
from sidebyside.projects.pages_meeting import who_would_like_to_meet
from sidebyside.projects.pages_staying import GOES_ON
from sidebyside.who_can import Act, Role, may


def people(project: Project, roles: set[Role]) -> dict[str, Any]:
    """Who is here, who left, and, for those who run it, who has not answered yet. Few queries, however many there are.

    Facilitators also see who takes a break, and who would like to meet the project.
    """
    runs_it, may_cover = bool(may(roles, Act.INVITE)), bool(may(roles, Act.COVER_FACILITATOR))
    resting = Exists(Break.objects.filter(membership=OuterRef("pk"), ended_at=None))
    known = project.memberships.select_related("person", "organisation", "covers__person").annotate(rests=resting)
    rows = list(known.order_by("invited_at", "id"))
    here = [row for row in rows if row.joined_at and not row.left_at]
    left = [row for row in rows if row.joined_at and row.left_at]
    waiting = [row for row in rows if not (row.joined_at or row.said_no_at or row.left_at)] if runs_it else []
    return {
        "people": [
            _person(row, offer=runs_it, cover=may_cover, breaks=bool(may(roles, Act.SEE_BREAKS))) for row in here
        ],
        "hellos": who_would_like_to_meet(project) if may(roles, Act.MEET_NEW_PEOPLE) else [],
        "left": [{"name": _former(row), "joins_as": pages.JOINS_AS[row.joins_as], "left": True} for row in left],
        "waiting": [_person(row, offer=True, cover=False) | {"name": name_asked(row)} for row in waiting],
        "counts": pages.counted_by_place(row.joins_as for row in here),
        "groups": groups(project, {row.person_id for row in here}),
    }


def _person(row: Membership, *, offer: bool, cover: bool, breaks: bool = False) -> dict:
    can_cover = cover and row.joins_as in BY_THEIR_JOB
    href = reverse("cover", args=[row.project.slug, row.ref]) if can_cover else ""
    return {
        "name": row.person.name,
        "joins_as": _joins_as(row),
        "meta": " ".join(_more(row, offer, breaks)),
        "cover": href,
    }


def _former(row: Membership) -> str:
    return called(row.person) if row.person.erased_at else _("A former member")


def name_asked(row: Membership) -> str:
    """Whom an invitation went to, as its sender knows: nobody learns here whose name goes with an email address.

    Somebody who was added with the invitation has the name that was written in it; somebody without an email was found
    by her name. Of anybody else, who had an email here before, the name is shown once she has joined.
    """
    if row.person.email is None or row.person.made_at == row.invited_at:
        return row.person.name
    return _("Somebody who was in this hub already")


def _joins_as(row: Membership) -> str:
    way = str(pages.JOINS_AS[row.joins_as])
    return f"{way}: {row.organisation.name}" if row.organisation else way


def _more(row: Any, offer: bool, breaks: bool) -> list[str]:
    more = [_("Paid by their job.") if row.paid_by_job else _("Not paid by a job.")]
    if row.covers:
        more.append(_("Covers for somebody."))
    if offer and row.offer:
        more.append(_("Offered: %(offer)s.") % {"offer": row.offer.rstrip(".")})
    if offer and row.goes_on:
        more.append(str(GOES_ON[row.goes_on]))
    if breaks and row.rests:
        more.append(_("Taking a break."))
    return more


def groups(project: Project, here: set[int]) -> list[dict]:
    """The groups of the project, each with who is in it now."""
    rows = GroupMember.objects.filter(group__project=project, until=None, person__in=here).select_related(
        "group", "person"
    )
    found: dict[str, list[str]] = {}
    for row in rows.order_by("group__id", "person__name", "id"):
        found.setdefault(_group(row.group.kind, row.group.name), []).append(row.person.name)
    return [{"name": name, "people": names} for name, names in found.items()]


def _group(kind: str, name: str) -> str:
    return {
        "working": _("The working group"),
        "lived_expertise": _("The Lived Expertise Group"),
        "leaders": _("The leaders"),
    }.get(kind, name)


def invitations(project: Project, by: Acting) -> QuerySet[Membership]:
    """The invitations of this person here that she has not declined, and her place once she has joined."""
    rows = project.memberships.filter(person=by.person, said_no_at=None, left_at=None)
    return rows.select_related("project", "person", "organisation", "invited_by")


def let_in(membership: Membership, by: Acting, now: datetime) -> None:
    """A helper opens an invitation only if the member chose her for invitations. Raises NotAllowed."""
    if by.helper:
        ask = by.person.asks.filter(question=f"projects.join:{membership.ref}").first()
        verdict = may_enter(ask, by, now) if ask else no("helper_not_chosen_for_this")
        if not verdict:
            raise NotAllowed(verdict)


def after_answering(membership: Membership, by: Acting, *, yes: bool) -> str:
    """A helper goes back to the people she helps; a member into the project; somebody who said no to her projects."""
    if by.helper:
        return reverse("people-i-help")
    return reverse("project", args=[membership.project.slug]) if yes else f"{reverse('projects')}?done=said-no"


def after_covering(project: Project, place: Membership, by: Acting) -> str:
    """To the people, unless she has just handed on her own place for good and is here no more."""
    here = project.memberships.joined().filter(person=by.person).exists()
    return reverse("people", args=[project.slug]) if here else f"{reverse('projects')}?done=left"


def invitation(membership: Membership, *, by: Acting, today: date, easy: bool) -> dict[str, Any]:
    """Everything that is told before somebody says yes or no."""
    project = membership.project
    stages = planned_timeline(project.stages.order_by("order"))
    joined = list(project.memberships.joined().values_list("joins_as", flat=True))
    return {
        "membership": membership,
        "whose": by.person.name if by.helper else "",
        "asked_by": pages.names_in(project)(membership.invited_by),
        "joins_as": _joins_as(membership),
        "kind": pages.kind_in_words(project, easy),
        "stages": pages.timeline(project),
        "today": today,
        "ends_on": stages[-1].ends_with_extra if stages else None,
        "who_is_here": pages.counted_by_place(joined),
        "answered": bool(membership.joined_at),
    }
