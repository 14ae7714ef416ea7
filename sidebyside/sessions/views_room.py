"""The room of a meeting, for whoever is in it: with a seat, and no name."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from sidebyside.kit.clock import now
from sidebyside.kit.forms import sent, tried
from sidebyside.kit.verdict import Refused
from sidebyside.kit.words import say
from sidebyside.people.guard import its, public
from sidebyside.sessions import checks, forms_live, hands, living, pages_live, parking, pointing, seat_cookie, seats
from sidebyside.sessions.models import Check

IN_THE_ROOM = "Whoever is in the room of a meeting has a seat with a code, and needs no name and no sign-in."


@public(IN_THE_ROOM)
def room(request):
    seat = seat_cookie.seat_of(request, now())
    if seat:
        return _show(request, seat)
    form = forms_live.Code(sent(request))
    came_in = form.is_valid() and _sit_down(request, form, form.cleaned_data["code"])
    return came_in or render(request, "sessions/live/code.html", {"form": form})


@public(IN_THE_ROOM)
def room_by_code(request, code):
    """What a square on a seat card leads to. Looking uses nothing up: the seat is taken by the button."""
    form = forms_live.Code({"code": code})
    if request.method == "POST" and form.is_valid():
        came_in = _sit_down(request, form, code)
        return came_in or render(request, "sessions/live/code.html", {"form": form})
    return render(request, "sessions/live/sit_down.html", {"code": code})


def _sit_down(request, form, code: str) -> HttpResponse | None:
    """With a seat from now on; or None, and the form says why not."""
    verdict = seat_cookie.may_try(request, now())
    if verdict:
        try:
            return seat_cookie.keep(redirect("room"), seats.sit_down(code=code, now=now()), now())
        except Refused as refused:
            verdict = refused.verdict
            seat_cookie.was_not_right(request, now())
    form.add_error("code", say(verdict.code, verdict.values))
    return None


def _show(request, seat, *, name: str = "", form=None) -> HttpResponse:
    """The room; or only its parts, for the script of a page that is open. form: what could not be done, as it was typed."""
    wrong = form is not None
    page = pages_live.seat_page(seat, now()) | {"form": form, "forms": _forms({name: form} if wrong else {})}
    if not request.headers.get("X-Live"):
        return render(request, "sessions/live/room.html", page)
    response = render(request, "sessions/live/room_parts.html", page, status=422 if wrong else 200)
    response["ETag"] = pages_live.version(seat.meeting, f"seat:{seat.pk}", request, now())
    return response


def _forms(wrong: dict) -> dict:
    empty = {"word": forms_live.Word(auto_id="word-%s"), "park": forms_live.Park(auto_id="park-%s")}
    return empty | wrong


def _send(request, name: str, form, action, **more) -> HttpResponse:
    """Do what was sent from this seat, and show the room as it is then."""
    seat = seat_cookie.seat_of(request, now())
    if seat is None:
        return _no_seat(request)
    more = {key: said(seat) if callable(said) else said for key, said in more.items()}
    if not (form.is_valid() and tried(form, action, now=now(), **more, **form.answers())):
        return _show(request, seat, name=name, form=form)
    seat.meeting.refresh_from_db(fields=["live_version", "now_item", "over_at"])
    return _show(request, seat) if request.headers.get("X-Live") else redirect("room")


def _no_seat(request) -> HttpResponse:
    """Its room is closed, or the cookie is gone: a script keeps what was typed, and a page asks for the code again."""
    return HttpResponse(status=410) if request.headers.get("X-Live") else redirect("room")


def _meeting(seat):
    return seat.meeting


@public(IN_THE_ROOM)
def room_now(request):
    """Is there anything new? The page asks every few seconds; mostly the answer is no, and then nothing is read or drawn."""
    seat = seat_cookie.seat_of(request, now())
    if seat is None:
        return _no_seat(request)
    version = pages_live.version(seat.meeting, f"seat:{seat.pk}", request, now())
    if request.headers.get("If-None-Match") == version:
        return HttpResponse(status=304, headers={"ETag": version})
    return _show(request, seat)


@public(IN_THE_ROOM)
@require_POST
def room_answer(request, check):
    row = its(Check.objects.select_related("meeting__project", "meeting__group"), ref=check)
    return _send(request, "said", forms_live.Say(request.POST), checks.answer, check=row, seat=lambda seat: seat)


@public(IN_THE_ROOM)
@require_POST
def room_hand_up(request):
    form = forms_live.Press(request.POST)
    return _send(request, "hand", form, hands.put_up, meeting=_meeting, seat=lambda seat: seat)


@public(IN_THE_ROOM)
@require_POST
def room_hand_down(request):
    return _send(request, "hand", forms_live.Press(request.POST), hands.put_mine_down, seat=lambda seat: seat)


@public(IN_THE_ROOM)
@require_POST
def room_signal(request):
    return _send(request, "signal", forms_live.Signal(request.POST), living.signal, meeting=_meeting)


@public(IN_THE_ROOM)
@require_POST
def room_word(request):
    form = forms_live.Word(request.POST, auto_id="word-%s")
    return _send(request, "word", form, pointing.do_not_know, meeting=_meeting)


@public(IN_THE_ROOM)
@require_POST
def room_park(request):
    return _send(request, "park", forms_live.Park(request.POST, auto_id="park-%s"), parking.park, meeting=_meeting)


@public(IN_THE_ROOM)
@require_POST
def room_leave(request):
    """Somebody else uses this phone next. Her own seat from a card can be taken up again with its code."""
    return seat_cookie.give_back(redirect("room"))
