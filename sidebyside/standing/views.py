"""Where a project stands: the label, the rings, an ingredient, and how the label changed."""

from django.shortcuts import render

from sidebyside.kit.clock import now, today
from sidebyside.people.acting import answering
from sidebyside.projects.guard import guard
from sidebyside.projects.pages import frame
from sidebyside.standing import forms, pages
from sidebyside.who_can import Act


@guard(Act.READ_STANDING)
def standing(request, project):
    page = pages.standing(project, by=answering(request), roles=request.roles, now=now(), easy=request.looks.easy)
    return render(request, "standing/standing.html", frame(request, project, "standing") | page)


@guard(Act.READ_STANDING)
def rings(request, project):
    page = pages.rings(project, easy=request.looks.easy)
    return render(request, "standing/rings.html", frame(request, project, "standing") | page)


@guard(Act.READ_STANDING)
def ingredient(request, project, ingredient):
    page = pages.ingredient(
        project, ingredient, me=request.person, roles=request.roles, now=now(), easy=request.looks.easy
    )
    return render(
        request,
        "standing/ingredient.html",
        frame(request, project, "standing", about=f"ingredient:{ingredient}") | page,
    )


@guard(Act.READ_STANDING)
def label_history(request, project):
    form = forms.AsOf(forms.day_asked_for(request.GET), today=today())
    on = form.cleaned_data["on"] if form.is_valid() else None
    page = pages.label_history(project, on, easy=request.looks.easy)
    return render(request, "standing/history.html", frame(request, project, "standing") | page | {"form": form})
