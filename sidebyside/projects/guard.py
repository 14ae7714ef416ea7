"""Who may open a project's page. Finds the project among those she may know of, then asks who_can."""

from collections.abc import Callable
from functools import wraps

from django.db.models import Exists, OuterRef
from django.http import Http404

from sidebyside.kit.clock import today
from sidebyside.people import roles as people_roles
from sidebyside.people.acting import Acting
from sidebyside.people.guard import PROJECT, Guard, NotAllowed, ask_to_sign_in
from sidebyside.people.guard import its as its
from sidebyside.people.models import Helping
from sidebyside.projects.models import Advice, Membership, Project
from sidebyside.projects.own_group import own_group
from sidebyside.who_can import Act, Role, may


def guard(act: Act) -> Callable:
    """The view gets the project. Not signed in: to sign in, before any look-up. Outside: 404. Inside, not allowed: 403."""

    def mark(view):
        @wraps(view)
        def guarded(request, slug, *args, **kwargs):
            if request.by is None:
                return ask_to_sign_in(request)
            project = find(request.by, slug)
            if project is None:
                raise Http404
            request.project, request.roles = project, project.roles
            verdict = may(request.roles, act)
            if not verdict:
                raise NotAllowed(verdict)
            return view(request, project, *args, **kwargs)

        guarded.guard = Guard(PROJECT, act=act)  # type: ignore[attr-defined]
        return guarded

    return mark


def own_guard(act: Act) -> Callable:
    """For what the Lived Expertise Group keeps to itself. The view gets the project and the group.

    Whoever is not in the group finds nothing there, whatever her job: 404, which tells nobody what there is (ADR 51).
    """

    def mark(view):
        @wraps(view)
        def guarded(request, slug, *args, **kwargs):
            if request.by is None:
                return ask_to_sign_in(request)
            project = find(request.by, slug)
            group = own_group(project, request.by) if project and may(project.roles, act) else None
            if project is None or group is None:
                raise Http404
            request.project, request.roles, request.own = project, project.roles, True
            return view(request, project, group, *args, **kwargs)

        guarded.guard = Guard(PROJECT, act=act)  # type: ignore[attr-defined]
        return guarded

    return mark


def find(by: Acting, slug: str) -> Project | None:
    """The project at this address if this person may know of it, with what she is in it on `.roles`."""
    helps = Helping.objects.in_force(today=today()).filter(helper=by.person)
    places = Membership.objects.filter(project=OuterRef("pk"))
    advises = Advice.objects.filter(project=OuterRef("pk"), asked_of=by.person)
    project = (
        Project.objects.visible_to(by.person)
        .select_related("run_by", "started_for", "started_by", "follows")
        .annotate(is_helped=Exists(places.helped_by(helps)), is_helped_to_join=Exists(places.helped_to_join_by(helps)))
        .annotate(is_advised=Exists(advises))
        .filter(slug=slug)
        .first()
    )
    if project is None:
        return None
    project.mine = list(project.memberships.filter(person=by.person).order_by("-invited_at"))
    project.roles = roles_in(project, by)
    return project if project.roles - {Role.SIGNED_IN} else None


def roles_in(project: Project, by: Acting) -> set[Role]:
    """What somebody is in a project. A sign-in card never carries what comes with a job (decision 11).

    A helper is never let in further than the member: to an invitation only, until the member has joined.
    """
    roles = {Role.SIGNED_IN}
    for membership in project.mine:
        roles |= _role(membership)
    roles |= {Role.HELPER} if project.is_helped else set()
    roles |= {Role.INVITED} if project.is_helped_to_join else set()
    roles |= {Role.ADVISER} if project.is_advised else set()
    roles |= {Role.STARTER} if project.state == "draft" and project.started_by_id == by.person.pk else set()
    return people_roles.without_office(roles) if by.card_made_by else roles


def _role(membership: Membership) -> set[Role]:
    if membership.left_at or membership.said_no_at:
        return set()
    return {Role(membership.joins_as)} if membership.joined_at else {Role.INVITED}
