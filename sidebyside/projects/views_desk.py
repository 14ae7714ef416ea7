"""What the hub's desk does for projects: who is in the advisory group."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from sidebyside.kit.clock import now
from sidebyside.kit.forms import tried
from sidebyside.people.guard import signed_in
from sidebyside.projects import advising, forms
from sidebyside.projects.guard import its
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
