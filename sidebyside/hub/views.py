"""What anybody may see: the projects of this hub, the label of each, and the parts that pages are made of."""

from django.http import Http404
from django.shortcuts import redirect, render

from sidebyside.hub import pages
from sidebyside.kit.clock import now, today
from sidebyside.kit.forms import tried
from sidebyside.kit.gallery import gallery as parts
from sidebyside.people.guard import public
from sidebyside.projects import forms, meeting
from sidebyside.projects.forms_meeting import WouldLikeToMeet


@public("Anybody may know which projects run here, and what each can show.")
def directory(request):
    page = pages.directory(request.GET.get("page", "1"), easy=request.looks.easy, today=today())
    return render(request, "hub/directory.html", page)


@public("A label is only honest when anybody can read it. It says nothing of people.")
def label(request, slug):
    page = pages.label(slug, easy=request.looks.easy, today=today())
    if page is None:
        raise Http404
    return render(request, "hub/label.html", page)


@public("Anybody may read how to join a project that is open to new people, and say that they would like to meet.")
def meet(request, slug):
    project = pages.to_meet(slug)
    form = WouldLikeToMeet(forms.sent(request), initial=pages.known_of(request.person))
    hers = {"sent_from": pages.sent_from(request), "now": now(), "today": today()}
    if form.is_valid() and tried(form, meeting.say_hello, project=project, **hers, **form.answers()):
        return redirect("met", slug)
    return render(request, "hub/meet.html", pages.meet(project, today=today()) | {"form": form})


@public("Anybody may read, and print, what a project that is open to new people says to anybody.")
def information(request, slug):
    page = pages.information(pages.to_meet(slug), today=today())
    return render(request, "hub/information.html", page) if page else redirect("meet", slug)


@public("Whoever said that they would like to meet reads what happens now. It says nothing of them.")
def met(request, slug):
    return render(request, "hub/thank_you.html", {"name": pages.to_meet(slug).name, "slug": slug})


@public("The parts that pages are made of hold nothing of anybody.")
def gallery(request):
    return render(request, "gallery.html", parts())
