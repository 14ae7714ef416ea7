"""The post room at the hub's desk: what to print, to post, whom to ring, and what came back."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from sidebyside.doors import forms_post as forms
from sidebyside.doors import pages_post as pages
from sidebyside.doors import post_paper, post_room
from sidebyside.doors.models_post import Letter
from sidebyside.kit.clock import now, today
from sidebyside.kit.forms import tried
from sidebyside.kit.pdf import CannotMakePdf
from sidebyside.people.guard import its, signed_in
from sidebyside.who_can import Act


@signed_in(Act.KEEP_DESK)
def room(request):
    page = pages.post_room(now=now())
    return render(request, "doors/post_room.html", page | {"form": forms.Posted(letters=page["to_post"])})


@signed_in(Act.KEEP_DESK)
@require_POST
def print_pack(request):
    """What waits to be printed, or once more what is printed and not posted yet."""
    again = request.POST.get("which") == "again"
    letters = list((pages.to_post if again else pages.to_print)(now=now())[: pages.IN_ONE_PACK])
    return _printed(request, letters, post_paper.pack) if letters else redirect("post-room")


@signed_in(Act.KEEP_DESK)
@require_POST
def print_letter(request, ref):
    return _printed(
        request, [its(Letter.objects.with_their_people(), ref=ref)], lambda letters: post_paper.alone(letters[0])
    )


def _printed(request, letters, make) -> HttpResponse:
    """The PDF; only once it is made do they count as printed."""
    try:
        pdf = make(letters)
    except CannotMakePdf:
        return redirect("post-room")
    post_room.printed(letters=letters, by=request.by, now=now())
    name = f"letters-{today().isoformat()}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


@signed_in(Act.KEEP_DESK)
@require_POST
def posted(request):
    letters = pages.to_post(now=now())
    if request.POST.get("which") != "all":
        page = pages.post_room(now=now())
        form = forms.Posted(request.POST, letters=page["to_post"])
        if not form.is_valid():
            return render(request, "doors/post_room.html", page | {"form": form})
        letters = letters.filter(ref__in=form.cleaned_data["letters"])
    post_room.posted(letters=list(letters), by=request.by, now=now())
    return redirect("post-room")


@signed_in(Act.KEEP_DESK)
def came_back(request, ref):
    letter = its(Letter.objects.with_their_people(), ref=ref)
    form = forms.CameBack(request.POST or None)
    if form.is_valid() and tried(
        form, post_room.came_back, letter=letter, by=request.by, now=now(), why=form.cleaned_data["why"]
    ):
        return redirect("post-room")
    return render(request, "doors/letter_back.html", {"form": form, "name": letter.message.person.name})
