"""What anybody may see: the projects of this hub, the label of each, and the parts that pages are made of."""

from django.http import Http404
from django.shortcuts import render

from sidebyside.hub import pages
from sidebyside.kit.gallery import gallery as parts
from sidebyside.people.guard import public


@public("Anybody may know which projects run here, and what each can show.")
def directory(request):
    page = pages.directory(request.GET.get("page", "1"), easy=request.looks.easy)
    return render(request, "hub/directory.html", page)


@public("A label is only honest when anybody can read it. It says nothing of people.")
def label(request, slug):
    page = pages.label(slug, easy=request.looks.easy)
    if page is None:
        raise Http404
    return render(request, "hub/label.html", page)


@public("The parts that pages are made of hold nothing of anybody.")
def gallery(request):
    return render(request, "gallery.html", parts())
