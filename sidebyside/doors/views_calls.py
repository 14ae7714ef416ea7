"""Whom to ring, writing down what they say, and what did not arrive."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from sidebyside.doors import calls, pages_calls
from sidebyside.doors.forms_calls import WriteDown
from sidebyside.doors.models_calls import Call
from sidebyside.doors.sending import trouble_ended
from sidebyside.kit.clock import now, today
from sidebyside.kit.forms import tried
from sidebyside.people.guard import NotAllowed, signed_in
from sidebyside.people.models import Ask, Message
from sidebyside.people.roles import keeps_the_desk, runs_a_project_of
from sidebyside.who_can import Act


@signed_in(Act.KEEP_DESK)
def desk_calls(request):
    return render(request, "doors/desk_calls.html", pages_calls.calls(now=now()))


@signed_in(Act.KEEP_DESK)
@require_POST
def call_made(request, ref):
    """She heard it, or nobody was there."""
    call = get_object_or_404(Call, ref=ref)
    done = calls.told if request.POST.get("there") == "yes" else calls.not_there
    done(call, by=request.by, now=now())
    return redirect("desk-calls")


@signed_in(Act.WRITE_DOWN)
def write_down(request, ref):
    ask, desk = get_object_or_404(Ask.objects.select_related("person"), ref=ref), keeps_the_desk(request.by, now=now())
    if not desk and not runs_a_project_of(request.person, ask.person):
        raise Http404
    allowed = calls.may_write_down(ask, request.by, now())
    if not allowed:
        raise NotAllowed(allowed)
    page = pages_calls.write_down(ask)
    form = WriteDown(request.POST or None, sheet=page["sheet"], today=today())
    if form.is_valid() and tried(form, calls.write_down, ask=ask, by=request.by, now=now(), **form.answers()):
        return redirect("desk-calls" if desk else "home")
    return render(request, "doors/write_down.html", page | {"form": form})


@signed_in(Act.KEEP_DESK)
def troubles(request):
    return render(request, "doors/troubles.html", pages_calls.troubles())


@signed_in(Act.KEEP_DESK)
@require_POST
def trouble_dealt_with(request, ref):
    trouble_ended(get_object_or_404(Message, ref=ref), now=now())
    return redirect("desk-troubles")
