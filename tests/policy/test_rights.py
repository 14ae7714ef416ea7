"""The rights diff: what a member can do on the web, less what she can do by paper, phone, Easy Read, helper or card.

Every gap is named in doors.rights, and so on "Who can see this?"; a gap without a name fails here.
"""

import pytest
from django.urls import resolve

from sidebyside.doors.rights import ASKED, WAYS
from sidebyside.kit.clock import now
from sidebyside.people.asks import KINDS
from sidebyside.people.models import Card, Person
from sidebyside.people.sheets import TRAVELS
from sidebyside.standing.actions import open_round
from sidebyside.who_can import MEMBERS, WHO, Act, Role
from tests.crawl import crawl

HERS = MEMBERS | {Role.INVITED, Role.ADVISER, Role.THEMSELF, Role.SIGNED_IN}
OPEN_TO_HER = {act for act in Act if WHO[act] & HERS}


def test_every_act_that_is_open_to_a_member_says_how_it_is_done_without_the_web():
    assert set(WAYS) == OPEN_TO_HER


def test_what_comes_as_a_question_does_travel():
    asked = {act: way for act, way in WAYS.items() if way.how == ASKED}

    assert len(asked) >= 6
    assert {way.kind for way in WAYS.values() if way.kind} <= set(TRAVELS)
    assert all(way.helper == KINDS[way.kind].helpers for way in asked.values())


def test_a_helper_may_do_exactly_what_is_said():
    by_helper = {act for act in WAYS if Role.HELPER in WHO[act]}

    assert by_helper == {act for act, way in WAYS.items() if way.helper}


def acts_of(pages) -> set[Act]:
    """The acts of the pages that somebody could open."""
    guards = [getattr(resolve(path.partition("?")[0]).func, "guard", None) for path in pages]
    return {guard.act for guard in guards if guard and guard.act}


@pytest.fixture
def on_the_web(cast, as_):
    open_round(project=cast.project, why="asked", by=None, now=now())
    return set(crawl(as_(cast.femi)))


def test_easy_read_opens_every_page(cast, as_, on_the_web):
    Person.objects.filter(pk=cast.femi.pk).update(format="easy-read")

    assert set(crawl(as_(cast.femi))) >= on_the_web


def test_a_card_opens_every_page_but_those_that_are_named(cast, as_, on_the_web):
    card = Card.objects.create(person=cast.femi, code_digest="c", word_digest="w", made_by=cast.delia, made_at=now())
    client = as_(cast.femi)
    session = client.session
    session["card"] = card.ref
    session.save()

    missing = acts_of(on_the_web - set(crawl(client)))

    assert missing <= {act for act, way in WAYS.items() if not way.card}


def test_who_can_see_this_says_what_cannot_be_done_without_the_web(cast, as_):
    page = as_(cast.femi).get("/projects/our-project/who-can-see/?page=/projects/our-project/standing/disagree/")

    words = page.content.decode()
    assert "Without the web" in words
    assert "Not by letter, text or email yet." in words
    assert "A helper cannot do it for you." in words
