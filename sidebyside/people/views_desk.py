"""The hub's desk: people, cards, helpers chosen in person, organisations."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from sidebyside.kit.clock import now, today
from sidebyside.kit.forms import tried
from sidebyside.kit.refs import new_ref
from sidebyside.kit.verdict import Refused
from sidebyside.people import actions, cards, forms, helping, new_email, pages, waiting
from sidebyside.people.guard import NotAllowed, its, signed_in
from sidebyside.people.models import Organisation, Person
from sidebyside.who_can import Act


def _whom(ref: str) -> Person:
    return its(Person.objects.filter(erased_at=None), ref=ref)


@signed_in(Act.KEEP_DESK)
def desk(request):
    page = pages.people_at_the_desk(request.GET.get("find", ""))
    return render(request, "people/desk.html", page | {"waits": waiting.what_waits(now=now())})


@signed_in(Act.KEEP_DESK)
def add_person(request):
    form = forms.AddPerson(request.POST or None, initial={"ref": new_ref(), "reads": "standard", "door": "web"})
    if form.is_valid() and tried(form, actions.add_person, by=request.by, now=now(), **form.answers()):
        return redirect("desk-person", form.cleaned_data["ref"])
    return render(request, "people/add_person.html", {"form": form})


@signed_in(Act.KEEP_DESK)
def person(request, ref):
    return render(request, "people/desk_person.html", pages.person_at_the_desk(_whom(ref), now=now(), today=today()))


@signed_in(Act.KEEP_DESK)
def write_email(request, ref):
    whom, form = _whom(ref), forms.WriteEmail(request.POST or None)
    if form.is_valid() and tried(form, new_email.write_down, person=whom, by=request.by, now=now(), **form.answers()):
        return redirect("desk-person", ref)
    return render(request, "people/write_email.html", {"whom": whom, "form": form})


@signed_in(Act.KEEP_DESK)
@require_POST
def make_card(request, ref):
    """The code is on this answer and nowhere else."""
    whom = _whom(ref)
    try:
        code = cards.make_card(person=whom, by=request.by, now=now())
    except Refused as refused:
        raise NotAllowed(refused.verdict) from refused
    return render(request, "people/card.html", {"whom": whom, "code": code})


@signed_in(Act.KEEP_DESK)
@require_POST
def end_card(request, ref, card):
    cards.end_card(card=its(_whom(ref).cards.all(), ref=card), by=request.by, now=now())
    return redirect("desk-person", ref)


@signed_in(Act.KEEP_DESK)
def record_helper(request, ref):
    whom, form = _whom(ref), forms.RecordChoice(request.POST or None)
    if form.is_valid() and tried(form, helping.record_choice, member=whom, by=request.by, now=now(), **form.answers()):
        return redirect("desk-person", ref)
    return render(request, "people/record_helper.html", {"whom": whom, "form": form})


@signed_in(Act.KEEP_DESK)
@require_POST
def end_helper(request, ref, helper):
    helping.end_helping(helping=its(_whom(ref).helpers.all(), ref=helper), by=request.by, now=now())
    return redirect("desk-person", ref)


@signed_in(Act.KEEP_DESK)
def organisations(request):
    form = forms.AddOrganisation(request.POST or None)
    if form.is_valid() and tried(form, actions.record_organisation, by=request.by, now=now(), **form.answers()):
        return redirect("desk-organisations")
    return render(request, "people/organisations.html", {"form": form, "organisations": pages.organisations()})


@signed_in(Act.KEEP_DESK)
def organisation(request, ref):
    its_row = its(Organisation.objects.all(), ref=ref)
    form = forms.SayWhoLeads(request.POST or None, initial={"led": "yes" if its_row.led_by_lived_expertise else "no"})
    if form.is_valid() and tried(
        form, actions.say_who_leads, organisation=its_row, by=request.by, now=now(), **form.answers()
    ):
        return redirect("desk-organisations")
    return render(request, "people/organisation.html", {"form": form, "organisation": its_row})
