"""Where somebody is signed in: noted when she signs in, shown to her alone, and ended by her."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth import update_session_auth_hash
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from sidebyside.people.models import Account, Browser, Passkey, Person

# What browsers say of themselves, the most telling first: many name the others too.
BROWSERS = {
    "Edg": "Edge",
    "OPR/": "Opera",
    "SamsungBrowser": "Samsung Internet",
    "Firefox": "Firefox",
    "FxiOS": "Firefox",
    "Chrome": "Chrome",
    "CriOS": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "CrOS": "Chromebook",
    "Windows": "Windows",
    "Mac OS": "Mac",
    "Linux": "Linux",
}


def named(agent: str) -> tuple[str, str]:
    """Which browser on what, from its own words for itself; "" for what we do not know."""
    browser, system = (
        next((name for mark, name in known.items() if mark in agent), "") for known in (BROWSERS, SYSTEMS)
    )
    return browser, system


def this_one(request: HttpRequest) -> Browser:
    """The browser that asks, not kept yet."""
    name, system = named(request.headers.get("User-Agent", ""))
    return Browser(name=name, system=system)


def in_words(browser: Browser) -> str:
    if browser.name and browser.system:
        return _("%(browser)s on %(system)s") % {"browser": browser.name, "system": browser.system}
    return browser.name or browser.system or _("A browser that we do not know")


def note(request: HttpRequest, account: Account, *, way: str, passkey: Passkey | None, now: datetime) -> None:
    """She has just signed in on this browser. Those whose session is over are let go of."""
    account.person.browsers.exclude(session_key__in=_sessions()).delete()
    here = this_one(request)
    here.person, here.session_key = account.person, request.session.session_key or ""
    here.way, here.passkey, here.since = way, passkey, now
    here.save()


def _sessions() -> QuerySet:
    """The sessions that are not over. They go by the machine's clock, also in a practice hub."""
    return Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")


def of(person: Person) -> QuerySet[Browser]:
    """Where she is signed in, the newest first."""
    return person.browsers.filter(session_key__in=_sessions()).order_by("-since", "-id")


def forget(session_key: str | None) -> None:
    """She signed out here."""
    Browser.objects.filter(session_key=session_key or "").delete()


def drop_sessions(*, rows: QuerySet, now: datetime) -> None:
    """Sessions that are over, and every note of a browser that has none any more."""
    Session.objects.filter(session_key__in=list(rows.values_list("session_key", flat=True))).delete()
    Browser.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()


@transaction.atomic
def sign_out(those: Iterable[Browser]) -> None:
    keys = [one.session_key for one in those]
    Session.objects.filter(session_key__in=keys).delete()
    Browser.objects.filter(session_key__in=keys).delete()


@transaction.atomic
def sign_out_others(request: HttpRequest, account: Account) -> None:
    """Every session of hers ends but this one, which gets a new key: those that were never noted here too."""
    here = request.session.session_key
    sign_out(account.person.browsers.exclude(session_key=here))
    account.set_unusable_password()  # it is random, and every session is bound to it
    account.save(update_fields=["password"])
    update_session_auth_hash(request, account)
    Browser.objects.filter(session_key=here).update(session_key=request.session.session_key)
