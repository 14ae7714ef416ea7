"""Reading a project: what it is about, what kind it is, its time, what happened, and who can see which page."""

from django.shortcuts import render

from sidebyside.kit.clock import today
from sidebyside.people.guard import signed_in
from sidebyside.projects import (
    pages,
    pages_history,
    pages_information,
    pages_kind,
    pages_meeting,
    pages_mine,
    pages_seen,
    pages_staying,
    pages_texts,
)
from sidebyside.projects.guard import guard
from sidebyside.projects.own_group import own_group
from sidebyside.who_can import Act


@signed_in(Act.READ_OWN)
def projects(request):
    page = {"projects": pages_mine.my_projects(request.person, today=today())}
    return render(request, "projects/projects.html", page | {"done": request.GET.get("done", "")})


@guard(Act.READ_PROJECT)
def project(request, project):
    page = pages.overview(project, today=today(), easy=request.looks.easy) | pages_staying.mine(project)
    page["texts"] = pages_texts.here(project, easy=request.looks.easy, name=page["name"])
    page["in_own_group"] = own_group(project, request.by) is not None
    return render(request, "projects/project.html", pages.frame(request, project, "project") | page)


@guard(Act.READ_INFORMATION)
def information(request, project):
    page = pages_information.page_of(project, roles=request.roles, easy=request.looks.easy)
    return render(request, "projects/information.html", pages.frame(request, project) | page)


@guard(Act.READ_PROJECT)
def kind(request, project):
    page = pages_kind.statement(project, easy=request.looks.easy)
    return render(request, "projects/kind.html", pages.frame(request, project) | page)


@guard(Act.READ_PROJECT)
def timeline(request, project):
    page = {"stages": pages.timeline(project), "today": today(), "times_open": pages_meeting.times_open(project)}
    return render(request, "projects/timeline.html", pages.frame(request, project, "timeline") | page)


@guard(Act.READ_PROJECT)
def history(request, project):
    page = pages_history.what_happened(project, newest=pages_history.how_many(request.GET.get("newest")))
    return render(request, "projects/history.html", pages.frame(request, project, "history") | page)


@guard(Act.READ_PROJECT)
def who_can_see(request, project):
    page = pages_seen.who_can_see(project, request.GET.get("page", request.path))
    return render(request, "projects/who_can_see.html", pages.frame(request, project) | page)
