"""Who may open a page of a meeting. It is found among those open to this very person: those of another group are not there."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404

from sidebyside.kit.verdict import no
from sidebyside.people.guard import NotAllowed
from sidebyside.projects.guard import guard, its
from sidebyside.projects.models import Project
from sidebyside.projects.own_group import own_group
from sidebyside.sessions.models import Meeting
from sidebyside.who_can import RUNS_IT, Act


def meeting_guard(act: Act) -> Callable:
    """As `guard`, and the view gets the project and the meeting at this address."""

    def mark(view):
        @guard(act)
        @wraps(view)
        def guarded(request, project, meeting, *args, **kwargs):
            return view(request, project, the_meeting(request, project, meeting), *args, **kwargs)

        return guarded

    return mark


def the_meeting(request, project: Project, ref: str) -> Meeting:
    """The meeting with this ref, if it is open to whoever asks. Raises Http404."""
    rows = project.meetings.open_to(request.person)
    found = its(rows.select_related("project", "group", "now_item"), ref=ref)
    if found.group_id and own_group(project, request.by) is None:
        raise Http404
    request.own = found.group_id is not None
    return found


def runs(request, meeting: Meeting) -> bool:
    """Does she run this meeting or take its notes: by her job, by a role she was given, or as one of the group it is of?"""
    if meeting.group_id:
        return own_group(meeting.project, request.by) == meeting.group
    by_job = bool(RUNS_IT & set(request.roles))
    return by_job or meeting.roles.filter(person=request.person).exclude(role="support").exists()


def only_who_runs_it(request, meeting: Meeting) -> None:
    """Raises NotAllowed, with the reason, for whoever has no part in running this meeting."""
    if not runs(request, meeting):
        raise NotAllowed(no("not_yours_to_run"))
