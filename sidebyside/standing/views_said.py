"""What members say: answering a round, and saying, agreeing to and taking back what shows a method."""

from django.shortcuts import redirect, render

from sidebyside.agreements.forms import sent
from sidebyside.kit.clock import now
from sidebyside.kit.forms import Form, tried
from sidebyside.people.acting import answering
from sidebyside.projects.guard import guard, its
from sidebyside.projects.pages import frame
from sidebyside.standing import actions, forms, pages_said
from sidebyside.who_can import Act


@guard(Act.ANSWER_ROUND)
def round(request, project, round):
    asked, by, easy = its(project.rounds, ref=round), answering(request), request.looks.easy
    page = pages_said.round(project, asked, by=by, now=now(), easy=easy)
    form = forms.AnswerRound(sent(request), questions=page["questions"], earlier=page["earlier"])
    if form.is_valid() and tried(form, actions.answer_round, round=asked, said=form.answers(), by=by, now=now()):
        return redirect("round-thanks", slug=project.slug, round=asked.ref)
    return render(request, "standing/round.html", frame(request, project, "standing") | page | {"form": form})


@guard(Act.ANSWER_ROUND)
def round_thanks(request, project, round):
    page = pages_said.thanks(its(project.rounds, ref=round), by=answering(request), now=now())
    return render(request, "standing/round_thanks.html", frame(request, project, "standing") | page)


@guard(Act.ASK_FOR_ROUND)
def ask_for_round(request, project):
    form = Form(sent(request))
    if form.is_valid() and tried(form, actions.ask_for_round, project=project, by=request.by, now=now()):
        return redirect("standing", slug=project.slug)
    return render(request, "standing/ask_for_round.html", frame(request, project, "standing") | {"form": form})


@guard(Act.SAY_WHAT_SHOWS_IT)
def say_what_shows(request, project, method):
    page = pages_said.method(project, method, easy=request.looks.easy)
    form = forms.SayWhatShows(sent(request), prompt=page["method"]["prompt"])
    said = {"project": project, "method": method, "by": request.by, "now": now()}
    if form.is_valid() and tried(form, actions.say_what_shows, **said, **form.answers()):
        return redirect("ingredient", slug=project.slug, ingredient=page["method"]["ingredient"])
    return render(request, "standing/say_what_shows.html", frame(request, project, "standing") | page | {"form": form})


@guard(Act.AGREE_WITH_STATEMENT)
def agree_statement(request, project, statement):
    return _about_statement(request, project, statement, actions.agree_with_statement, "standing/agree_statement.html")


@guard(Act.SAY_WHAT_SHOWS_IT)
def take_back_statement(request, project, statement):
    return _about_statement(
        request, project, statement, actions.take_back_statement, "standing/take_back_statement.html"
    )


def _about_statement(request, project, ref, action, template):
    """A page with one button that does this to a statement; a second press does nothing twice."""
    found, form = its(project.statements.select_related("by", "agreed_by", "project"), ref=ref), Form(sent(request))
    page = pages_said.statement(project, found, easy=request.looks.easy)
    if form.is_valid() and tried(form, action, statement=found, by=request.by, now=now()):
        return redirect("ingredient", slug=project.slug, ingredient=page["method"]["ingredient"])
    context = frame(request, project, "standing", about=f"statement:{ref}")
    return render(request, template, context | page | {"form": form})
