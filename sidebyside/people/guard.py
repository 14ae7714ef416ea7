"""Who may open a page that belongs to no project. Every view says so; "Who can see this?" and a test read it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from sidebyside.kit.clock import now
from sidebyside.kit.verdict import Verdict
from sidebyside.people import roles
from sidebyside.who_can import WHO, Act, Role, may

NOBODY, SIGN_IN, PROJECT = "nobody", "sign in", "project"


@dataclass(frozen=True)
class Guard:
    """What a view asks of whoever opens it: who she must be, and what she must be allowed; or why it is public."""

    needs: str
    act: Act | None = None
    why: str = ""


class NotAllowed(PermissionDenied):
    """She may know that the page is there, but may not do this. The page words the verdict."""

    def __init__(self, verdict: Verdict):
        super().__init__(verdict.code)
        self.verdict = verdict


def public(why: str) -> Callable:
    """Anybody may open this page, and why that is right."""

    def mark(view):
        view.guard = Guard(NOBODY, why=why)
        return view

    return mark


def signed_in(act: Act) -> Callable:
    """Somebody with a place in this hub whom `who_can` lets do this. Others are asked to sign in before any look-up."""

    def mark(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if request.by is None:
                return ask_to_sign_in(request)
            request.roles = roles.in_hub(request.by, now=now()) if Role.DESK in WHO[act] else {Role.SIGNED_IN}
            verdict = may(request.roles, act)
            if not verdict:
                raise NotAllowed(verdict)
            return view(request, *args, **kwargs)

        guarded.guard = Guard(SIGN_IN, act=act)  # type: ignore[attr-defined]
        return guarded

    return mark


def ask_to_sign_in(request: HttpRequest):
    """To the sign-in page, and back here after (for a form: back to the page that the form was on)."""
    here = request.get_full_path() if request.method in ("GET", "HEAD") else request.headers.get("Referer", "/")
    return redirect(f"{reverse('sign-in')}?{urlencode({'next': safe_next(request, here)})}")


def its(things, **words):
    """The one of these, or 404: `its(project.rounds, ref=ref)`."""
    said = [word for word in words.values() if isinstance(word, str)]
    found = None if "\x00" in "".join(said) else things.filter(**words).first()  # no row has a NUL in it
    if found is None:
        raise Http404
    return found


def safe_next(request: HttpRequest, to: str | None, default: str = "/") -> str:
    """`to` if it is a page of this very site, else the default."""
    ok = (
        to
        and to.startswith(("/", "http"))  # nothing else is a whole address
        and "/" in to
        and url_has_allowed_host_and_scheme(to, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    )
    return str(to) if ok else default
