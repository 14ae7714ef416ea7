"""Who we are: what others let her read, what she writes of herself, how she arrives today, and asking everybody."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from sidebyside.agreements import biographies, forms_group, pages_biographies
from sidebyside.kit.clock import now
from sidebyside.kit.forms import tried
from sidebyside.kit.verdict import Refused
from sidebyside.people.guard import NotAllowed
from sidebyside.projects.guard import guard
from sidebyside.projects.pages import frame
from sidebyside.who_can import Act


def _page(request, project) -> dict:
    who = {"reader": request.person, "roles": request.roles, "card_made_by": request.by.card_made_by}
    return pages_biographies.who_we_are(project, **who, now=now())


@guard(Act.READ_PROJECT)
def who_we_are(request, project):
    page = _page(request, project)
    return render(request, "agreements/who_we_are.html", frame(request, project, "people") | page)


@guard(Act.WRITE_OF_MYSELF)
def who_i_am(request, project):
    written = pages_biographies.mine(project, request.person)
    form = forms_group.WhoIAm(forms_group.sent(request), initial=written)
    if form.is_valid() and tried(form, biographies.write, project=project, by=request.by, now=now(), **form.answers()):
        return redirect("who-we-are", slug=project.slug)
    page = {"form": form, "asked": biographies.open_ask(project, request.person, now())}
    return render(request, "agreements/who_i_am.html", frame(request, project, "people") | page)


@guard(Act.WRITE_OF_MYSELF)
@require_POST
def rather_not(request, project):
    if ask := biographies.open_ask(project, request.person, now()):
        biographies.decline(ask=ask, by=request.by, now=now())
    return redirect("who-we-are", slug=project.slug)


@guard(Act.WRITE_OF_MYSELF)
def how_i_arrive(request, project):
    written = pages_biographies.mine(project, request.person)
    form = forms_group.HowIArrive(forms_group.sent(request), initial={"words": written.get("arriving", "")})
    if form.is_valid() and tried(form, biographies.arrive, project=project, by=request.by, now=now(), **form.answers()):
        return redirect("who-we-are", slug=project.slug)
    page = {"form": form, "seen_by": written.get("seen_by", "nobody")}
    return render(request, "agreements/how_i_arrive.html", frame(request, project, "people") | page)


@guard(Act.ASK_WHO_WE_ARE)
def ask_who_we_are(request, project):
    if request.method == "POST":
        try:
            biographies.ask_everybody(project=project, by=request.by, now=now())
        except Refused as refused:
            raise NotAllowed(refused.verdict) from None
        return redirect("who-we-are", slug=project.slug)
    page = _page(request, project)
    return render(request, "agreements/ask_who_we_are.html", frame(request, project, "people") | page)
