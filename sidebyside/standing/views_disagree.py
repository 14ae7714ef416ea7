"""I do not agree with this: saying so, answering, and saying that it is settled."""

from django.http import Http404
from django.shortcuts import redirect, render

from sidebyside.agreements.forms import sent
from sidebyside.kit.clock import now
from sidebyside.kit.forms import Form, tried
from sidebyside.people.guard import NotAllowed
from sidebyside.projects.guard import guard, its
from sidebyside.projects.pages import frame
from sidebyside.standing import actions, forms, pages_disagree
from sidebyside.who_can import Act, Role, may


@guard(Act.DISAGREE)
def disagree(request, project):
    about = request.POST.get("about") or request.GET.get("about", "label")
    words = pages_disagree.about_in_words(project, about, easy=request.looks.easy)
    if words is None:
        raise Http404
    form = forms.Disagree(sent(request), initial={"about": about})
    if form.is_valid() and tried(form, actions.disagree, project=project, by=request.by, now=now(), **form.answers()):
        return redirect("disagreements", slug=project.slug)
    return render(
        request, "standing/disagree.html", frame(request, project, "standing") | {"form": form, "about": words}
    )


@guard(Act.READ_STANDING)
def disagreements(request, project):
    page = pages_disagree.disagreements(project, me=request.person, roles=request.roles, easy=request.looks.easy)
    return render(request, "standing/disagreements.html", frame(request, project, "standing") | page)


@guard(Act.ANSWER_DISAGREEMENT)
def answer(request, project, disagreement):
    found = its(project.disagreements.select_related("by", "project"), ref=disagreement)
    form = forms.AnswerDisagreement(sent(request))
    if form.is_valid() and tried(
        form, actions.answer_disagreement, disagreement=found, by=request.by, now=now(), **form.answers()
    ):
        return redirect("disagreements", slug=project.slug)
    page = pages_disagree.disagreement(project, found, me=request.person, roles=request.roles, easy=request.looks.easy)
    return render(
        request, "standing/answer_disagreement.html", frame(request, project, "standing") | page | {"form": form}
    )


@guard(Act.READ_STANDING)
def settle(request, project, disagreement):
    """Only she who did not agree says that it is settled: nobody is asked, or can do it, in her place."""
    found, form = its(project.disagreements.select_related("by", "project"), ref=disagreement), Form(sent(request))
    verdict = may(
        request.roles | ({Role.THEMSELF} if found.by_id == request.person.pk else set()), Act.CLOSE_DISAGREEMENT
    )
    if not verdict:
        raise NotAllowed(verdict)
    if form.is_valid() and tried(form, actions.settle_disagreement, disagreement=found, by=request.by, now=now()):
        return redirect("disagreements", slug=project.slug)
    page = pages_disagree.disagreement(project, found, me=request.person, roles=request.roles, easy=request.looks.easy)
    return render(
        request, "standing/settle_disagreement.html", frame(request, project, "standing") | page | {"form": form}
    )
