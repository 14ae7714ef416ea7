"""What a group of its own agrees: found only by those who are in it, and by whom one of them chose to answer for her."""

from django.http import Http404
from django.shortcuts import redirect, render

from sidebyside.agreements import actions, forms, pages, pages_remarks
from sidebyside.agreements.models import Proposal
from sidebyside.kit.clock import now
from sidebyside.kit.forms import tried
from sidebyside.people.acting import Acting, answering
from sidebyside.projects.guard import guard, its
from sidebyside.projects.models import Project
from sidebyside.projects.own_group import own_group
from sidebyside.projects.pages import frame
from sidebyside.who_can import Act


def their_own(project: Project, by: Acting, ref: str) -> Proposal:
    """The proposal with this ref, if it is of a group that she is in now. Raises Http404: it tells nobody what is there."""
    rows = project.proposals.own_of(by.person).select_related("project", "group", "proposed_by")
    found = its(rows, ref=ref)
    if own_group(project, by) != found.group or (
        by.helper and not pages.may_see(pages.asked(found.question, by), by, now())
    ):
        raise Http404
    return found


@guard(Act.VOTE)
def proposal(request, project, proposal):
    by = answering(request)
    asked = their_own(project, by, proposal)
    page = pages.proposal(project, asked, by=by, now=now(), easy=request.looks.easy)
    form = forms.Vote(forms.sent(request), initial=page["earlier"])
    if form.is_valid() and tried(form, actions.vote, proposal=asked, by=by, now=now(), **form.answers()):
        return redirect("own-proposal", slug=project.slug, proposal=asked.ref)
    request.own = by.helper is None
    page |= {"form": form, "own": True, "in_group": by.helper is None}
    if page["in_group"]:
        page["remarks"] = pages_remarks.remarks(project, page["about"], me=by.person, group=asked.group)
    return render(request, "agreements/proposal.html", frame(request, project, "own") | page)
