"""What was promised at meetings, what came of it, and what happened to what each person said."""

from django.shortcuts import redirect, render

from sidebyside.kit.clock import now, today
from sidebyside.kit.forms import sent, tried
from sidebyside.kit.verdict import no
from sidebyside.people.guard import NotAllowed
from sidebyside.projects.guard import guard, its
from sidebyside.projects.pages import frame
from sidebyside.sessions import following, pages_notes, pages_said
from sidebyside.sessions.forms_notes import FollowUp
from sidebyside.sessions.guard import meeting_guard, runs
from sidebyside.who_can import RUNS_IT, Act


@guard(Act.READ_MEETINGS)
def actions(request, project):
    page = pages_notes.actions(project, today=today()) | {"runs": bool(RUNS_IT & set(request.roles))}
    return render(request, "sessions/actions.html", frame(request, project, "meetings") | page)


@meeting_guard(Act.CORRECT_NOTES)
def follow_up(request, project, meeting, line):
    rows = pages_notes.seen_by(meeting.notes.filter(taken_out_at=None), request.person)
    row = its(rows.select_related("meeting__project", "meeting__group", *pages_notes.WITH), ref=line)
    if row.owner_id != request.person.pk and not runs(request, meeting):
        raise NotAllowed(no("action_is_not_yours"))
    form = FollowUp(sent(request), initial={"became": row.became, "done": bool(row.done_at)})
    if form.is_valid() and tried(form, following.follow_up, line=row, by=request.by, now=now(), **form.answers()):
        return redirect("notes", slug=project.slug, meeting=meeting.ref)
    page = pages_notes.note(meeting, row, request.person, today=today()) | {"form": form}
    return render(request, "sessions/follow_up.html", frame(request, project, "meetings") | page)


@meeting_guard(Act.READ_MEETINGS)
def what_happened(request, project, meeting):
    page = pages_said.of_a_meeting(meeting, request.person, now=now(), today=today())
    return render(request, "sessions/what_happened.html", frame(request, project, "meetings") | page)


@guard(Act.READ_MEETINGS)
def you_said(request, project):
    page = pages_said.of_the_project(project, request.person, now=now(), today=today())
    return render(request, "sessions/what_happened.html", frame(request, project, "meetings") | page)
