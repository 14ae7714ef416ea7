"""Papers of a meeting: write one, give it out, read it in the format that suits, write it in another."""

from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from sidebyside.kit.clock import now
from sidebyside.kit.forms import sent, tried
from sidebyside.kit.verdict import Refused
from sidebyside.people.guard import NotAllowed
from sidebyside.projects.guard import its
from sidebyside.sessions import forms_plan, pages_papers, papers
from sidebyside.sessions.guard import meeting_guard, only_who_runs_it, runs
from sidebyside.sessions.views_plan import shown
from sidebyside.texts import actions as texts
from sidebyside.texts import forms as text_forms
from sidebyside.who_can import Act, may


def the_paper(request, meeting, ref):
    """Before it is given out it is only there for whoever runs the meeting."""
    paper = its(meeting.papers.select_related("meeting__project", "meeting__group", "made_by"), ref=ref)
    if not paper.given_out_at and not runs(request, meeting):
        raise Http404
    return paper


def back(paper):
    return redirect("paper", slug=paper.meeting.project.slug, meeting=paper.meeting.ref, paper=paper.ref)


@meeting_guard(Act.RUN_MEETING)
def new_paper(request, project, meeting):
    only_who_runs_it(request, meeting)
    form = forms_plan.WritePaper(sent(request))
    what = {"meeting": meeting, "by": request.by, "now": now()}
    if form.is_valid() and tried(form, papers.add_paper, **what, **form.answers()):
        return redirect("meeting", slug=project.slug, meeting=meeting.ref)
    return shown(request, project, "new_paper", {"form": form, "meeting": meeting})


@meeting_guard(Act.READ_MEETINGS)
def paper(request, project, meeting, paper):
    page = pages_papers.paper(the_paper(request, meeting, paper), easy=request.looks.easy)
    more = {"running": runs(request, meeting), "may_write": bool(may(request.roles, Act.WRITE_TEXT))}
    return shown(request, project, "paper", page | more)


@meeting_guard(Act.RUN_MEETING)
def change(request, project, meeting, paper):
    only_who_runs_it(request, meeting)
    row = the_paper(request, meeting, paper)
    first = {"title": row.title, "words": row.words, "minutes": row.minutes}
    form = forms_plan.WritePaper(sent(request), initial=first)
    if form.is_valid() and tried(form, papers.change_paper, paper=row, by=request.by, now=now(), **form.answers()):
        return back(row)
    return shown(request, project, "change_paper", {"form": form, "meeting": meeting, "paper": row})


@meeting_guard(Act.RUN_MEETING)
@require_POST
def give_out(request, project, meeting, paper):
    only_who_runs_it(request, meeting)
    row = the_paper(request, meeting, paper)
    try:
        papers.give_out(paper=row, by=request.by, now=now())
    except Refused as refused:
        raise NotAllowed(refused.verdict) from refused
    return back(row)


@meeting_guard(Act.WRITE_TEXT)
def write(request, project, meeting, paper, format, language):
    row = the_paper(request, meeting, paper)
    page = pages_papers.writing(row, format, language)
    form = text_forms.writing(format)(sent(request), initial={"words": page["earlier"]})
    if "help" in request.POST:
        return shown(request, project, "write_paper", page | {"form": form} | pages_papers.help_with(form))
    what = {"source": papers.source(row), "format": format, "language": language, "by": request.by, "now": now()}
    if form.is_valid() and tried(form, texts.write, **what, **form.answers()):
        return back(row)
    return shown(request, project, "write_paper", page | {"form": form})
