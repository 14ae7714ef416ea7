"""What the group agrees: read it, put something to the group, and answer."""

from django.http import Http404
from django.shortcuts import redirect, render

from sidebyside.agreements import actions, forms, pages, pages_remarks
from sidebyside.agreements.models import ASKED_ELSEWHERE, KINDS
from sidebyside.kit.clock import now
from sidebyside.kit.forms import tried
from sidebyside.people.acting import answering
from sidebyside.projects.guard import guard, its
from sidebyside.projects.pages import frame
from sidebyside.who_can import Act


@guard(Act.READ_STANDING)
def agreements(request, project):
    page = pages.agreements(project, by=answering(request), roles=request.roles, now=now(), easy=request.looks.easy)
    return render(request, "agreements/agreements.html", frame(request, project, "agreements") | page)


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
