"""Saying what one thinks of something, and taking it back."""

from django.http import HttpResponseRedirect
from django.shortcuts import render

from sidebyside.agreements import forms_remarks, pages_remarks, remarks
from sidebyside.agreements.models import Remark
from sidebyside.kit.clock import now
from sidebyside.kit.forms import Form, sent, tried
from sidebyside.projects.guard import guard, its
from sidebyside.projects.pages import frame
from sidebyside.who_can import Act


@guard(Act.REMARK)
def remark(request, project, about):
    back, form = pages_remarks.page_of(project, about), forms_remarks.Say(sent(request))
    said = {"project": project, "about": about, "by": request.by, "now": now()}
    if form.is_valid() and tried(form, remarks.remark, **said, **form.answers()):
        return HttpResponseRedirect(f"{back}#talk")
    page = {"form": form, "back": back, "remarks": pages_remarks.remarks(project, about, me=request.person)}
    return render(request, "agreements/remark.html", frame(request, project, "agreements") | page)


@guard(Act.REMARK)
def take_back(request, project, remark):
    said, form = (
        its(Remark.objects.filter(project=project, group=None).select_related("project"), ref=remark),
        Form(sent(request)),
    )
    if form.is_valid():
        tried(form, remarks.take_back, remark=said, by=request.by, now=now())
    return HttpResponseRedirect(f"{pages_remarks.page_of(project, said.about)}#talk")
