"""A project's texts in every format: read them, say who makes one, write it, add a recording, record who checked it."""

from django.http import Http404
from django.shortcuts import redirect, render

from sidebyside.kit.clock import now, today
from sidebyside.kit.forms import tried
from sidebyside.kit.uploads import is_too_big
from sidebyside.kit.verdict import Refused
from sidebyside.people.acting import answering
from sidebyside.people.guard import NotAllowed
from sidebyside.projects import pages_texts, texts
from sidebyside.projects.guard import guard, its
from sidebyside.projects.pages import frame
from sidebyside.texts import actions, forms
from sidebyside.texts.models import Checking
from sidebyside.texts.rules import EASY_READ, FORMATS, LANGUAGES, RECORDINGS
from sidebyside.texts.sending import send
from sidebyside.who_can import Act


def a_part(project, part: str, format: str = EASY_READ, language: str = "en"):
    """The text of this part, or 404; and 404 for a format or language that there is none of."""
    if part not in texts.PARTS or format not in FORMATS or language not in LANGUAGES:
        raise Http404
    return texts.source(project, part)


def shown(request, project, template, page):
    return render(request, f"texts/{template}.html", frame(request, project, "project") | page)


def back_to(project, part):
    return redirect("project-text", slug=project.slug, part=part)


@guard(Act.READ_PROJECT)
def all_texts(request, project):
    return shown(request, project, "all", pages_texts.all_of(project, today=today()))


@guard(Act.READ_PROJECT)
def one_text(request, project, part):
    a_part(project, part)
    return shown(request, project, "one", pages_texts.one_of(project, part, roles=request.roles, today=today()))


@guard(Act.WRITE_TEXT)
def write(request, project, part, format, language):
    what = {"source": a_part(project, part, format, language), "format": format, "language": language}
    page = pages_texts.writing(project, part, format, language)
    form = forms.writing(format)(request.POST or None, initial={"words": page["earlier"]})
    if "help" in request.POST:
        return shown(request, project, "write", page | {"form": form, **pages_texts.help_with(form)})
    if form.is_valid() and tried(form, actions.write, **what, by=request.by, now=now(), **form.answers()):
        where = {"slug": project.slug, "part": part}
        return (
            redirect("choose-pictures", **where, language=language) if format == EASY_READ else back_to(project, part)
        )
    return shown(request, project, "write", page | {"form": form})


@guard(Act.WRITE_TEXT)
def pictures(request, project, part, language):
    source = a_part(project, part, EASY_READ, language)
    page = pages_texts.writing(project, part, EASY_READ, language)
    if not page["before"]:
        raise Http404
    form = forms.ChoosePictures(request.POST or None, words=page["earlier"], initial=page["pictures"])
    what = {"source": source, "format": EASY_READ, "language": language, "words": page["earlier"]}
    if form.is_valid() and tried(form, actions.write, **what, by=request.by, now=now(), **form.answers()):
        return back_to(project, part)
    return shown(request, project, "pictures", page | {"form": form})


@guard(Act.WRITE_TEXT)
def make(request, project, part, format, language):
    what = {"source": a_part(project, part, format, language), "format": format, "language": language}
    page = pages_texts.writing(project, part, format, language)
    form, when = forms.WhoMakesIt(request.POST or None), {"now": now(), "today": today()}
    if form.is_valid() and tried(form, actions.say_who_makes_it, **what, by=request.by, **when, **form.answers()):
        return back_to(project, part)
    return shown(request, project, "make", page | {"form": form})


@guard(Act.WRITE_TEXT)
def stop_making(request, project, part, version):
    source = a_part(project, part)
    asked = its(pages_texts.versions_of(project).being_made(), ref=version, text__about=source.about)
    if request.method == "POST":
        try:
            actions.stop_making(source=source, version=asked, by=request.by, now=now())
        except Refused as refused:
            raise NotAllowed(refused.verdict) from refused
        return back_to(project, part)
    page = pages_texts.writing(project, part, asked.format, asked.language)
    return shown(request, project, "stop", page)


@guard(Act.WRITE_TEXT)
def record(request, project, part, format):
    what = {"source": a_part(project, part), "format": format, "language": "en"}
    if format not in RECORDINGS:
        raise Http404
    form = forms.AddRecording(*forms.sent(request), format=format, too_big=is_too_big(request))
    if form.is_valid() and tried(form, actions.add_recording, **what, by=request.by, now=now(), **form.answers()):
        return back_to(project, part)
    return shown(request, project, "record", pages_texts.writing(project, part, format, "en") | {"form": form})


@guard(Act.RECORD_CHECKING)
def check(request, project, part, version):
    source, people = a_part(project, part), texts.who_may_check(project)
    asked = its(pages_texts.versions_of(project).made(), ref=version, text__about=source.about)
    page = pages_texts.checking(project, part, asked, people)
    form = forms.RecordChecking(request.POST or None, people=page["people"])
    known = {"source": source, "version": asked, "may_check": people, "by": request.by, "now": now(), "today": today()}
    if form.is_valid() and tried(form, actions.record_checking, **known, **form.answers_of(people)):
        return back_to(project, part)
    return shown(request, project, "check", page | {"form": form})


@guard(Act.SAY_IF_NAMED)
def checked_by_me(request, project, checking):
    found = its(Checking.objects.select_related("version__text").filter(version__text__of=project.ref), ref=checking)
    by = answering(request)
    page = pages_texts.asked(by, found, now())
    form = forms.MayBeNamed(request.POST or None, initial=page["earlier"])
    ready, what = form.is_valid() and page["can_answer"], {"ask": page["ask"], "by": by, "now": now()}
    if ready and tried(form, actions.say_if_named, **what, **form.answers()):
        return back_to(project, page["part"])
    return shown(request, project, "named", page | {"form": form})


@guard(Act.READ_PROJECT)
def recording(request, project, part, version, what):
    source = a_part(project, part)
    found = its(pages_texts.versions_of(project).made(), ref=version, text__about=source.about)
    return send(request, {"file": found.file, "captions": found.captions}.get(what, ""))
