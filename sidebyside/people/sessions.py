"""Starting and ending a sign-in: the only place that touches Django's own, `browsers.py` apart."""

import json
from datetime import datetime

from django.contrib.auth import login, logout
from django.http import HttpRequest

from sidebyside.kit.verdict import refuse_unless
from sidebyside.people import browsers, cards, links, passkeys, practice, rules
from sidebyside.people.acting import Acting
from sidebyside.people.models import Account, Passkey, Person

TO_ADD, TO_SIGN_IN = "passkey_to_add", "passkey_to_sign_in"  # where a session holds the challenge of each


def start(request: HttpRequest, account: Account, *, way: str, now: datetime, passkey: Passkey | None = None) -> None:
    """Sign in, with a new key for the session, whoever was signed in before. way: a code that says how she came in."""
    for name in ("card", "helping", "signing_in", TO_ADD, TO_SIGN_IN):
        request.session.pop(name, None)
    login(request, account, backend="django.contrib.auth.backends.ModelBackend")
    request.session.cycle_key()
    browsers.note(request, account, way=way, passkey=passkey, now=now)


def end(request: HttpRequest) -> None:
    browsers.forget(request.session.session_key)
    logout(request)


def ask_for_link(*, request, email: str, then: str, now: datetime) -> None:
    """One browser asks for five links an hour at most, whether anybody has the address or not. Raises Refused."""
    asked = [datetime.fromisoformat(at) for at in request.session.get("links_asked", [])]
    refuse_unless(rules.can_ask_for_link(asked, now=now))
    request.session["links_asked"] = [at.isoformat() for at in [*asked, now][-rules.LINKS_AN_HOUR :]]
    before = request.session.get("signing_in")
    request.session["signing_in"] = links.send_link(email=email, then=then, now=now, asked=before)


def by_link(*, request, token: str, now: datetime) -> None:
    start(request, links.use_link(token=token, now=now), way="in_by_link", now=now)


def by_code(*, request, code: str, now: datetime) -> None:
    account = links.use_code(asked=request.session.get("signing_in"), code=code, now=now)
    start(request, account, way="in_by_code", now=now)


def by_card(*, request, code: str, word: str, now: datetime) -> None:
    _with_card(request, cards.use_card(code=code, word=word, now=now), now)


def by_new_card(*, request, code: str, word: str, again: str, now: datetime) -> None:
    _with_card(request, cards.set_word(code=code, word=word, again=again, now=now), now)


def _with_card(request, card, now: datetime) -> None:
    """Cards are used on computers that others use too: this sign-in ends when the browser is closed."""
    start(request, links.account_of(card.person), way="in_by_card", now=now)
    request.session["card"] = card.ref
    request.session.set_expiry(0)


def as_one_of_the_cast(*, request, asked: str, now: datetime) -> Person | None:
    """Practice hubs only: sign in as one of the made-up people."""
    person = practice.person_called(asked)
    if person:
        start(request, links.account_of(person), way="in_by_practice", now=now)
    return person


def ask_for_new_passkey(*, request, by: Acting, now: datetime) -> str:
    """What her browser needs to make a passkey, as JSON. Raises Refused."""
    return _challenge(request, TO_ADD, passkeys.begin_to_add(by=by), now)


def add_passkey(*, request, by: Acting, name: str, answer: str, now: datetime) -> None:
    passkeys.add(by=by, name=name, answer=answer, challenge=_challenged(request, TO_ADD, now), now=now)


def ask_for_passkey(*, request, now: datetime) -> str:
    """What a browser needs to sign in with a passkey, as JSON; "" in a hub that can have none."""
    return _challenge(request, TO_SIGN_IN, passkeys.begin_to_sign_in(), now) if passkeys.site() else ""


def by_passkey(*, request, answer: str, now: datetime) -> None:
    passkey = passkeys.use(answer=answer, challenge=_challenged(request, TO_SIGN_IN, now), now=now)
    start(request, links.account_of(passkey.person), way="in_by_passkey", now=now, passkey=passkey)


def _challenge(request, place: str, begun: tuple[dict, dict], now: datetime) -> str:
    options, challenge = begun
    request.session[place] = {"challenge": challenge, "made_at": now.isoformat()}
    return json.dumps(options)


def _challenged(request, place: str, now: datetime) -> dict:
    """The challenge that this browser was given. It is gone once it was looked at. Raises Refused."""
    given = request.session.pop(place, None)
    refuse_unless(rules.challenge_is_good(made_at=given and datetime.fromisoformat(given["made_at"]), now=now))
    return given["challenge"]
