"""Running a project: the next stage, pausing and stopping well, and the recipe it follows."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from sidebyside.kit.clock import now, today
from sidebyside.kit.forms import tried
from sidebyside.projects import actions, forms, pages, pages_running
from sidebyside.projects.guard import guard
from sidebyside.who_can import Act


@guard(Act.MOVE_STAGE)
def move_stage(request, project):
    page = pages_running.stages(project)
    form = forms.MoveStage(forms.sent(request), initial={"to": page["following_ref"]})
    if form.is_valid() and tried(form, actions.move_stage, project=project, by=request.by, now=now(), **form.answers()):
        return redirect("timeline", project.slug)
    page |= {"stages": pages.timeline(project), "today": today(), "form": form}
    return render(request, "projects/move_stage.html", pages.frame(request, project, "timeline") | page)


@guard(Act.PAUSE_PROJECT)
def pause(request, project):
    choices = pages_running.what_can_happen(project.state)
    form = forms.ChangeState(forms.sent(request), choices=choices)
    if form.is_valid() and tried(
        form, actions.change_state, project=project, by=request.by, now=now(), **form.answers()
    ):
        return redirect("project", project.slug)
    page = {"form": form, "choices": choices, "state": pages_running.state_in_words(project)}
    return render(request, "projects/pause.html", pages.frame(request, project) | page)


@guard(Act.READ_PROJECT)
def recipe(request, project):
    page = pages_running.recipe(project, to=request.GET.get("to", ""), easy=request.looks.easy)
    return render(request, "projects/recipe.html", pages.frame(request, project) | page)


@guard(Act.CHANGE_PACK)
@require_POST
def change_recipe(request, project):
    form = forms.ChangeRecipe(request.POST)
    if form.is_valid() and tried(
        form, pages_running.move_to, project=project, by=request.by, now=now(), **form.answers()
    ):
        return redirect("recipe", project.slug)
    page = pages_running.recipe(project, to="", easy=request.looks.easy)
    return render(request, "projects/recipe.html", pages.frame(request, project) | page | {"form": form})
