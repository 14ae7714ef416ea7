"""The table of whoever runs a meeting, and its big screen."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from sidebyside.kit.clock import now
from sidebyside.kit.forms import sent, tried
from sidebyside.kit.verdict import Refused
from sidebyside.people.guard import NotAllowed
from sidebyside.projects.guard import its
from sidebyside.projects.pages import frame
from sidebyside.sessions import (
    checks,
    forms_live,
    hands,
    living,
    noting,
    pages_live,
    parking,
    pointing,
    seat_cookie,
    seats,
)
from sidebyside.sessions.guard import meeting_guard, only_who_runs_it, runs
from sidebyside.who_can import Act


@meeting_guard(Act.COME_IN)
def live(request, project, meeting):
    """In the meeting: where everybody comes in, and whoever runs it finds the table and the big screen."""
    page = {"meeting": meeting, "runs": runs(request, meeting), "open": seats.is_open(meeting, now())}
    return render(request, "sessions/live/live.html", frame(request, project, "meetings") | page)


@meeting_guard(Act.COME_IN)
@require_POST
def come_in(request, project, meeting):
    try:
        seat = seats.come_in(meeting=meeting, by=request.by, now=now())
    except Refused as refused:
        raise NotAllowed(refused.verdict) from refused
    return seat_cookie.keep(redirect("room"), seat, now()) if seat else redirect("room")


@meeting_guard(Act.RUN_MEETING)
def seat_cards(request, project, meeting):
    """How many seats there are on paper, and their codes, to print or read out."""
    only_who_runs_it(request, meeting)
    form = forms_live.Seats(sent(request))
    if form.is_valid() and tried(form, seats.make, meeting=meeting, **form.answers()):
        return redirect("live-seats", slug=project.slug, meeting=meeting.ref)
    page = {"meeting": meeting, "form": form, "codes": seats.codes(meeting), "address": seats.address()}
    return render(request, "sessions/live/seats.html", frame(request, project, "meetings") | page)


@meeting_guard(Act.RUN_MEETING)
def table(request, project, meeting):
    only_who_runs_it(request, meeting)
    return _show(request, project, meeting)


@meeting_guard(Act.RUN_MEETING)
def table_now(request, project, meeting):
    only_who_runs_it(request, meeting)
    return _unchanged(request, meeting, _who(request, meeting)) or _show(request, project, meeting)


@meeting_guard(Act.RUN_MEETING)
def screen(request, project, meeting):
    only_who_runs_it(request, meeting)
    page = pages_live.screen(meeting, now())
    return render(request, "sessions/live/screen.html", frame(request, project, "meetings") | page)


@meeting_guard(Act.RUN_MEETING)
def screen_now(request, project, meeting):
    only_who_runs_it(request, meeting)
    unchanged = _unchanged(request, meeting, "screen")
    if unchanged:
        return unchanged
    page = {"project": project} | pages_live.screen(meeting, now())
    response = render(request, "sessions/live/screen_parts.html", page)
    response["ETag"] = pages_live.version(meeting, "screen", request, now())
    return response


def _who(request, meeting) -> str:
    """The reader of the table, who also sees how many have answered the check that is open."""
    answered = checks.how_many_answered(meeting)
    return f"table:{request.person.pk}:{answered}"


def _unchanged(request, meeting, who: str) -> HttpResponse | None:
    version = pages_live.version(meeting, who, request, now())
    same = request.headers.get("If-None-Match") == version
    return HttpResponse(status=304, headers={"ETag": version}) if same else None


def _show(request, project, meeting, *, name: str = "", form=None) -> HttpResponse:
    """The table; or only its parts, for the script of a page that is open. form: what could not be done, as it was typed."""
    page = pages_live.table(meeting, request.person.ref, now())
    page |= {"form": form, "forms": _forms(meeting, page) | ({name: form} if form is not None else {})}
    page = frame(request, project, "meetings") | page
    if not request.headers.get("X-Live"):
        return render(request, "sessions/live/table.html", page)
    response = render(request, "sessions/live/table_parts.html", page, status=200 if form is None else 422)
    response["ETag"] = pages_live.version(meeting, _who(request, meeting), request, now())
    return response


def _forms(meeting, page: dict) -> dict:
    return {
        "called": forms_live.Called(auto_id="called-%s"),
        "count": forms_live.Count(auto_id="count-%s", answers=page["answers"]),
        "line": forms_live.Line(auto_id="line-%s", people=parking.people_of(meeting)),
        "park": forms_live.Park(auto_id="park-%s"),
    }


def _act(request, project, meeting, name: str, form, action, /, **more) -> HttpResponse:
    """Do this, if she runs the meeting, and show the table as it is then."""
    only_who_runs_it(request, meeting)
    if not (form.is_valid() and tried(form, action, by=request.by, now=now(), **more, **form.answers())):
        return _show(request, project, meeting, name=name, form=form)
    if not request.headers.get("X-Live"):
        return redirect("live-table", slug=project.slug, meeting=meeting.ref)
    meeting.refresh_from_db()
    return _show(request, project, meeting)


@meeting_guard(Act.RUN_MEETING)
@require_POST
def begin(request, project, meeting):
    return _act(request, project, meeting, "begin", forms_live.Press(request.POST), living.begin, meeting=meeting)


@meeting_guard(Act.RUN_MEETING)
@require_POST
def go_on(request, project, meeting):
    item = meeting.agenda.filter(ref=request.POST.get("item", "").replace("\x00", ""), taken_off_at=None).first()
    form = forms_live.GoOn(request.POST)
    return _act(request, project, meeting, "go_on", form, living.go_on, meeting=meeting, item=item)


@meeting_guard(Act.RUN_MEETING)
@require_POST
def finish(request, project, meeting):
    return _act(request, project, meeting, "finish", forms_live.Press(request.POST), living.finish, meeting=meeting)


@meeting_guard(Act.RUN_MEETING)
@require_POST
def see_to(request, project, meeting):
    return _act(request, project, meeting, "see_to", forms_live.Signal(request.POST), living.see_to, meeting=meeting)


@meeting_guard(Act.RUN_MEETING)
@require_POST
def open_check(request, project, meeting):
    form = forms_live.Check(request.POST)
    return _act(request, project, meeting, "check", form, checks.open_check, meeting=meeting)


@meeting_guard(Act.RUN_MEETING)
@require_POST
def close_check(request, project, meeting, check):
    row = its(meeting.checks.select_related("meeting__project"), ref=check)
    return _act(request, project, meeting, "close", forms_live.Press(request.POST), checks.close_check, check=row)


@meeting_guard(Act.RUN_MEETING)
def count(request, project, meeting, check):
    """Cards, calls and nods. On a page of its own for a check that has closed: they are late, and stand beside it."""
    row = its(meeting.checks.select_related("meeting__project"), ref=check)
    answers = pages_live.answers_to(row.kind)
    form = forms_live.Count(sent(request), auto_id="count-%s", answers=answers)
    only_who_runs_it(request, meeting)
    if request.method == "POST" and (form.is_valid() or request.headers.get("X-Live")):
        return _act(request, project, meeting, "count", form, checks.count, check=row)
    page = {"meeting": meeting, "check": row, "form": form, "once": pages_live.once(meeting, request.person.ref)}
    return render(request, "sessions/live/count.html", frame(request, project, "meetings") | page)


@meeting_guard(Act.RUN_MEETING)
@require_POST
def take_back_count(request, project, meeting, check):
    row = its(meeting.checks.select_related("meeting__project"), ref=check)
    form = forms_live.TakeBack(request.POST)
    return _act(request, project, meeting, "take_back", form, checks.take_back_count, check=row)


@meeting_guard(Act.RUN_MEETING)
@require_POST
def hand_up(request, project, meeting):
    form = forms_live.Called(request.POST, auto_id="called-%s")
    return _act(request, project, meeting, "called", form, hands.put_up, meeting=meeting)


@meeting_guard(Act.RUN_MEETING)
@require_POST
def hand_heard(request, project, meeting, hand):
    row = its(meeting.hands.select_related("meeting__project"), ref=hand)
    return _act(request, project, meeting, "hand", forms_live.Press(request.POST), hands.heard, hand=row)


@meeting_guard(Act.RUN_MEETING)
@require_POST
def hand_down(request, project, meeting, hand):
    row = its(meeting.hands.select_related("meeting__project"), ref=hand)
    return _act(request, project, meeting, "hand", forms_live.Press(request.POST), hands.put_down, hand=row)


@meeting_guard(Act.RUN_MEETING)
@require_POST
def heard_kind(request, project, meeting):
    return _act(request, project, meeting, "kind", forms_live.Kind(request.POST), hands.heard_kind, meeting=meeting)


@meeting_guard(Act.RUN_MEETING)
@require_POST
def note(request, project, meeting):
    form = forms_live.Line(request.POST, auto_id="line-%s", people=parking.people_of(meeting))
    now_item = meeting.now_item
    return _act(request, project, meeting, "line", form, noting.write_line, meeting=meeting, item=now_item)


@meeting_guard(Act.RUN_MEETING)
@require_POST
def park_from_table(request, project, meeting):
    form = forms_live.Park(request.POST, auto_id="park-%s")
    return _act(request, project, meeting, "park", form, pointing.park_for_the_room, meeting=meeting)
