"""Signing in and out."""

from urllib.parse import urlencode

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from sidebyside.kit.clock import now
from sidebyside.kit.forms import tried
from sidebyside.people import forms, links, passkeys, practice, sessions
from sidebyside.people import new_email as proofs
from sidebyside.people.guard import public, safe_next


@public("Anybody may ask to sign in.")
def sign_in(request):
    """Whoever asks gets the same answer, whether we know the address or not."""
    form = forms.AskForLink(request.POST or None, initial={"next": request.GET.get("next", "")})
    if form.is_valid():
        then, email = safe_next(request, form.cleaned_data["next"]), form.cleaned_data["email"]
        if tried(form, sessions.ask_for_link, request=request, email=email, then=then, now=now()):
            return redirect(f"{reverse('sign-in-code')}?{urlencode({'next': then})}")
    context = {"form": form, "cast": practice.cast(), "next": request.GET.get("next", ""), "site": passkeys.site()}
    return render(request, "people/sign_in.html", context)


@public("Anybody may type the code that we emailed to them.")
def sign_in_code(request):
    form = forms.TypeCode(request.POST or None, initial={"next": request.GET.get("next", "")})
    if form.is_valid() and tried(form, sessions.by_code, request=request, code=form.cleaned_data["code"], now=now()):
        return redirect(safe_next(request, form.cleaned_data["next"]))
    return render(request, "people/sign_in_code.html", {"form": form})


@public("Whoever has the link from the email may use it.")
def sign_in_link(request, token):
    """Opening the link shows a button and uses nothing up; pressing the button signs in."""
    form = forms.UseLink({"next": request.POST.get("next", request.GET.get("next", ""))})
    pressed = request.method == "POST" and form.is_valid()
    if pressed and tried(form, sessions.by_link, request=request, token=token, now=now()):
        return redirect(safe_next(request, form.cleaned_data["next"]))
    if links.find(token, now=now()) is None:
        return render(request, "people/link_too_old.html", {"again": reverse("sign-in")}, status=410)
    return render(request, "people/sign_in_link.html", {"next": request.GET.get("next", "")})


@public("Whoever has the link that was sent to a new email address may use it.")
def new_email(request, token):
    """Opening the link uses nothing up; pressing the button makes the address hers. It signs nobody in."""
    link, form = proofs.find(token, now=now()), forms.Press(request.POST or None)
    if link is None:
        return render(request, "people/link_too_old.html", {"again": reverse("my-details")}, status=410)
    if form.is_valid() and tried(form, proofs.use, token=token, now=now()):
        return redirect("me")
    return render(request, "people/new_email.html", {"form": form, "email": link.new_email})


@public("Anybody may sign in with a card.")
def sign_in_card(request):
    form = forms.UseCard(request.POST or None, initial={"next": request.GET.get("next", "")})
    if form.is_valid():
        code, word = form.cleaned_data["code"], form.cleaned_data["word"]
        if tried(form, sessions.by_card, request=request, code=code, word=word, now=now()):
            return redirect(safe_next(request, form.cleaned_data["next"]))
    return render(request, "people/sign_in_card.html", {"form": form})


@public("Anybody may sign in with a passkey.")
def sign_in_passkey(request):
    """The browser asks for the passkey, by a script; a browser without is led to the other ways."""
    form = forms.UsePasskey(request.POST or None, initial={"next": request.GET.get("next", "")})
    if form.is_valid() and tried(
        form, sessions.by_passkey, request=request, answer=form.cleaned_data["answer"], now=now()
    ):
        return redirect(safe_next(request, form.cleaned_data["next"]))
    options = sessions.ask_for_passkey(request=request, now=now())
    return render(request, "people/sign_in_passkey.html", {"form": form, "options": options, "site": passkeys.site()})


@public("Anybody may set up a new card.")
def set_up_card(request):
    form = forms.SetUpCard(request.POST or None)
    if form.is_valid() and tried(form, sessions.by_new_card, request=request, now=now(), **form.answers()):
        return redirect("me")
    return render(request, "people/set_up_card.html", {"form": form})


@public("Anybody may sign out.")
def sign_out(request):
    if request.method == "POST":
        sessions.end(request)
        return redirect("/")
    return render(request, "people/sign_out.html")


@public("In a practice hub anybody may be one of its made-up people. In a real hub this page does not exist.")
@require_POST
def practice_sign_in(request):
    if not practice.is_practice() or not sessions.as_one_of_the_cast(
        request=request, asked=request.POST.get("person", ""), now=now()
    ):
        raise Http404
    return redirect(safe_next(request, request.POST.get("next")))
