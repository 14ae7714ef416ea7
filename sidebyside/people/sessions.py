"""Starting and ending a sign-in: the only place that touches Django's own."""

from datetime import datetime

from django.contrib.auth import login
from django.http import HttpRequest

from sidebyside.kit.verdict import refuse_unless
from sidebyside.people import cards, links, practice, rules
from sidebyside.people.models import Account, Person


def start(request: HttpRequest, account: Account) -> None:
    for name in ("card", "helping", "signing_in"):
        request.session.pop(name, None)
    login(request, account, backend="django.contrib.auth.backends.ModelBackend")


def ask_for_link(*, request, email: str, then: str, now: datetime) -> None:
    """One browser asks for five links an hour at most, whether anybody has the address or not. Raises Refused."""
    asked = [datetime.fromisoformat(at) for at in request.session.get("links_asked", [])]
    refuse_unless(rules.can_ask_for_link(asked, now=now))
    request.session["links_asked"] = [at.isoformat() for at in [*asked, now][-rules.LINKS_AN_HOUR :]]
    before = request.session.get("signing_in")
    request.session["signing_in"] = links.send_link(email=email, then=then, now=now, asked=before)


def by_link(*, request, token: str, now: datetime) -> None:
    start(request, links.use_link(token=token, now=now))


def by_code(*, request, code: str, now: datetime) -> None:
    start(request, links.use_code(asked=request.session.get("signing_in"), code=code, now=now))


def by_card(*, request, code: str, word: str, now: datetime) -> None:
    _with_card(request, cards.use_card(code=code, word=word, now=now))


def by_new_card(*, request, code: str, word: str, again: str, now: datetime) -> None:
    _with_card(request, cards.set_word(code=code, word=word, again=again, now=now))


def _with_card(request, card) -> None:
    """Cards are used on computers that others use too: this sign-in ends when the browser is closed."""
    start(request, links.account_of(card.person))
    request.session["card"] = card.ref
    request.session.set_expiry(0)


def as_one_of_the_cast(request, asked: str) -> Person | None:
    """Practice hubs only: sign in as one of the made-up people."""
    person = practice.person_called(asked)
    if person:
        start(request, links.account_of(person))
    return person
