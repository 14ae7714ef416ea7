"""Typing in paper forms in a project: open questions only, by whoever runs it. All others go to the hub's desk, closed."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from sidebyside.doors import forms_post, pages_post
from sidebyside.doors.views_keying import keyed, note_as_late, paper_form
from sidebyside.kit.clock import now
from sidebyside.projects.guard import guard
from sidebyside.projects.pages import frame
from sidebyside.who_can import Act


@guard(Act.KEY_PAPER)
def keying(request, project):
    form = forms_post.CodeToKey(request.POST or None)
    paper = form.to_key(by=request.by, now=now(), room=project.room)
    if paper:
        return redirect("key-form", project.slug, paper.ref)
    page = frame(request, project, "people") | pages_post.keying(done=request.GET.get("done", ""))
    return render(request, "doors/keying.html", page | {"form": form})


@guard(Act.KEY_PAPER)
def key_form(request, project, ref):
    done, page = keyed(request, paper_form(request, ref, room=project.room))
    if done:
        return redirect(f"{reverse('keying', args=[project.slug])}?done={done}")
    here = {"back": reverse("keying", args=[project.slug]), "late": reverse("paper-late", args=[project.slug, ref])}
    return render(request, "doors/key_form.html", frame(request, project, "people") | page | here)


@guard(Act.KEY_PAPER)
@require_POST
def paper_late(request, project, ref):
    note_as_late(request, paper_form(request, ref, room=project.room))
    return redirect(f"{reverse('keying', args=[project.slug])}?done=paper_noted_as_late")
