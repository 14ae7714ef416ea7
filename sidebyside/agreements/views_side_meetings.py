"""Meetings on the side: the log that everybody here reads, and writing one down."""

from functools import wraps

from django.shortcuts import redirect, render

from sidebyside.agreements import forms_group, pages_side_meetings, side_meetings
from sidebyside.kit.clock import now
from sidebyside.kit.forms import tried
from sidebyside.kit.verdict import no
from sidebyside.people.guard import NotAllowed
from sidebyside.projects.guard import guard, its
from sidebyside.projects.pages import frame
from sidebyside.projects.pages_history import how_many
from sidebyside.who_can import Act, may


def only_by_their_job(view):
    """As guarded; and a member who comes here reads why what members say is never written down."""

    @wraps(view)
    def guarded(request, slug, *args, **kwargs):
        try:
            return view(request, slug, *args, **kwargs)
        except NotAllowed:
            raise NotAllowed(no("only_those_with_power_log")) from None

    return guarded


@guard(Act.READ_PROJECT)
def log(request, project):
    page = pages_side_meetings.side_meetings(project, request.roles, newest=how_many(request.GET.get("newest")))
    return render(request, "agreements/side_meetings.html", frame(request, project, "people") | page)


@guard(Act.READ_PROJECT)
def side_meeting(request, project, meeting):
    row = its(project.side_meetings.select_related("written_by"), ref=meeting)
    page = pages_side_meetings.side_meeting(project, row, me=request.person)
    page["can"] = bool(may(request.roles, Act.REMARK))
    return render(request, "agreements/side_meeting.html", frame(request, project, "people") | page)


@only_by_their_job
@guard(Act.LOG_SIDE_MEETING)
def add(request, project):
    form = forms_group.SideMeeting(forms_group.sent(request))
    if form.is_valid() and tried(
        form, side_meetings.log_side_meeting, project=project, by=request.by, now=now(), **form.answers()
    ):
        return redirect("side-meetings", slug=project.slug)
    return render(request, "agreements/log_side_meeting.html", frame(request, project, "people") | {"form": form})
