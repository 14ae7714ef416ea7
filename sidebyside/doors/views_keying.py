"""Typing in what came back on paper, at the hub's desk; and the page behind the code on a paper form."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from sidebyside.doors import forms_post as forms
from sidebyside.doors import pages_post as pages
from sidebyside.doors import post_keying
from sidebyside.doors.forms import SheetForm
from sidebyside.doors.models_post import PaperForm
from sidebyside.kit.clock import now
from sidebyside.kit.forms import tried
from sidebyside.kit.verdict import Refused
from sidebyside.people.asks import address_of
from sidebyside.people.guard import NotAllowed, its, public, signed_in
from sidebyside.people.sheets import sheet_of
from sidebyside.who_can import Act

WHY_PUBLIC = "Whoever holds a paper form may type in its code. It shows no name, and only open questions."
PAPER = "paper_form"  # where a browser that typed in a good code keeps which form it is


@signed_in(Act.KEEP_DESK)
def keying(request):
    return _by_code(request, forms.CodeToKey(request.POST or None), done=request.GET.get("done", ""))


def _by_code(request, form, *, done: str):
    """The form with the code that was typed; or the page for codes. done: what became of the form before, a code."""
    paper = form.to_key(by=request.by, now=now())
    if paper:
        address = reverse("desk-key-form", args=[paper.ref])
        return redirect(f"{address}?done={done}" if done else address)
    page = pages.keying(done=done) | pages.codes_not_right(now=now())
    return render(request, "doors/keying.html", page | {"form": form})


def paper_form(request, ref: str, *, room: str = "") -> PaperForm:
    """The form with this name in the address. Raises 404, or NotAllowed when she may not type it in."""
    paper = its(PaperForm.objects.select_related("ask__person", "letter__message", "used_by"), ref=ref)
    verdict = post_keying.may_open(paper, by=request.by, now=now(), room=room)
    if not verdict:
        raise NotAllowed(verdict)
    return paper


def keyed(request, paper: PaperForm, *, then_next: bool = False) -> tuple[str, dict]:
    """Type in one form: what became of it (a code, empty when it is still to be done), and what the page shows."""
    sheet, page = pages.key_form(paper, now=now())
    form = forms.Keying(request.POST or None, sheet=sheet, day=page["day"], then_next=then_next)
    page["form"] = form
    if form.is_valid() and tried(form, post_keying.key, paper=paper, by=request.by, now=now(), **form.kept()):
        return post_keying.KEPT_AFTER_CLOSING if page["over"] else post_keying.KEPT, page
    return "", page


@signed_in(Act.KEEP_DESK)
def key_form(request, ref):
    done, page = keyed(request, paper_form(request, ref), then_next=True)
    if done and page["form"].cleaned_data["paper_next"]:
        return _by_code(request, forms.CodeToKey({"code": page["form"].cleaned_data["paper_next"]}), done=done)
    if done:
        return redirect(f"{reverse('desk-keying')}?done={done}")
    page |= pages.keying(done=request.GET.get("done", ""))
    here = {"back": reverse("desk-keying"), "late": reverse("desk-paper-late", args=[ref])}
    return render(request, "doors/key_form.html", page | here)


@signed_in(Act.KEEP_DESK)
@require_POST
def paper_late(request, ref):
    note_as_late(request, paper_form(request, ref))
    return redirect(f"{reverse('desk-keying')}?done=paper_noted_as_late")


def note_as_late(request, paper: PaperForm) -> None:
    try:
        post_keying.came_too_late(paper=paper, by=request.by, now=now())
    except Refused as refused:
        raise NotAllowed(refused.verdict) from refused


@public(WHY_PUBLIC)
def answer(request, code=""):
    """code: as the square on the paper has it. A good one is kept in this browser, out of the next address."""
    form = forms.PaperCode({"code": code} if code else request.POST or None)
    paper = form.found(by=request.by, now=now())
    if paper:
        request.session[PAPER] = paper.ref
        return redirect("paper-answer-form")
    return render(request, "doors/answer.html", {"form": form, "done": request.GET.get("done") == "yes"})


@public(WHY_PUBLIC)
def answer_form(request):
    papers = PaperForm.objects.filter(ref=request.session.get(PAPER, ""), ask__person__erased_at=None)
    paper = papers.select_related("ask__person").first()
    if paper is None:
        return redirect("paper-answer")
    if request.person == paper.ask.person:
        return redirect(address_of(paper.ask))
    if request.person or paper.ask.reveals != "open" or paper.used_at:
        return render(
            request, "doors/answer_instead.html", {"open": paper.ask.reveals == "open", "used": paper.used_at}
        )
    return _answer_open(request, paper)


def _answer_open(request, paper: PaperForm):
    sheet = sheet_of(paper.ask)
    form = SheetForm(request.POST or None, sheet=sheet)
    if form.is_valid() and tried(form, post_keying.answer_with_code, paper=paper, said=form.answers(), now=now()):
        del request.session[PAPER]
        return redirect(f"{reverse('paper-answer')}?done=yes")
    return render(request, "doors/answer_form.html", {"form": form, "sheet": sheet})
