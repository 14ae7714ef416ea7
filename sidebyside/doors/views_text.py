"""What text providers tell us, the desk's list of texts, and trying it out in a practice hub."""

import json

from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from sidebyside.doors import forms_text, pages_text, text_in
from sidebyside.doors.models_texts import TextIn
from sidebyside.doors.sending import trouble
from sidebyside.kit.clock import now
from sidebyside.kit.refs import new_ref
from sidebyside.kit.verdict import no
from sidebyside.people.guard import NotAllowed, public, signed_in
from sidebyside.people.models import Message
from sidebyside.people.roles import those_in_her_projects
from sidebyside.who_can import Act

ITS_TOKEN = "Only our text provider, which sends the secret token that the hub was set up with."  # noqa: S105
LARGEST = 20_000  # bytes
FAILED = {"permanent-failure", "temporary-failure", "technical-failure"}


def _told(request) -> dict | None:
    """What a provider tells us as JSON, when it has our token; else None. No token is set: nobody may."""
    token = settings.TEXT_IN_TOKEN
    if not token:
        raise Http404
    sent = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not constant_time_compare(sent, token):
        return None
    try:
        told = json.loads(request.body) if len(request.body) <= LARGEST else None
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _take(request, id_name: str, from_name: str, words_name: str) -> HttpResponse:
    told = _told(request)
    if told is None:
        return JsonResponse({"error": "wrong token"}, status=401)
    ref, number, words = [
        told[name] if isinstance(told.get(name), str) else None for name in (id_name, from_name, words_name)
    ]
    if not ref or not number or words is None:
        return JsonResponse({"error": f"needs {id_name}, {from_name} and {words_name}, as strings"}, status=400)
    text_in.received(provider_ref=ref.replace("\x00", "")[:100], number=number, words=words, now=now())
    return JsonResponse({})


@csrf_exempt
@require_POST
@public(why=ITS_TOKEN)
def notify_received(request):
    """GOV.UK Notify: a received text message."""
    return _take(request, "id", "source_number", "message")


@csrf_exempt
@require_POST
@public(why=ITS_TOKEN)
def received(request):
    """Any provider: {"id", "from", "text"}."""
    return _take(request, "id", "from", "text")


@csrf_exempt
@require_POST
@public(why=ITS_TOKEN)
def notify_receipt(request):
    """GOV.UK Notify: what became of a text that we sent. One that did not arrive raises a task, never silence."""
    told = _told(request)
    if told is None:
        return JsonResponse({"error": "wrong token"}, status=401)
    ref, status = str(told.get("reference")).replace("\x00", ""), str(told.get("status"))
    message = Message.objects.filter(ref=ref).first()
    if message and status in FAILED:
        trouble(message, "text_not_delivered", now=now())
    return JsonResponse({})


@signed_in(Act.KEEP_DESK)
def desk_texts(request):
    return render(request, "doors/desk_texts.html", pages_text.for_the_desk(request.person, now=now()))


@signed_in(Act.KEEP_DESK)
@require_POST
def text_dealt_with(request, ref):
    row = get_object_or_404(TextIn, ref=ref, for_the_desk=True)
    if pages_text.whose(row) & those_in_her_projects(request.person):
        raise NotAllowed(no("only_the_desk_keys_this"))
    text_in.dealt_with(row, by=request.by, now=now())
    return redirect("desk-texts")


@public(why="Only in a practice hub, where everybody is made up: it shows the texts that would have gone out.")
def practice_texts(request):
    if not settings.PRACTICE:
        raise Http404
    form = forms_text.PracticeText(request.POST or None)
    if form.is_valid():
        text_in.received(provider_ref=f"practice-{new_ref()}", now=now(), **form.answers())
        text_in.send_replies(now=now())
        return redirect("practice-texts")
    return render(request, "doors/practice_texts.html", {"form": form, "texts": pages_text.sent_in_practice()})
