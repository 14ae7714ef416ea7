"""What the Lived Expertise Group agrees and explains for itself. Nobody else finds any of it."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from sidebyside.agreements import (
    actions,
    forms,
    forms_remarks,
    forms_terms,
    pages,
    pages_agreed,
    pages_remarks,
    pages_terms,
)
from sidebyside.agreements import remarks as saying
from sidebyside.agreements import terms as explaining
from sidebyside.agreements.models import ASKED_ELSEWHERE, OWN_ALONE, Remark, Term
from sidebyside.agreements.rules import OWN_KINDS
from sidebyside.kit.clock import now
from sidebyside.kit.forms import Form, tried
from sidebyside.kit.words import say
from sidebyside.projects.guard import its, own_guard
from sidebyside.projects.pages import frame
from sidebyside.who_can import Act

PUT_TO_IT = [*OWN_ALONE, *sorted(OWN_KINDS - {*ASKED_ELSEWHERE})]


@own_guard(Act.READ_OWN_GROUP)
def agreements(request, project, group):
    easy = request.looks.easy
    page = pages_agreed.agreements(project, by=request.by, roles=request.roles, now=now(), easy=easy, group=group)
    page["kinds"] = [{"kind": k, "title": say(f"kind_{k}"), "words": say(f"kind_{k}_words")} for k in PUT_TO_IT]
    return render(request, "agreements/own/agreements.html", frame(request, project, "own") | page)


@own_guard(Act.PLAN_OWN_MEETING)
def propose(request, project, group, kind):
    if kind not in PUT_TO_IT:
        raise Http404
    page = pages.propose(project, kind, change=request.GET.get("change", ""), easy=request.looks.easy, group=group)
    begin = {"kind": kind, "subjects": page["subjects"], "how": page["how"], "initial": page["earlier"]}
    form = forms.form_for(kind)(forms.sent(request), **begin)
    put = {"project": project, "group": group, "kind": kind, "by": request.by, "now": now()}
    if form.is_valid() and tried(form, actions.propose, **put, **form.answers()):
        return redirect("own-agreements", slug=project.slug)
    page |= {"form": form, "back": reverse("own-agreements", args=[project.slug])}
    return render(request, "agreements/own/propose.html", frame(request, project, "own") | page)


@own_guard(Act.READ_OWN_GROUP)
def words(request, project, group):
    page = pages_terms.words_to_explain(project, by=request.by, easy=request.looks.easy, group=group)
    form = forms_terms.PointAtWord(forms.sent(request))
    put = {"project": project, "group": group, "now": now()}
    if form.is_valid() and tried(form, explaining.point_at, **put, **form.answers()):
        return redirect("own-words", slug=project.slug)
    return render(request, "agreements/own/words.html", frame(request, project, "own") | page | {"form": form})


@own_guard(Act.PLAN_OWN_MEETING)
def meaning(request, project, group, term):
    word = its(Term.objects.filter(group=group).select_related("project", "group"), ref=term)
    page = pages.propose_meaning(project, word, easy=request.looks.easy)
    form = forms.ProposeMeaning(forms.sent(request), initial=page["earlier"], kind="definition", how=page["how"])
    put = {"term": word, "by": request.by, "now": now()}
    if form.is_valid() and tried(form, explaining.propose_meaning, **put, **form.answers()):
        return redirect("own-words", slug=project.slug)
    page |= {"form": form, "back": reverse("own-words", args=[project.slug])}
    return render(request, "agreements/own/propose.html", frame(request, project, "own") | page)


@own_guard(Act.PLAN_OWN_MEETING)
def let_go(request, project, group, term):
    word = its(Term.objects.filter(group=group).select_related("project", "group"), ref=term)
    form = Form(forms.sent(request))
    if form.is_valid() and tried(form, explaining.look_after, term=word, by=request.by, now=now()):
        tried(form, explaining.let_go, term=word, by=request.by, now=now())
    return redirect("own-words", slug=project.slug)


@own_guard(Act.READ_OWN_GROUP)
def remark(request, project, group, proposal):
    row = its(project.proposals.of(group), ref=proposal)
    about, form = f"proposal:{row.ref}", forms_remarks.Say(forms.sent(request))
    said = {"project": project, "group": group, "about": about, "by": request.by, "now": now()}
    if form.is_valid() and tried(form, saying.remark, **said, **form.answers()):
        return redirect("own-proposal", slug=project.slug, proposal=row.ref)
    earlier = pages_remarks.remarks(project, about, me=request.person, group=group)
    page = {"form": form, "back": reverse("own-proposal", args=[project.slug, row.ref]), "remarks": earlier}
    return render(request, "agreements/remark.html", frame(request, project, "own") | page)


@own_guard(Act.READ_OWN_GROUP)
def take_back(request, project, group, remark):
    row = its(Remark.objects.filter(group=group).select_related("project", "group"), ref=remark)
    form = Form(forms.sent(request))
    if form.is_valid():
        tried(form, saying.take_back, remark=row, by=request.by, now=now())
    return redirect("own-proposal", slug=project.slug, proposal=row.about.partition(":")[2])
