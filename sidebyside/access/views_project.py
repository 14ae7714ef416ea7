"""In a project: what people shared with whoever opens the page, and what is arranged from it."""

from django.shortcuts import redirect, render

from sidebyside.access import arranging, forms, pages_project, sharing
from sidebyside.access.guard import no_card
from sidebyside.access.models import Interest
from sidebyside.kit.clock import now, today
from sidebyside.kit.forms import tried
from sidebyside.people.models import Person
from sidebyside.projects.guard import guard, its
from sidebyside.projects.pages import frame
from sidebyside.who_can import Act, may


@guard(Act.READ_SHARED_NEEDS)
def needs(request, project):
    no_card(request)
    may_arrange = bool(may(request.roles, Act.ARRANGE_NEEDS))
    page = pages_project.needs(project, request.person, now=now(), today=today(), may_arrange=may_arrange)
    return render(request, "access/needs.html", frame(request, project) | page)


@guard(Act.READ_SHARED_NEEDS)
def person_needs(request, project, membership):
    no_card(request)
    place = pages_project.place_of(project, membership)
    may_arrange, easy = bool(may(request.roles, Act.ARRANGE_NEEDS)), request.looks.easy
    page = pages_project.person_needs(
        project, place, request.person, now=now(), today=today(), may_arrange=may_arrange, easy=easy
    )
    return render(request, "access/person.html", frame(request, project) | page)


@guard(Act.ARRANGE_NEEDS)
def arrange(request, project, membership):
    place = pages_project.place_of(project, membership)
    page = pages_project.arranging(project, place, request.person, now=now(), easy=request.looks.easy)
    form = forms.Arrange(forms.sent(request), owners=page["owners"], questions=page["questions"])
    if form.is_valid() and tried(
        form, arranging.arrange, project=project, person=place.person, by=request.by, now=now(), **form.answers()
    ):
        return redirect(page["back"])
    return render(request, "access/arrange.html", frame(request, project) | page | {"form": form})


@guard(Act.ARRANGE_NEEDS)
def arrangement(request, project, membership, adjustment):
    place = pages_project.place_of(project, membership)
    page = pages_project.arranging(project, place, request.person, now=now(), easy=request.looks.easy)
    one = its(project.adjustments.standing().filter(person=place.person).select_related("owner"), ref=adjustment)
    form = forms.ChangeArrangement(forms.sent(request), initial=pages_project.as_it_is(one), owners=page["owners"])
    if form.is_valid() and tried(form, arranging.change, adjustment=one, by=request.by, now=now(), **form.answers()):
        return redirect(page["back"])
    context = frame(request, project) | page | {"form": form, "what": one.what}
    return render(request, "access/arrangement.html", context)


@guard(Act.SAY_I_DECIDE)
def i_decide(request, project):
    no_card(request)
    page = pages_project.i_decide(project, request.person)
    form = forms.WhoDecides(forms.sent(request), people=page["people"], label=forms.say("who_decides_i_do"))
    if form.is_valid():
        member = its(Person.objects, ref=form.cleaned_data["person"])
        if tried(form, sharing.say_who_decides, member=member, person=request.person, by=request.by, now=now()):
            return redirect("i-decide", slug=project.slug)
    return render(request, "access/i_decide.html", frame(request, project) | page | {"form": form})


@guard(Act.SAY_I_DECIDE)
def end_i_decide(request, project, ref):
    interest = its(Interest.objects.filter(person=request.person, said_by=request.person), ref=ref)
    if request.method == "POST":
        sharing.end_interest(interest=interest, by=request.by, now=now())
    return redirect("i-decide", slug=project.slug)
