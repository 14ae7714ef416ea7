"""At the desk: writing down that somebody asked to be forgotten, and how long things are kept."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from sidebyside.kit.clock import now
from sidebyside.kit.forms import tried
from sidebyside.my_data import actions, forms, keeping, pages
from sidebyside.people.guard import its, signed_in
from sidebyside.people.models import Person
from sidebyside.projects.forms import sent
from sidebyside.who_can import Act


def _whom(ref: str) -> Person:
    return its(Person.objects.filter(erased_at=None), ref=ref)


@signed_in(Act.KEEP_DESK)
def forgettings(request):
    return render(request, "my_data/desk_forgettings.html", {"rows": pages.who_is_to_be_forgotten()})


@signed_in(Act.KEEP_DESK)
def forget(request, ref):
    whom, form = _whom(ref), forms.Nothing(sent(request))
    if form.is_valid() and tried(form, actions.write_down, person=whom, by=request.by, now=now()):
        return redirect("desk-forget", ref)
    return render(request, "my_data/desk_forget.html", pages.what_goes(whom) | {"form": form, "whom": whom})


@signed_in(Act.KEEP_DESK)
@require_POST
def stop(request, ref):
    actions.stop(person=_whom(ref), by=request.by, now=now())
    return redirect("desk-forget", ref)


@signed_in(Act.KEEP_DESK)
def kept(request):
    return render(request, "my_data/kept.html", pages.what_is_kept(now=now()))


@signed_in(Act.KEEP_DESK)
def keep_for(request, kind):
    found = pages.keeping_of(kind)
    page = next(row for row in pages.what_is_kept(now=now())["kept"] if row["kind"] == kind)
    form = forms.KeepFor(sent(request), what=page["title"], initial={"days": page["days"]})
    if form.is_valid() and tried(form, keeping.keep_for, keeping=found, by=request.by, now=now(), **form.answers()):
        return redirect("desk-kept")
    return render(request, "my_data/keep_for.html", {"form": form, "kept": page})
