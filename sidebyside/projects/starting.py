"""The last steps of starting a project, and finding the people that it asks: by name, by email or by the desk's number."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from sidebyside.kit.verdict import Refused, no
from sidebyside.people.acting import Acting
from sidebyside.people.actions import add_person
from sidebyside.people.links import person_with
from sidebyside.people.models import Organisation, Person
from sidebyside.projects import actions, joining
from sidebyside.projects.models import Advice, GroupMember, Membership, Project


@transaction.atomic
def begin_and_join(*, project: Project, by: Acting, now: datetime) -> Membership:
    """Begin, and be the first to join: whoever starts it says her own yes, told what everybody is told. Raises Refused."""
    if not project.starter_joins:
        raise Refused(no("say_how_you_join"))
    begun = actions.begin(project=project, by=by, now=now)
    way = dict(project.starter_joins)
    organisation = Organisation.objects.filter(ref=way.pop("organisation", "")).first()
    mine = joining.invite(project=begun, person=by.person, by=by, now=now, organisation=organisation, **way)
    return joining.answer_invitation(membership=mine, yes=True, by=by, now=now)


def plan_time(*, project: Project, starts_on: date, weeks: dict[str, int], by: Acting, now: datetime) -> None:
    """Plan the three stages under the names that they have in every project."""
    titles = {"design": _("Design"), "delivery": _("Delivery"), "review": _("Review")}
    actions.plan_stages(project=project, starts_on=starts_on, weeks=weeks, titles=titles, by=by, now=now)


def ask_somebody_for_advice(
    *, project: Project, of: str, email: str, question: str, by: Acting, now: datetime
) -> Advice:
    """Ask somebody of the hub's advisory group (of: her opaque name), or anybody in the hub by email. Raises Refused."""
    person = person_with(email) if email else advisory_group().filter(ref=of).first()
    if person is None:
        raise Refused(no("nobody_here_with_that_email"))
    if person == by.person:
        raise Refused(no("ask_somebody_else_for_advice"))
    return actions.ask_advice(project=project, question=question, of=person, by=by, now=now)


def advisory_group():
    """The people who are in the hub's advisory group now, by name."""
    inside = GroupMember.objects.filter(group__kind="advisory", group__project=None, until=None)
    return Person.objects.filter(pk__in=inside.values("person"), erased_at=None).order_by("name", "id")


@transaction.atomic
def invite_somebody(*, project: Project, name: str, email: str, by: Acting, now: datetime, **way) -> Membership:
    """Invite somebody who is in the hub already, or add her by her email first. Raises Refused."""
    actions.hold(project)
    return joining.invite(project=project, person=find_or_add(name, email, by, now), by=by, now=now, **way)


@transaction.atomic
def cover_with_somebody(
    *,
    membership: Membership,
    name: str,
    email: str,
    for_good: bool,
    offer: str,
    by: Acting,
    now: datetime,
) -> Membership:
    """Cover or replace somebody who is here by her job with somebody found or added in the same way. Raises Refused."""
    actions.hold(membership.project)
    person = find_or_add(name, email, by, now)
    return joining.cover(membership=membership, person=person, for_good=for_good, offer=offer, by=by, now=now)


def find_or_add(name: str, email: str, by: Acting, now: datetime) -> Person:
    """The person with this email; else the one with this very name or the number from the desk; else somebody new.

    Names are only ever matched whole, so that nobody can look through the people of the hub here.
    """
    if email:
        return person_with(email) or add_person(name=name.strip(), email=email, door="email", by=by, now=now)
    found = list(Person.objects.filter(name__iexact=name.strip(), erased_at=None)[:2])
    found = found or list(Person.objects.filter(ref=name.strip().lower(), erased_at=None))
    if len(found) != 1:
        raise Refused(no("several_people_with_that_name" if found else "nobody_with_that_name_write_an_email"))
    return found[0]
