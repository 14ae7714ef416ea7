"""Asking when to meet."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from sidebyside.kit.clock import now
from sidebyside.kit.forms import sent, tried
from sidebyside.kit.verdict import no
from sidebyside.people.acting import answering
from sidebyside.people.asks import may_enter
from sidebyside.people.guard import NotAllowed
from sidebyside.people.sheets import take
from sidebyside.projects.guard import guard, its, own_guard
from sidebyside.projects.pages import frame
from sidebyside.sessions import forms_when, pages_when, whens
from sidebyside.sessions.views_coming import form_of
from sidebyside.who_can import Act, may


@guard(Act.READ_MEETINGS)
def all_asked(request, project):
    page = pages_when.asked(project, request.by) | {"may_plan": bool(may(request.roles, Act.PLAN_MEETING))}
    return render(request, "sessions/whens.html", frame(request, project, "meetings") | page)


@guard(Act.PLAN_MEETING)
def ask_when(request, project):
    return _ask(request, project, None)


@own_guard(Act.PLAN_OWN_MEETING)
def ask_own_when(request, project, group):
    return _ask(request, project, group)


def _ask(request, project, group):
    form = forms_when.AskWhen(sent(request))
    said = {"project": project, "group": group, "by": request.by, "now": now()}
    if form.is_valid() and tried(form, whens.ask_when, **said, **form.answers()):
        return redirect("when", slug=project.slug)
    return render(
        request, "sessions/ask_when.html", frame(request, project, "meetings") | {"form": form, "group": group}
    )


@guard(Act.READ_MEETINGS)
def when_poll(request, project, poll):
    row = its(whens.open_to(project, request.by), ref=poll)
    page, may_close = pages_when.poll(row, request.person, now=now()), pages_when.may_close(request, row)
    plan = {time["ref"]: pages_when.to_plan(row, time["ref"]) for time in page["times"]} if may_close else {}
    context = frame(request, project, "meetings") | page | {"may_close": may_close, "plan": plan}
    return render(request, "sessions/when_poll.html", context)


@guard(Act.ANSWER_WHEN)
def answer(request, project, poll):
    by = answering(request)
    row = its(whens.open_to(project, by), ref=poll)
    ask = _hers(by, row)
    form, sheet = form_of(request, ask, by)
    if form.is_valid() and tried(form, take, ask=ask, said=form.answers(), by=by, now=now()):
        return redirect("when-poll", slug=project.slug, poll=row.ref)
    whose = by.person.name if by.helper else ""
    page = {"form": form, "sheet": sheet, "poll": row, "open": ask.closes_at > now(), "whose": whose}
    return render(request, "sessions/when_answer.html", frame(request, project, "meetings") | page)


def _hers(by, poll):
    """What she was asked. Of a group's own nobody finds it but herself, and a helper whom she chose for it."""
    ask = its(by.person.asks.select_related("person"), question=whens.question_of(poll))
    if poll.group_id and by.helper and not may_enter(ask, by, now()):
        raise Http404
    return ask


@guard(Act.READ_MEETINGS)
@require_POST
def close(request, project, poll):
    row = its(whens.open_to(project, request.by), ref=poll)
    if not pages_when.may_close(request, row):
        raise NotAllowed(no("not_yours_to_run"))
    whens.close_when(poll=row, by=request.by, now=now())
    return redirect("when-poll", slug=project.slug, poll=row.ref)
