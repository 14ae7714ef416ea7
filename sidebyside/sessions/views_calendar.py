"""A meeting for her own calendar, and an address that a calendar reads all her meetings from."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from sidebyside.kit.clock import now
from sidebyside.kit.verdict import Refused
from sidebyside.people.guard import NotAllowed, public, signed_in
from sidebyside.sessions import calendars, pages_calendar
from sidebyside.sessions.guard import meeting_guard
from sidebyside.who_can import Act


@meeting_guard(Act.READ_MEETINGS)
def meeting_file(request, project, meeting):
    return _file(calendars.of_meeting(meeting, request.person))


@signed_in(Act.READ_OWN)
def my_calendar(request):
    """The address is on the answer to making it, and nowhere else."""
    try:
        token = calendars.make_feed(by=request.by, now=now()) if request.method == "POST" else ""
    except Refused as refused:
        raise NotAllowed(refused.verdict) from refused
    return render(request, "sessions/my_calendar.html", pages_calendar.my_calendar(request.by, token))


@signed_in(Act.READ_OWN)
@require_POST
def end(request):
    calendars.end_feed(by=request.by, now=now())
    return redirect("my-calendar")


@public("A calendar cannot sign in. Whoever made the address has its long secret name, and can end it.")
@require_safe
def feed(request, token):
    person = calendars.whose(token)
    if person is None:
        raise Http404
    return _file(calendars.of_person(person, now=now()))


def _file(words: bytes) -> HttpResponse:
    answer = HttpResponse(words, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="meetings.ics"'
    answer["Cache-Control"] = "private, no-cache"
    answer["X-Robots-Tag"] = "noindex"
    return answer
