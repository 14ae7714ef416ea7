"""Signing in and out."""

from urllib.parse import urlencode

from django.contrib.auth import logout
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from sidebyside.kit.clock import now
from sidebyside.kit.forms import tried
from sidebyside.people import forms, links, practice, sessions
from sidebyside.people.guard import public, safe_next


@public("Anybody may ask to sign in.")
def sign_in(request):
    """Whoever asks gets the same answer, whether we know the address or not."""
    form = forms.AskForLink(request.POST or None, initial={"next": request.GET.get("next", "")})
    if form.is_valid():
        then = safe_next(request, form.cleaned_data["next"])
        request.session["signing_in"] = form.cleaned_data["email"]
        links.send_link(email=form.cleaned_data["email"], then=then, now=now())
        return redirect(f"{reverse('sign-in-code')}?{urlencode({'next': then})}")
    context = {"form": form, "cast": practice.cast(), "next": request.GET.get("next", "")}
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
    first = {"code": request.GET.get("code", ""), "next": request.GET.get("next", "")}
    form = forms.TypeCode(request.POST or None, initial=first)
    if form.is_valid() and tried(
        form, sessions.by_link, request=request, token=token, code=form.cleaned_data["code"], now=now()
    ):
        return redirect(safe_next(request, form.cleaned_data["next"]))
    if links.find(token, now=now()) is None:
        return render(request, "people/link_too_old.html", status=410)
    return render(request, "people/sign_in_link.html", {"form": form})


@public("Anybody may sign in with a card.")
def sign_in_card(request):
    form = forms.UseCard(request.POST or None, initial={"next": request.GET.get("next", "")})
    if form.is_valid():
        code, word = form.cleaned_data["code"], form.cleaned_data["word"]
        if tried(form, sessions.by_card, request=request, code=code, word=word, now=now()):
            return redirect(safe_next(request, form.cleaned_data["next"]))
    return render(request, "people/sign_in_card.html", {"form": form})


@public("Anybody may set up a new card.")
def set_up_card(request):
    form = forms.SetUpCard(request.POST or None)
    if form.is_valid() and tried(form, sessions.by_new_card, request=request, now=now(), **form.answers()):
        return redirect("me")
    return render(request, "people/set_up_card.html", {"form": form})


@public("Anybody may sign out.")
def sign_out(request):
    if request.method == "POST":
        logout(request)
        return redirect("/")
    return render(request, "people/sign_out.html")


@public("In a practice hub anybody may be one of its made-up people. In a real hub this page does not exist.")
@require_POST
def practice_sign_in(request):
    if not practice.is_practice() or not sessions.as_one_of_the_cast(request, request.POST.get("person", "")):
        raise Http404
    return redirect(safe_next(request, request.POST.get("next")))
