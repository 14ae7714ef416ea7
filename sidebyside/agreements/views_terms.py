"""Words to explain: point at one, look after it, and put its meaning to the group."""

from django.shortcuts import redirect, render

from sidebyside.agreements import forms, forms_terms, pages, pages_terms, terms
from sidebyside.agreements.models import Term
from sidebyside.kit.clock import now
from sidebyside.kit.forms import Form, tried
from sidebyside.projects.guard import guard, its
from sidebyside.projects.pages import frame
from sidebyside.who_can import Act, may


@guard(Act.READ_STANDING)
def words_to_explain(request, project):
    page = pages_terms.words_to_explain(project, by=request.by, easy=request.looks.easy)
    page["can_point"], page["can_care"] = (
        bool(may(request.roles, act)) for act in (Act.POINT_AT_WORD, Act.CARE_FOR_WORD)
    )
    return render(request, "agreements/words.html", frame(request, project, "agreements") | page)


@guard(Act.POINT_AT_WORD)
def point_at_word(request, project):
    seen_in = pages_terms.where_seen(request.GET.get("where", ""))
    form = forms_terms.PointAtWord(forms.sent(request), initial={"seen_in": seen_in})
    if form.is_valid() and tried(form, terms.point_at, project=project, now=now(), **form.answers()):
        return redirect("words-to-explain", slug=project.slug)
    return render(request, "agreements/point_at_word.html", frame(request, project, "agreements") | {"form": form})


@guard(Act.CARE_FOR_WORD)
def look_after(request, project, term):
    return _done(request, project, terms.look_after, term)


@guard(Act.CARE_FOR_WORD)
def let_go(request, project, term):
    return _done(request, project, terms.let_go, term)


def _done(request, project, action, ref: str):
    term, form = _its(project, ref), Form(forms.sent(request))
    if form.is_valid():
        tried(form, action, term=term, by=request.by, now=now())
    return redirect("words-to-explain", slug=project.slug)


def _its(project, ref: str) -> Term:
    return its(Term.objects.filter(project=project, group=None).select_related("project", "group"), ref=ref)


@guard(Act.CARE_FOR_WORD)
def meaning(request, project, term):
    word = _its(project, term)
    page = pages.propose_meaning(project, word, easy=request.looks.easy)
    form = forms.ProposeMeaning(forms.sent(request), initial=page["earlier"], kind="definition", how=page["how"])
    if form.is_valid() and tried(form, terms.propose_meaning, term=word, by=request.by, now=now(), **form.answers()):
        return redirect("words-to-explain", slug=project.slug)
    more = frame(request, project, "agreements") | page | {"form": form, "word": word}
    return render(request, "agreements/propose.html", more)
