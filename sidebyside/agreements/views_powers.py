"""Who holds which power: the map, one part of it, writing one's own, and writing of a body."""

from django.shortcuts import redirect, render

from sidebyside.agreements import forms_group, pages_powers, powers
from sidebyside.kit.clock import now, today
from sidebyside.kit.forms import tried
from sidebyside.projects.guard import guard, its
from sidebyside.projects.pages import frame
from sidebyside.who_can import Act, may


@guard(Act.READ_PROJECT)
def power_map(request, project):
    page = pages_powers.power_map(project, today=today())
    return render(request, "agreements/power_map.html", frame(request, project, "people") | page)


@guard(Act.READ_PROJECT)
def power(request, project, power):
    row = its(project.powers.select_related("person", "written_by"), ref=power)
    page = pages_powers.power(project, row, me=request.person, today=today())
    page["can"] = bool(may(request.roles, Act.REMARK))
    return render(request, "agreements/power.html", frame(request, project, "people") | page)


@guard(Act.WRITE_OF_POWER)
def my_power(request, project):
    begin = pages_powers.to_begin_with(project.powers.filter(person=request.person), today=today())
    form = forms_group.WritePower(forms_group.sent(request), initial=begin)
    return _written(request, project, form, title="mine")


@guard(Act.WRITE_OF_POWER)
def power_of_a_body(request, project):
    of = project.powers.exclude(body="").filter(ref=request.GET.get("of", ""))
    begin = pages_powers.to_begin_with(of, today=today())
    form = forms_group.WriteBodysPower(forms_group.sent(request), initial=begin)
    return _written(request, project, form, title="body")


def _written(request, project, form, *, title):
    if form.is_valid() and tried(form, powers.write_power, project=project, by=request.by, now=now(), **form.answers()):
        return redirect("power-map", slug=project.slug)
    page = {"form": form, "of": title}
    return render(request, "agreements/write_power.html", frame(request, project, "people") | page)
