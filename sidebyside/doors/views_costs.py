"""What it cost people to answer: at the desk, and on my own page."""

from django.http import Http404
from django.shortcuts import redirect, render

from sidebyside.doors import costs, forms_costs, pages_costs
from sidebyside.kit.clock import now, today
from sidebyside.kit.forms import tried
from sidebyside.kit.words import say
from sidebyside.people.guard import its, signed_in
from sidebyside.people.models import Person
from sidebyside.who_can import Act


@signed_in(Act.READ_OWN)
def my_costs(request):
    return render(request, "doors/my_costs.html", pages_costs.my_costs(request.person))


@signed_in(Act.KEEP_DESK)
def desk_costs(request):
    return render(request, "doors/desk_costs.html", pages_costs.what_to_give_back())


@signed_in(Act.KEEP_DESK)
def set_rate(request, way):
    if way not in costs.WAYS:
        raise Http404
    before = costs.rates().get(way)
    form = forms_costs.SetRate(
        request.POST or None, initial={} if before is None else {"pounds": f"{before / 100:.2f}"}
    )
    if form.is_valid() and tried(form, costs.set_rate, way=way, by=request.by, now=now(), **form.answers()):
        return redirect("desk-costs")
    return render(request, "doors/set_rate.html", {"form": form, "one": say(f"cost_one_{way}")})


@signed_in(Act.KEEP_DESK)
def give_back(request, ref):
    whom = its(Person.objects.filter(erased_at=None), ref=ref)
    form = forms_costs.Given(request.POST or None, initial={"on": today()})
    if form.is_valid() and tried(form, costs.give_back, person=whom, by=request.by, now=now(), **form.answers()):
        return redirect("desk-costs")
    return render(request, "doors/give_back.html", pages_costs.to_give(whom) | {"form": form})
