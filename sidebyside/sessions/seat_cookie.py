"""How a browser keeps its seat: a signed cookie that only the room is sent. It says which seat, and never who."""

from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from sidebyside.kit.verdict import Verdict
from sidebyside.sessions import live_rules as rules
from sidebyside.sessions import seats
from sidebyside.sessions.models import Seat

NAME, SALT, PATH = "seat", "sidebyside.seat", "/room/"
TRIES = "seat_codes_tried"  # where a session holds when codes were typed that are not right


def seat_of(request: HttpRequest, now: datetime) -> Seat | None:
    """The seat that this browser has, while its room is open. One query, and none without the cookie."""
    kept = request.get_signed_cookie(NAME, default="", salt=SALT)
    if not kept:
        return None
    rows = Seat.objects.select_related("meeting__project", "meeting__group", "meeting__now_item")
    seat = rows.filter(pk=kept).first()
    return seat if seat and seats.is_open(seat.meeting, now) else None


def keep(response: HttpResponse, seat: Seat, now: datetime) -> HttpResponse:
    over_at = seat.meeting.over_at or seat.meeting.ends_at
    lasts = max(over_at + rules.CLOSES - now, timedelta(minutes=1))
    response.set_signed_cookie(
        NAME, str(seat.pk), salt=SALT, max_age=lasts, path=PATH, httponly=True, samesite="Lax", secure=settings.HTTPS
    )
    return response


def give_back(response: HttpResponse) -> HttpResponse:
    response.delete_cookie(NAME, path=PATH, samesite="Lax")
    return response


def may_try(request: HttpRequest, now: datetime) -> Verdict:
    """A code that is not right may be typed often, and not without end."""
    return rules.can_try_a_code(_tried(request), now=now)


def was_not_right(request: HttpRequest, now: datetime) -> None:
    request.session[TRIES] = [at.isoformat() for at in [*_tried(request), now][-rules.TRIES :]]


def _tried(request: HttpRequest) -> list[datetime]:
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return []
    return [datetime.fromisoformat(at) for at in request.session.get(TRIES, [])]
