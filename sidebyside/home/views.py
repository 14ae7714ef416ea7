"""The front page, help, how this looks, health, and what to say when something is wrong."""

from dataclasses import replace

from django.db import connection
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sidebyside.home import looks, on_paper, pages
from sidebyside.home.forms import HowThisLooks
from sidebyside.kit.clock import now, today
from sidebyside.people.guard import public, safe_next


@public("The front page says what this hub is. What is on it for somebody signed in is only hers.")
def front(request):
    if request.by is None:
        return render(request, "home/front.html")
    page = pages.mine(request.by, now=now(), today=today(), easy=request.looks.easy)
    return render(request, "home/mine.html", page)


@public("Whoever runs the hub asks it whether it is well. It says nothing else.")
def health(request):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")


@public("Anybody may need help.")
def help_page(request):
    return render(request, "home/help.html")


@public("Anybody may print.")
def printing(request):
    page = on_paper.plain_address(safe_next(request, request.GET.get("page"), ""))
    return render(request, "home/printing.html", pages.printing(page))


@public("Anybody may read how this website can be used, and where it falls short.")
def accessibility(request):
    return render(request, "home/accessibility.html")


@public("Anybody may read what we keep and who sees it.")
def privacy(request):
    return render(request, "home/privacy.html", pages.what_is_held())


@public("Anybody may choose how this looks.")
def look(request):
    first = request.looks.as_dict() | {"next": request.GET.get("next", "")}
    form = HowThisLooks(request.POST or None, initial=first)
    if form.is_valid():
        return _kept(request, looks.looks_from(form.cleaned_data), form.cleaned_data["next"])
    return render(request, "home/look.html", {"form": form})


@public("Anybody may read everything in Easy Read.")
def look_easy_read(request):
    """One button: Easy Read on, or off when it is on."""
    words = "standard" if request.looks.easy else "easy-read"
    if request.method == "POST":
        return _kept(request, replace(request.looks, words=words), request.POST.get("next"))
    return render(request, "home/easy_read.html", {"next": request.GET.get("next", "")})


def _kept(request, chosen: looks.Looks, then: str | None) -> HttpResponse:
    """Kept in this browser, and with her when she is signed in; then back to where she was."""
    response = redirect(safe_next(request, then))
    response.set_cookie(
        looks.COOKIE,
        chosen.as_cookie(),
        max_age=looks.COOKIE_AGE,
        samesite="Lax",
        httponly=True,
        secure=request.is_secure(),
    )
    if request.person:
        looks.keep_with(request.person, chosen)
    return response
