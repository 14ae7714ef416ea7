"""Pages for when something is wrong: what happened and what to do, and never whose fault."""

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from sidebyside.home.context import look
from sidebyside.kit.words import say


def bad_request(request, exception=None):
    return render(request, "home/bad_request.html", status=400)


def not_allowed(request, exception=None):
    """She may know that the page is there; the sentence says why it is not for her."""
    verdict = getattr(exception, "verdict", None)
    why = say(verdict.code, verdict.values) if verdict is not None else _("This page is not for you.")
    return render(request, "home/not_allowed.html", {"why": why}, status=403)


def not_found(request, exception=None):
    return render(request, "home/not_found.html", status=404)


def went_wrong(request):
    """Asks the database nothing: it may be what is wrong."""
    return HttpResponse(render_to_string("home/went_wrong.html", {"look": look(request)}), status=500)


def form_too_old(request, reason=""):
    """The page was open for a long time, or in a browser that keeps no cookies: sending it again works."""
    return render(request, "home/form_too_old.html", {"back": request.get_full_path()}, status=403)
