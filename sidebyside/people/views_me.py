"""What is mine: my details, what was told me, what was recorded in my name, who helps me, whom I help."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from sidebyside.kit.clock import now, today
from sidebyside.kit.forms import tried
from sidebyside.kit.verdict import Refused
from sidebyside.people import actions, cards, forms, helping, messages, pages
from sidebyside.people.guard import NotAllowed, its, safe_next, signed_in
from sidebyside.people.models import Helping
from sidebyside.who_can import Act


@signed_in(Act.READ_OWN)
def me(request):
    return render(request, "people/me.html", pages.me(request.person, now=now()))


@signed_in(Act.READ_OWN)
def my_details(request):
    person = request.person
    first = {
        "name": person.name,
        "email": person.email,
        "phone": person.phone,
        "reads": person.format,
    }
    form = forms.Details(request.POST or None, initial=first)
    if form.is_valid() and tried(form, actions.change_details, by=request.by, now=now(), **form.answers()):
        return redirect("me")
    return render(request, "people/my_details.html", {"form": form})


@signed_in(Act.READ_OWN)
@require_POST
def messages_read(request):
    messages.seen(request.person, now=now())
    return redirect("me")


@signed_in(Act.READ_OWN)
@require_POST
def end_my_card(request, ref):
    cards.end_card(card=its(request.person.cards.all(), ref=ref), by=request.by, now=now())
    return redirect("me")


@signed_in(Act.CHOOSE_HELPER)
def my_helpers(request):
    return render(request, "people/my_helpers.html", {"helpers": pages.my_helpers(request.person, today=today())})


@signed_in(Act.CHOOSE_HELPER)
def choose_helper(request):
    form = forms.ChooseHelper(request.POST or None)
    if form.is_valid() and tried(form, helping.choose_helper, by=request.by, now=now(), **form.answers()):
        return redirect("my-helpers")
    return render(request, "people/choose_helper.html", {"form": form})


@signed_in(Act.CHOOSE_HELPER)
@require_POST
def confirm_helper(request, ref):
    chosen = its(request.person.helpers.filter(ended_at=None), ref=ref)
    try:
        helping.confirm_helper(helping=chosen, by=request.by, now=now())
    except Refused as refused:
        raise NotAllowed(refused.verdict) from refused
    return redirect("my-helpers")


@signed_in(Act.CHOOSE_HELPER)
@require_POST
def end_helper(request, ref):
    helping.end_helping(helping=its(request.person.helpers.all(), ref=ref), by=request.by, now=now())
    return redirect("my-helpers")


@signed_in(Act.HELP)
def people_i_help(request):
    helped = pages.people_i_help(request.person, now=now(), today=today())
    return render(request, "people/people_i_help.html", {"helped": helped, "now_helping": request.helping})


@signed_in(Act.HELP)
@require_POST
def start_helping(request, ref):
    chosen = its(Helping.objects.in_force(today=today()), ref=ref, helper=request.person)
    request.session["helping"] = chosen.ref
    return redirect(safe_next(request, request.POST.get("next"), "/me/helping/"))


@signed_in(Act.HELP)
@require_POST
def stop_helping(request, ref):
    if request.session.get("helping") == ref:
        del request.session["helping"]
    return redirect("people-i-help")


@signed_in(Act.HELP)
@require_POST
def step_down(request, ref):
    request.session.pop("helping", None)
    helping.end_helping(helping=its(request.person.helps.all(), ref=ref), by=request.by, now=now())
    return redirect("people-i-help")
