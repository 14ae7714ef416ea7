"""Who is in a project: asking somebody to join, saying yes or no, covering, and giving advice."""

from django.shortcuts import redirect, render

from sidebyside.kit.clock import now, today
from sidebyside.kit.forms import tried
from sidebyside.people.acting import answering
from sidebyside.projects import actions, forms, joining, pages, pages_kind, pages_people, starting
from sidebyside.projects.guard import guard, its
from sidebyside.projects.models import BY_THEIR_JOB
from sidebyside.who_can import Act


@guard(Act.READ_PROJECT)
def people(request, project):
    page = pages_people.people(project, request.roles)
    return render(request, "projects/people.html", pages.frame(request, project, "people") | page)


@guard(Act.INVITE)
def invite(request, project):
    form = forms.Invite(forms.sent(request))
    if form.is_valid() and tried(
        form, starting.invite_somebody, project=project, by=request.by, now=now(), **form.answers()
    ):
        return redirect("people", project.slug)
    return render(request, "projects/invite.html", pages.frame(request, project, "people") | {"form": form})


@guard(Act.READ_INVITATION)
def invitation(request, project, membership):
    by = answering(request)
    mine = its(pages_people.invitations(project, by), ref=membership)
    pages_people.let_in(mine, by, now())
    form = forms.AnswerInvitation(forms.sent(request))
    if form.is_valid() and (
        mine.joined_at or tried(form, joining.answer_invitation, membership=mine, by=by, now=now(), **form.answers())
    ):
        return redirect(pages_people.after_answering(mine, by, yes=form.cleaned_data["said"]))
    page = pages_people.invitation(mine, by=by, today=today(), easy=request.looks.easy)
    return render(request, "projects/invitation.html", pages.frame(request, project) | page | {"form": form})


@guard(Act.COVER_FACILITATOR)
def cover(request, project, membership):
    place = its(
        project.memberships.joined().select_related("person", "project"), ref=membership, joins_as__in=BY_THEIR_JOB
    )
    form = forms.Cover(forms.sent(request))
    if form.is_valid() and tried(
        form, starting.cover_with_somebody, membership=place, by=request.by, now=now(), **form.answers()
    ):
        return redirect(pages_people.after_covering(project, place, request.by))
    page = {"form": form, "whom": place.person.name, "joins_as": pages.JOINS_AS[place.joins_as]}
    return render(request, "projects/cover.html", pages.frame(request, project, "people") | page)


@guard(Act.GIVE_ADVICE)
def give_advice(request, project, advice):
    asked = its(project.advice.select_related("asked_by", "project"), ref=advice, asked_of=request.person)
    form = forms.GiveAdvice(forms.sent(request))
    if form.is_valid() and (
        asked.words == form.cleaned_data["words"]
        or tried(form, actions.give_advice, advice=asked, by=request.by, now=now(), **form.answers())
    ):
        return redirect("give_advice", project.slug, asked.ref)
    page = pages_kind.for_the_adviser(asked, easy=request.looks.easy)
    return render(request, "projects/give_advice.html", pages.frame(request, project) | page | {"form": form})
