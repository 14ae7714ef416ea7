"""How I am reached; and at the desk, how somebody said that she wants to be reached."""

from django.shortcuts import redirect, render

from sidebyside.doors import choosing, forms_choosing, pages_choosing
from sidebyside.kit.clock import now
from sidebyside.kit.forms import tried
from sidebyside.people.guard import its, signed_in
from sidebyside.people.models import Person
from sidebyside.who_can import Act


@signed_in(Act.READ_OWN)
def my_doors(request):
    return _choose(request, request.person, redirect("my-doors-say"))


@signed_in(Act.READ_OWN)
def my_doors_say(request):
    return _say(request, request.person, redirect("me"))


@signed_in(Act.KEEP_DESK)
def desk_doors(request, ref):
    return _choose(request, _somebody(ref), redirect("desk-doors-say", ref))


@signed_in(Act.KEEP_DESK)
def desk_doors_say(request, ref):
    return _say(request, _somebody(ref), redirect("desk-person", ref))


def _somebody(ref: str) -> Person:
    return its(Person.objects.filter(erased_at=None), ref=ref)


def _choose(request, person, done):
    form = forms_choosing.ChooseDoors(request.POST or None, initial=pages_choosing.her_doors(person))
    return _answered(request, form, choosing.choose_doors, person, done, "doors/choose_doors.html")


def _say(request, person, done):
    doors, before = pages_choosing.doors_that_say(person), pages_choosing.how_much(person)
    form = forms_choosing.ChooseHowMuch(request.POST or None, doors=doors, initial=before)
    return _answered(request, form, choosing.choose_how_much, person, done, "doors/choose_how_much.html")


def _answered(request, form, action, person, done, template):
    if form.is_valid() and tried(form, action, person=person, by=request.by, now=now(), **form.answers()):
        return done
    return render(request, template, {"form": form, "whom": person if person != request.person else None})
