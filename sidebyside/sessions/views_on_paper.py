"""A meeting on paper: its sheets to print, and one page to type in what belongs to the room."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sidebyside.kit.clock import now
from sidebyside.kit.forms import sent
from sidebyside.kit.pdf import CannotMakePdf, can_make_pdf, why_no_pdf
from sidebyside.kit.verdict import Refused
from sidebyside.people.guard import NotAllowed
from sidebyside.projects.pages import frame
from sidebyside.sessions import forms_keying as forms
from sidebyside.sessions import keying, pages_live
from sidebyside.sessions import pages_on_paper as pages
from sidebyside.sessions.guard import meeting_guard, only_who_runs_it, runs
from sidebyside.who_can import Act


@meeting_guard(Act.READ_MEETINGS)
def on_paper(request, project, meeting):
    running = runs(request, meeting)
    form = forms.Print(sent(request), parts=pages.parts(meeting, runs=running))
    if form.is_valid() and can_make_pdf():
        return _pdf(meeting, form)
    page = {"meeting": meeting, "form": form, "runs": running, "no_pdf": "" if can_make_pdf() else why_no_pdf()}
    return render(request, "sessions/on_paper/paper.html", frame(request, project, "meetings") | page)


def _pdf(meeting, form) -> HttpResponse:
    try:
        pdf = pages.printed(meeting, form.cleaned_data["parts"], size=form.cleaned_data["size"])
    except CannotMakePdf:
        return redirect("meeting-on-paper", slug=meeting.project.slug, meeting=meeting.ref)
    name = f"meeting-{meeting.starts_at:%Y-%m-%d}-{form.cleaned_data['size']}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


@meeting_guard(Act.RUN_MEETING)
def key_in(request, project, meeting):
    only_who_runs_it(request, meeting)
    once = pages_live.once(meeting, f"keying:{request.person.ref}")
    form = forms.KeyIn(sent(request), initial={"once": once}, **pages.to_key(meeting))
    if request.method == "POST":
        form = form.still_to_do(_kept(request, meeting, form))
        if not form.errors:
            return redirect(f"{reverse('meeting-keying', args=[project.slug, meeting.ref])}?done=yes")
    may = keying.can_key_in(meeting, now())
    page = {"meeting": meeting, "form": form, "may": may, "done": request.GET.get("done") == "yes"}
    return render(request, "sessions/on_paper/key.html", frame(request, project, "meetings") | page)


def _kept(request, meeting, form) -> list[keying.Left]:
    """Keep what can be read. Gives what cannot, or raises NotAllowed."""
    typed, once = form.typed(), form.cleaned_data.get("once", "")
    try:
        return keying.key_in(meeting=meeting, typed=typed, once=once, by=request.by, now=now())
    except Refused as refused:
        raise NotAllowed(refused.verdict) from refused
