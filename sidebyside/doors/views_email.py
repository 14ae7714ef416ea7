"""The page behind a link in an email, what a mail provider tells us, and the desk's list of emails."""

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from sidebyside.doors import answer_links, email_hooks, email_in, pages_email
from sidebyside.doors.forms import SheetForm
from sidebyside.doors.models_email import EmailIn
from sidebyside.kit.clock import now
from sidebyside.kit.forms import tried
from sidebyside.kit.sealed_reads import note_read
from sidebyside.kit.verdict import no
from sidebyside.kit.words import say
from sidebyside.people.guard import NotAllowed, public, signed_in
from sidebyside.people.roles import runs_a_project_of
from sidebyside.people.sheets import language_of, sheet_of
from sidebyside.who_can import Act

PROVIDER = "Only the hub's mail provider, which shows the secret that the hub was set up with."
LINK = "Whoever has the link from the email may answer that one question with it, once. It shows nothing else."


@public(why=LINK)
def answer_link(request, token):
    """Opening the link shows the question and uses nothing up; pressing the button answers, and uses it."""
    link, sent = answer_links.find(token), request.POST if request.method == "POST" else None
    if link is None:
        return _of_no_use(request, token, None, say("answer_link_is_unknown"))
    with translation.override(_in_her_words(request, link.ask.person)):
        form = SheetForm(sent, sheet=(sheet := sheet_of(link.ask)))
        said = form.answers() if form.is_valid() else {}
        if said and answer_links.was_used_for(link, said):
            return redirect("answer-link", token)
        if not (good := answer_links.can_use(link, now=now())):
            return _of_no_use(request, token, link, say(good.code), pages_email.typed(sheet, form))
        if form.is_valid() and tried(form, answer_links.use, link=link, sheet=sheet, said=said, now=now()):
            return redirect("answer-link", token)
        return _private(render(request, "doors/email_answer.html", {"sheet": sheet, "form": form, "ask": link.ask}))


def _in_her_words(request, person) -> str:
    """The page is in the language and format that its email was in."""
    request.looks = replace(request.looks, words=person.format, language=person.language)
    return language_of(person)


def _of_no_use(request, token, link, why, typed=()) -> HttpResponse:
    context = {"why": why, "token": token if link else "", "typed": typed} | pages_email.used(link)
    return _private(render(request, "doors/email_link.html", context, status=200 if context["used_at"] else 410))


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"], response["X-Robots-Tag"] = "no-store", "noindex"
    return response


@public(why="Whoever has an old link from an email may have a new one sent, to the address of the person it was for.")
def new_link(request, token):
    link = answer_links.find(token)
    if request.method == "POST" and link:
        answer_links.ask_for_new(link=link, now=now())
        return redirect("answer-link-new", token)
    return _private(render(request, "doors/email_new_link.html"))


@csrf_exempt
@require_http_methods(["POST", "HEAD"])
@public(why=PROVIDER)
def email_came(request):
    """The mail provider brings emails that came in."""
    return _take(request, "inbound", email_hooks.came)


@csrf_exempt
@require_http_methods(["POST", "HEAD"])
@public(why=PROVIDER)
def email_fared(request):
    """The mail provider says what became of emails that went out."""
    return _take(request, "tracking", email_hooks.fared)


def _take(request, kind, take) -> HttpResponse:
    if request.method == "POST":
        try:
            events = email_hooks.told(request, kind)
        except email_hooks.CannotRead as refused:
            return HttpResponse(status=refused.status)
        for event in events:
            take(event, now=now())
    return HttpResponse()


@signed_in(Act.KEEP_DESK)
def desk_emails(request):
    return render(request, "doors/desk_emails.html", pages_email.for_the_desk())


def _hers(request, ref) -> EmailIn:
    row = get_object_or_404(EmailIn.objects.select_related("person"), ref=ref, for_the_desk=True)
    if row.person and runs_a_project_of(request.person, row.person):
        raise NotAllowed(no("only_the_desk_keys_this"))
    return row


@signed_in(Act.KEEP_DESK)
def desk_email(request, ref):
    """Its words may be an answer: nobody who runs a project of hers reads them, and who did is noted."""
    row = _hers(request, ref)
    if row.person:
        note_read(reader=request.person, owner=row.person, what="read_email", why="read_email_why", now=now())
    return render(request, "doors/desk_email.html", {"email": pages_email.one_for_the_desk(row)})


@signed_in(Act.KEEP_DESK)
@require_POST
def email_dealt_with(request, ref):
    email_in.dealt_with(_hers(request, ref), by=request.by, now=now())
    return redirect("desk-emails")
