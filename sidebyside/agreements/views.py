"""What the group agrees: read it, put something to the group, and answer."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from sidebyside.agreements import actions, forms, pages, pages_agreed, pages_remarks
from sidebyside.agreements.models import ASKED_ELSEWHERE, KINDS
from sidebyside.kit.clock import now
from sidebyside.kit.forms import Form, tried
from sidebyside.people.acting import answering
from sidebyside.projects.actions import change_state
from sidebyside.projects.guard import guard, its
from sidebyside.projects.pages import frame
from sidebyside.who_can import Act


@guard(Act.READ_STANDING)
def agreements(request, project):
    page = pages_agreed.agreements(
        project, by=answering(request), roles=request.roles, now=now(), easy=request.looks.easy
    )
    return render(request, "agreements/agreements.html", frame(request, project, "agreements") | page)


@guard(Act.READ_STANDING)
def wall(request, project):
    page = pages_agreed.wall(project, now=now(), easy=request.looks.easy)
    return render(request, "agreements/wall.html", frame(request, project, "agreements") | page)


@guard(Act.BRING_BACK)
@require_POST
def bring_back(request, project):
    back = {"wanted": "running", "words": "", "told": "told_brought_back"}
    form = Form(request.POST)
    if form.is_valid():
        tried(form, change_state, project=project, by=request.by, now=now(), **back)
    return redirect("project", slug=project.slug)


@guard(Act.PROPOSE)
def propose(request, project, kind):
    if kind not in KINDS or kind in ASKED_ELSEWHERE:
        raise Http404
    page = pages.propose(project, kind, change=request.GET.get("change", ""), easy=request.looks.easy)
    asks = {"kind": kind, "subjects": page["subjects"], "how": page["how"]}
    form = forms.form_for(kind)(forms.sent(request), initial=page["earlier"], **asks)
    if form.is_valid() and tried(
        form, actions.propose, project=project, kind=kind, by=request.by, now=now(), **form.answers()
    ):
        return redirect("agreements", slug=project.slug)
    return render(request, "agreements/propose.html", frame(request, project, "agreements") | page | {"form": form})


@guard(Act.VOTE)
def proposal(request, project, proposal):
    asked, by = (
        its(project.proposals.of_everybody().select_related("project", "proposed_by"), ref=proposal),
        answering(request),
    )
    page = pages.proposal(project, asked, by=by, now=now(), easy=request.looks.easy)
    page |= pages_remarks.to_talk(project, page["about"], by=request.by, roles=request.roles)
    form = forms.Vote(forms.sent(request), initial=page["earlier"])
    if form.is_valid() and tried(form, actions.vote, proposal=asked, by=by, now=now(), **form.answers()):
        return redirect("proposal", slug=project.slug, proposal=asked.ref)
    return render(request, "agreements/proposal.html", frame(request, project, "agreements") | page | {"form": form})
