"""Notes of a meeting: read them, write and correct them, ask the group whether they are right."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from sidebyside.doors.forms import SheetForm
from sidebyside.kit.clock import now, today
from sidebyside.kit.forms import sent, tried
from sidebyside.kit.verdict import Refused
from sidebyside.people.acting import answering
from sidebyside.people.guard import NotAllowed
from sidebyside.people.sheets import sheet_of, take
from sidebyside.projects.guard import its
from sidebyside.projects.pages import frame
from sidebyside.sessions import feelings, note_rules, noting, pages_notes_formats, pages_papers, quoting
from sidebyside.sessions import forms_notes as forms
from sidebyside.sessions import pages_notes as pages
from sidebyside.sessions.guard import meeting_guard, only_who_runs_it, runs
from sidebyside.sessions.models import NoteWording
from sidebyside.sessions.parking import people_of
from sidebyside.texts import actions as texts
from sidebyside.texts import forms as text_forms
from sidebyside.who_can import Act, may


@meeting_guard(Act.READ_MEETINGS)
def notes(request, project, meeting):
    page = pages.notes(meeting, request.person, now=now(), today=today())
    page |= pages_notes_formats.in_formats(meeting, easy=request.looks.easy, today=today())
    can = feelings.from_who_missed(meeting) | {
        "runs": runs(request, meeting),
        "may_write": bool(may(request.roles, Act.WRITE_TEXT)),
        "may_correct": bool(may(request.roles, Act.CORRECT_NOTES)) and page["can_change"],
    }
    return render(request, "sessions/notes.html", frame(request, project, "meetings") | page | can)


@meeting_guard(Act.CORRECT_NOTES)
def write_note(request, project, meeting, kind):
    if kind not in note_rules.LINES:
        raise Http404
    items = list(meeting.agenda.filter(taken_off_at=None).order_by("order", "id"))
    form = forms.WriteLine(sent(request), kind=kind, people=people_of(meeting), items=items)
    if form.is_valid() and tried(form, noting.write_line, meeting=meeting, by=request.by, now=now(), **form.answers()):
        return redirect("notes", slug=project.slug, meeting=meeting.ref)
    context = {"form": form, "meeting": meeting, "kind": kind}
    return render(request, "sessions/write_note.html", frame(request, project, "meetings") | context)


@meeting_guard(Act.CORRECT_NOTES)
def note(request, project, meeting, line):
    row = _its(request, meeting, line)
    form = forms.ChangeLine(sent(request), initial={"words": row.words, "version": row.version})
    if form.is_valid() and tried(form, noting.change_line, line=row, by=request.by, now=now(), **form.answers()):
        row.refresh_from_db()
        stands = row.words == form.cleaned_data["words"].strip()
        where = ("notes", meeting.ref) if stands else ("note", meeting.ref, row.ref)
        return redirect(where[0], project.slug, *where[1:])
    page = pages.note(meeting, row, request.person, today=today()) | {"form": form, "runs": runs(request, meeting)}
    return render(request, "sessions/note.html", frame(request, project, "meetings") | page)


@meeting_guard(Act.WRITE_TEXT)
def write_notes(request, project, meeting, format, language):
    page = pages_notes_formats.writing(meeting, format, language)
    form = text_forms.writing(format)(sent(request), initial={"words": page["earlier"]})
    what = {"source": pages_notes_formats.source(meeting), "format": format, "language": language}
    if "help" in request.POST:
        page |= pages_papers.help_with(form)
    elif form.is_valid() and tried(form, texts.write, **what, by=request.by, now=now(), **form.answers()):
        return redirect("notes", slug=project.slug, meeting=meeting.ref)
    return render(request, "sessions/write_notes.html", frame(request, project, "meetings") | page | {"form": form})


@meeting_guard(Act.CORRECT_NOTES)
@require_POST
def choose_wording(request, project, meeting, line):
    only_who_runs_it(request, meeting)
    rows = NoteWording.objects.filter(line=_its(request, meeting, line)).select_related("line__meeting__project")
    wording, take = its(rows, ref=request.POST.get("wording", "")), request.POST.get("take") == "yes"
    return _done(request, meeting, noting.choose_wording, wording=wording, take=take)


@meeting_guard(Act.CORRECT_NOTES)
@require_POST
def take_out_note(request, project, meeting, line):
    only_who_runs_it(request, meeting)
    row, out = _its(request, meeting, line), request.POST.get("out") == "yes"
    return _done(request, meeting, noting.take_out, line=row, out=out)


@meeting_guard(Act.CORRECT_NOTES)
@require_POST
def allow_quote(request, project, meeting, line):
    row, yes = _its(request, meeting, line), request.POST.get("ok") == "yes"
    return _done(request, meeting, noting.allow_quote, line=row, yes=yes)


@meeting_guard(Act.ANSWER_QUOTE)
def quote(request, project, meeting, line):
    by, row = answering(request), its(meeting.notes.all(), ref=line)
    ask = its(by.person.asks.select_related("person"), question=quoting.question_of(row))
    sheet = sheet_of(ask)
    form = SheetForm(sent(request), sheet=sheet, by_helper=by.helper is not None)
    if form.is_valid() and tried(form, take, ask=ask, said=form.answers(), by=by, now=now()):
        return redirect("notes", slug=project.slug, meeting=meeting.ref)
    context = {"form": form, "sheet": sheet, "meeting": meeting}
    return render(request, "sessions/quote.html", frame(request, project, "meetings") | context)


@meeting_guard(Act.CORRECT_NOTES)
@require_POST
def agree_notes(request, project, meeting):
    only_who_runs_it(request, meeting)
    return _done(request, meeting, noting.ask_to_agree, meeting=meeting)


def _its(request, meeting, line: str):
    rows = pages.seen_by(
        meeting.notes.select_related("meeting__project", "meeting__group", *pages.WITH), request.person
    )
    return its(rows, ref=line)


def _done(request, back_to, action, **kwargs):
    """Do it and go back to the notes; when it is refused, say why."""
    try:
        action(by=request.by, now=now(), **kwargs)
    except Refused as refused:
        raise NotAllowed(refused.verdict) from refused
    return redirect("notes", slug=back_to.project.slug, meeting=back_to.ref)
