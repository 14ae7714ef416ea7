"""My data: see it, take it, take back a yes, be forgotten."""

from django.contrib.auth import logout
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from sidebyside.kit.clock import now
from sidebyside.kit.forms import tried
from sidebyside.kit.holdings import all_consents
from sidebyside.kit.verdict import Refused
from sidebyside.my_data import actions, pages
from sidebyside.my_data.forms import Nothing
from sidebyside.people.guard import NotAllowed, public, signed_in
from sidebyside.projects.forms import sent
from sidebyside.who_can import Act


@signed_in(Act.READ_OWN)
def my_data(request):
    return render(request, "my_data/my_data.html", pages.my_data())


@signed_in(Act.READ_OWN)
def of_a_kind(request, kind):
    return render(request, "my_data/of_a_kind.html", pages.of_a_kind(kind, request.person))


@signed_in(Act.READ_OWN)
def who_read(request):
    return render(request, "my_data/who_read.html", pages.who_read(request.person))


@signed_in(Act.READ_OWN)
def consents(request):
    return render(request, "my_data/consents.html", pages.what_i_said_yes_to(request.person))


@signed_in(Act.READ_OWN)
@require_POST
def take_back(request, kind, ref):
    found = next((one for one in all_consents() if one.kind == kind), None)
    if found is None:
        raise Http404
    try:
        found.withdraw(ref=ref, by=request.by, now=now())
    except Refused as refused:
        raise NotAllowed(refused.verdict) from refused
    return redirect("my-consents")


@signed_in(Act.READ_OWN)
def take(request):
    return render(request, "my_data/take.html")


@signed_in(Act.READ_OWN)
def take_page(request):
    mine = pages.all_of_mine(request.person, now=now())
    return _to_keep(render(request, "my_data/to_keep.html", pages.to_read(mine)), "my-data.html")


@signed_in(Act.READ_OWN)
def take_json(request):
    mine = pages.all_of_mine(request.person, now=now())
    wide = {"indent": 1, "ensure_ascii": False}
    return _to_keep(JsonResponse(pages.for_programs(mine), json_dumps_params=wide), "my-data.json")


def _to_keep(response: HttpResponse, name: str) -> HttpResponse:
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@signed_in(Act.BE_FORGOTTEN)
def forget(request):
    form, by = Nothing(sent(request)), request.by
    if form.is_valid() and tried(form, actions.forget_me, by=by, now=now()):
        return after_asking(request)
    return render(request, "my_data/forget.html", pages.what_goes(by.person) | {"form": form, "card": by.card_made_by})


def after_asking(request) -> HttpResponse:
    """To where it says that it is done, signed out; or back to the page that says on which day it will be."""
    if actions.waiting_for(request.person):
        return redirect("forget-me")
    logout(request)
    return redirect("forgotten")


@signed_in(Act.BE_FORGOTTEN)
@require_POST
def stop(request):
    actions.stop(person=request.person, by=request.by, now=now())
    return redirect("forget-me")


@public("Anybody may read how long we keep things.")
def how_long(request):
    return render(request, "my_data/how_long.html", pages.what_is_kept(now=now()))


@public("Whoever was just forgotten is nobody here any more, and is told that it is done.")
def forgotten(request):
    return render(request, "my_data/forgotten.html")
