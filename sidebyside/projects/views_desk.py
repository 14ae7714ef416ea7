"""What the hub's desk does for projects: who is in the advisory group, and who would like to meet a project."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from sidebyside.kit.clock import now, today
from sidebyside.kit.forms import tried
from sidebyside.people.guard import signed_in
from sidebyside.projects import advising, forms, forms_meeting, meeting, pages_meeting
from sidebyside.projects.guard import its
from sidebyside.projects.models import Hello, Project
from sidebyside.projects.starting import advisory_group as in_advisory_group
from sidebyside.who_can import Act


@signed_in(Act.KEEP_DESK)
def advisory_group(request):
    form = forms.Adviser(request.POST or None)
    add = advising.put_somebody_in_advisory_group
    if form.is_valid() and tried(form, add, by=request.by, now=now(), **form.answers()):
        return redirect("advisory-group")
    return render(request, "projects/advisory_group.html", {"form": form, "people": in_advisory_group()})


@signed_in(Act.KEEP_DESK)
@require_POST
def take_out(request, ref):
    advising.take_out_of_advisory_group(person=its(in_advisory_group(), ref=ref), by=request.by, now=now())
    return redirect("advisory-group")


@signed_in(Act.KEEP_DESK)
def hellos(request):
    return render(request, "projects/desk_hellos.html", {"hellos": pages_meeting.at_the_desk()})


@signed_in(Act.KEEP_DESK)
def write_hello_down(request):
    projects = Project.objects.running().order_by("title", "id")
    form = forms_meeting.HelloAtTheDesk(forms.sent(request), projects=projects)
    if form.is_valid() and tried(form, meeting.write_down, by=request.by, now=now(), today=today(), **form.answers()):
        return redirect("desk-hellos")
    return render(request, "projects/desk_write_hello_down.html", {"form": form})


@signed_in(Act.KEEP_DESK)
def hello(request, ref):
    row = its(Hello.objects.select_related("project", "recorded_by"), ref=ref)
    return render(request, "projects/desk_hello.html", pages_meeting.hello(row, today=today()))


@signed_in(Act.KEEP_DESK)
@require_POST
def was_told(request, ref):
    meeting.was_told(hello=its(Hello.objects.all(), ref=ref), by=request.by, now=now())
    return redirect("desk-hello", ref)


@signed_in(Act.KEEP_DESK)
@require_POST
def take_back(request, ref):
    row = Hello.objects.select_related("project").filter(ref=ref, answered_at=None).first()
    if row:
        meeting.take_back(hello=row, by=request.by, now=now())
    return redirect("desk-hellos")
