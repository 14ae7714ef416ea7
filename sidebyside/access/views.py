"""Her own pages: what she needs, whom she shares it with, and what she is asked about it."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from sidebyside.access import actions, arranging, checking_in, facts, forms, pages, sharing
from sidebyside.access.guard import alone, hers
from sidebyside.kit.clock import now
from sidebyside.kit.forms import tried
from sidebyside.kit.verdict import Refused
from sidebyside.people.guard import NotAllowed, its, signed_in
from sidebyside.people.models import Person
from sidebyside.who_can import Act


@signed_in(Act.READ_OWN)
def my_needs(request):
    return render(request, "access/my_needs.html", pages.my_needs(hers(request), now=now(), easy=request.looks.easy))


@signed_in(Act.READ_OWN)
def all_answers(request):
    return render(request, "access/all.html", pages.all_answers(hers(request), easy=request.looks.easy))


@signed_in(Act.READ_OWN)
def my_need(request, question):
    by, easy = hers(request), request.looks.easy
    page = pages.question(by, question, easy=easy)
    form = forms.SayNeed(forms.sent(request), initial=page["earlier"], asked=page["asked"], easy=easy)
    if form.is_valid() and tried(form, actions.say_need, question=question, by=by, now=now(), **form.answers()):
        return redirect("my-needs-all" if request.GET.get("then") == "all" else page["next"])
    return render(request, "access/question.html", page | {"form": form})


@signed_in(Act.READ_OWN)
@require_POST
def all_is_said(request, what):
    try:
        actions.say_all_is_said(what=what.replace("-", "_"), by=hers(request), now=now())
    except Refused as refused:
        raise NotAllowed(refused.verdict) from refused
    return redirect("my-needs")


@signed_in(Act.READ_OWN)
def show_all(request):
    by = hers(request)
    form = forms.ShowAll(forms.sent(request))
    if form.is_valid() and tried(form, actions.show_all_to, by=by, now=now(), **form.answers()):
        return redirect("my-needs-all")
    return render(request, "access/show_all.html", {"form": form, "whose": pages.whose(by)})


@signed_in(Act.READ_OWN)
def my_sharing(request, slug):
    by = hers(request)
    project = pages.my_project(by, slug)
    page = pages.sharing(project, by)
    form = forms.Share(forms.sent(request), initial=page["shared_now"], choices=page["choices"])
    if form.is_valid() and tried(form, sharing.share, project=project, by=by, now=now(), **form.answers()):
        return redirect("my-needs")
    return render(request, "access/sharing.html", page | {"form": form})


@signed_in(Act.READ_OWN)
def check_in(request, slug):
    by = hers(request, facts.CHECK_IN)
    ask = pages.ask_here(by, facts.CHECK_IN, slug)
    form = forms.CheckIn(forms.sent(request))
    if form.is_valid() and tried(form, checking_in.answer_check_in, ask=ask, by=by, now=now(), **form.answers()):
        return redirect("my-needs-all" if form.cleaned_data["changed"] == "yes" else pages.home_of(by))
    page = {"form": form, "title": ask.values["project"], "whose": pages.whose(by), "told": pages.whom_we_tell(ask)}
    return render(request, "access/check_in.html", page)


@signed_in(Act.READ_OWN)
def got_it(request, slug):
    by = hers(request, facts.GOT_IT)
    ask = pages.ask_here(by, facts.GOT_IT, slug)
    form = forms.GotIt(forms.sent(request), things=pages.got_it(ask))
    if form.is_valid() and tried(form, checking_in.answer_got_it, ask=ask, by=by, now=now(), **form.answers()):
        return redirect(pages.home_of(by))
    page = {"form": form, "title": ask.values["project"], "whose": pages.whose(by)}
    return render(request, "access/got_it.html", page)


@signed_in(Act.READ_OWN)
def time_alone(request, slug):
    by = alone(request)
    ask = pages.ask_here(by, actions.ALONE.name, slug)
    form = forms.TimeAlone(forms.sent(request))
    if form.is_valid() and tried(form, checking_in.answer_time_alone, ask=ask, by=by, now=now(), **form.answers()):
        return redirect("home")
    page = {"form": form, "title": ask.values["project"], "told": pages.whom_we_tell(ask)}
    return render(request, "access/time_alone.html", page)


@signed_in(Act.READ_OWN)
@require_POST
def end_arrangement(request, ref):
    by = alone(request)
    arranging.end(adjustment=its(by.person.adjustments.select_related("project"), ref=ref), by=by, now=now())
    return redirect("my-needs")


@signed_in(Act.READ_OWN)
def who_decides(request):
    by = alone(request)
    page = pages.who_decides(by.person)
    form = forms.WhoDecides(forms.sent(request), people=page["people"], label=forms.say("who_decides_of_me"))
    if form.is_valid():
        person = its(Person.objects, ref=form.cleaned_data["person"])
        if tried(form, sharing.say_who_decides, member=by.person, person=person, by=by, now=now()):
            return redirect("who-decides")
    return render(request, "access/who_decides.html", page | {"form": form})


@signed_in(Act.READ_OWN)
@require_POST
def end_who_decides(request, ref):
    by = alone(request)
    sharing.end_interest(interest=its(by.person.interests.all(), ref=ref, said_by=by.person), by=by, now=now())
    return redirect("who-decides")
