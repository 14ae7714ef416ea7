"""How I am reached; and at the desk, how somebody said that she wants to be reached."""

from django.shortcuts import redirect, render

from sidebyside.doors import choosing, forms_choosing, pages_choosing
from sidebyside.kit.clock import now
from sidebyside.kit.forms import tried
from sidebyside.people.guard import signed_in
from sidebyside.people.models import Person
from sidebyside.people.views_me import its
from sidebyside.who_can import Act


@signed_in(Act.READ_OWN)
def my_doors(request):
    return _choose(request, request.person, redirect("me"))


@signed_in(Act.KEEP_DESK)
def desk_doors(request, ref):
    person = its(Person.objects.filter(erased_at=None), ref=ref)
    return _choose(request, person, redirect("desk-person", ref))


def _choose(request, person, done):
    form = forms_choosing.ChooseDoors(request.POST or None, initial=pages_choosing.as_it_is(person))
    if form.is_valid() and tried(
        form, choosing.choose_doors, person=person, by=request.by, now=now(), **form.answers()
    ):
        return done
    return render(
        request, "doors/choose_doors.html", {"form": form, "whom": person if person != request.person else None}
    )
