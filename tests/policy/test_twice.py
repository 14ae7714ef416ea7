"""A second submit does nothing twice: every form on every page, posted twice, and the busiest ones at the same instant."""

import threading

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client

from sidebyside.agreements.models import Proposal
from sidebyside.people.models import Account, Answer
from sidebyside.standing import actions as standing
from sidebyside.standing.models import Disagreement, Statement
from tests.crawl import crawl
from tests.forms import forms_on
from tests.policy.planted import plant
from tests.policy.test_one_private_answer import in_a_world_where

# Forms where a second submit is a second wish, with the reason.
AGAIN_ON_PURPOSE = {
    "/sign-in/": "asking for a second link sends a second link, five an hour at most",
    "/practice/sign-in": "signing in again opens a session",
    "/sign-out/": "there is nobody to sign out a second time",
    "/me/sign-in/others/end/": "this browser gets a new session each time",
    "/me/calendar/": "an address is shown once, so a second press makes a new one and ends the first",
    "/look/": "only a cookie and what she likes",
}


A_NEW_CARD = "/card/"  # a card's code is shown once, so a second press makes a new card and ends the first


def rows() -> dict[str, int]:
    """How many rows there are of everything that people make."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("sidebyside.")]
    return {model._meta.label: model._default_manager.count() for model in ours}


def every_form(client) -> list[tuple[str, dict]]:
    seen = {}
    for path, body in crawl(client, more=["/desk/", "/projects/our-project/"]).items():
        status, _, page = body.partition(b"\n")
        if status.startswith(b"200") and b"<form" in page:
            for action, said in forms_on(page, path.split("?")[0]):
                seen.setdefault(
                    (action, tuple(sorted((k, tuple(v)) for k, v in said.items() if k not in ("next", "ref")))),
                    (action, said),
                )
    return list(seen.values())


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["amara", "nadia", "grace", "delia"])
def test_posting_any_form_twice_does_nothing_twice(cast, as_, at, name):
    plant(cast)
    client, wrong, tried = as_(cast.people()[name]), [], 0
    for action, said in every_form(client):
        if action.split("?")[0] in AGAIN_ON_PURPOSE or action.endswith(A_NEW_CARD):
            continue

        def twice(action=action, said=said):
            first = client.post(action, said, unchecked="a form filled in by a machine")
            after_one = rows()
            second = client.post(action, said, unchecked="a form filled in by a machine")
            wrong.extend([f"{action} {said}: {r.status_code}" for r in (first, second) if r.status_code >= 500])
            wrong.extend(f"{action} {said}: a second {label}" for label, n in rows().items() if n > after_one[label])

        in_a_world_where(twice, dict)
        tried += 1

    assert tried > 5
    assert not wrong, "\n".join(wrong)


@pytest.mark.django_db(transaction=True)
def test_what_is_sent_several_times_at_the_same_instant_is_done_once(cast, at):
    now = at("2024-03-12 10:00")
    round_ = standing.open_round(project=cast.project, why="start", by=None, now=now)
    account = Account.objects.get(person=cast.amara)
    here = "/projects/our-project"
    posts = [
        (f"{here}/standing/round/{round_.ref}/", {"time": "no", "money": "yes"}),
        (f"{here}/standing/shows/check-the-money/", {"words": "We set the money aside."}),
        (f"{here}/standing/disagree/?about=label", {"words": "It is not so for me."}),
        (f"{here}/agreements/propose/own_name/", {"words": "Asking Well", "method": "majority"}),
    ]
    for path, said in posts:
        page = _signed_in(account).get(path)
        filled = [(a, f) for a, f in forms_on(page.content, path) if set(f) & set(said) and "leave" not in a]
        action, fields = filled[0]
        at_once(account, action, {**fields, **said})

    assert Answer.objects.filter(ask__person=cast.amara, ask__kind="standing.round").count() == 1
    assert [model.objects.count() for model in (Statement, Disagreement, Proposal)] == [1, 1, 1]


def _signed_in(account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def at_once(account, action: str, said: dict, times: int = 4) -> None:
    """Post the same from several browsers, let go at the same moment."""
    gate, clients = threading.Barrier(times), [_signed_in(account) for _ in range(times)]
    codes = []

    def post(client):
        gate.wait()
        codes.append(client.post(action, said).status_code)
        connection.close()

    threads = [threading.Thread(target=post, args=[client]) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(codes) <= {200, 302}, codes
