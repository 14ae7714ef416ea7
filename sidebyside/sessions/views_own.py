"""The Lived Expertise Group: its own meetings, questions and car park, and what it brings to everybody."""

from django.http import Http404
from django.shortcuts import redirect, render

from sidebyside.doors.forms import SheetForm
from sidebyside.kit.clock import now, today
from sidebyside.kit.forms import sent, tried
from sidebyside.people.acting import answering
from sidebyside.people.asks import may_enter
from sidebyside.people.sheets import sheet_of, take
from sidebyside.projects import pages_history
from sidebyside.projects.guard import guard, its, own_guard
from sidebyside.projects.own_group import own_group
from sidebyside.projects.pages import frame
from sidebyside.sessions import afterwards, forms_own, own, pages_own
from sidebyside.sessions.pages_plan import to_choose
from sidebyside.sessions.views_plan import planning, shown
from sidebyside.who_can import Act


@own_guard(Act.READ_OWN_GROUP)
def home(request, project, group):
    page = pages_own.home(project, group, now=now())
    return render(request, "sessions/own/home.html", frame(request, project, "own") | page)


@own_guard(Act.PLAN_OWN_MEETING)
def choose(request, project, group):
    return shown(
        request, project, "choose_template", to_choose(request, project, "plan-own-from", own=True) | {"group": group}
    )


@own_guard(Act.PLAN_OWN_MEETING)
def plan(request, project, group, template):
    return planning(request, project, template, group=group)


@own_guard(Act.READ_OWN_GROUP)
def car_park(request, project, group):
    page = pages_own.car_park(project, group, today=today())
    return render(request, "sessions/own/car_park.html", frame(request, project, "own") | page)


@own_guard(Act.READ_OWN_GROUP)
def history(request, project, group):
    newest = pages_history.how_many(request.GET.get("newest"))
    page = pages_history.what_happened(project, newest=newest, room=group.room)
    return render(request, "sessions/own/history.html", frame(request, project, "own") | page)


@own_guard(Act.PLAN_OWN_MEETING)
def bring(request, project, group):
    page = pages_own.to_bring(project, group, now=now())
    form = forms_own.Bring(sent(request), **page)
    if form.is_valid():
        said = form.cleaned_data
        meeting = its(project.meetings.of_everybody(), ref=said["meeting"])
        brought = {"group": group, "meeting": meeting, "what": said["what"], "to": said["to"]}
        if tried(form, own.bring, **brought, by=request.by, now=now()):
            return redirect("agenda" if said["to"] == own.AGENDA else "park", slug=project.slug, meeting=meeting.ref)
    return render(request, "sessions/own/bring.html", frame(request, project, "own") | page | {"form": form})


@guard(Act.ANSWER_BEFORE_MEETING)
def before(request, project, meeting):
    return _asked(request, project, f"{own.BEFORE_OWN.name}:{meeting}")


@guard(Act.ANSWER_AFTER_MEETING)
def after(request, project, meeting):
    return _asked(request, project, f"{own.AFTER_OWN.name}:{meeting}")


def _asked(request, project, question: str):
    """She herself, while she is in the group; or a helper whom she chose for this. Nobody else finds it."""
    by = answering(request)
    ask = its(by.person.asks.select_related("person"), question=question, room__startswith="group:")
    if own_group(project, by) is None or (by.helper and not may_enter(ask, by, now())):
        raise Http404
    sheet, helped = sheet_of(ask), by.helper is not None
    request.own = not helped
    form = SheetForm(sent(request), sheet=sheet, by_helper=helped, earlier={} if helped else afterwards.said(ask))
    if form.is_valid() and tried(form, take, ask=ask, said=form.answers(), by=by, now=now()):
        return redirect("home") if helped else redirect("own", slug=project.slug)
    page = {"form": form, "sheet": sheet, "helped": helped}
    return render(request, "sessions/own/asked.html", frame(request, project) | page)
