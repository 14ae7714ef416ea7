"""Every kind of question that goes out has a paper form, and a page to type it in, in the same order."""

import html
from itertools import pairwise

import pytest
from django.urls import reverse

from sidebyside.doors import post_paper
from sidebyside.doors.jobs import send_what_is_due
from sidebyside.doors.models_post import Letter
from sidebyside.kit.clock import now
from sidebyside.people.asks import KINDS
from sidebyside.people.sheets import sheet_of
from tests.doors.by_post import code_on
from tests.policy.asking import asked, somebody_for

NEVER_SENT = {"projects.place"}  # a standing offer, on her own page, by phone or in person


def places(words: list[str], page: str) -> list[int]:
    """Where each of these stands on the page, one after the other; -1 for what is not there."""
    found, here = [], 0
    for word in words:
        here = page.find(word, max(here, 0))
        found.append(here)
    return found


@pytest.mark.parametrize("kind", sorted(set(KINDS) - NEVER_SENT))
def test_the_form_on_paper_and_on_the_page_ask_the_same_in_the_same_order(cast, as_, kind):
    ask = asked(kind, cast, somebody_for(kind, cast, door="post", format="easy-read"))
    send_what_is_due(now=now())
    letter, desk = Letter.objects.get(message__ask=ask), as_(cast.delia)

    paper = html.unescape(post_paper.letter(letter, level=1)).split('paper-form"')[1]
    form = desk.post(reverse("desk-keying"), {"code": code_on(letter)})["Location"]
    page = html.unescape(desk.get(form).content.decode()).split("<form", 1)[1]

    questions = [question.text for question in sheet_of(ask).questions]
    for where in (places(questions, paper), places(questions, page)):
        assert -1 not in where
        assert all(a < b for a, b in pairwise(where))
