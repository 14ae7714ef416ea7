"""I do not agree with this: it stands beside the label until she who said it says that it is settled."""

import pytest
from django.urls import reverse

from sidebyside.standing import reading
from sidebyside.standing.models import Disagreement
from tests.standing.world import page

DISAGREE = "/projects/our-project/standing/disagree/"
STANDING = "/projects/our-project/standing/"


def of(world, name: str) -> str:
    return reverse(name, args=["our-project", world.disagreement.ref])


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ("label", "What this project can show"),
        ("ingredient:money", "Where Money stands"),
        ("statement:", "We wrote a list."),
    ],
)
def test_anybody_inside_can_disagree_with_anything_here(world, as_, about, words):
    about += world.statement.ref if about == "statement:" else ""
    client = as_(world.edwin)

    assert words in page(client, f"{DISAGREE}?about={about}")
    assert client.post(DISAGREE, {"about": about, "words": "I see it another way."}).status_code == 302

    shown = page(as_(world.femi), STANDING)
    assert "I see it another way." in shown
    assert words in shown


def test_each_page_says_what_its_own_disagreement_is_about(world, as_):
    shown = page(as_(world.femi), reverse("ingredient", args=["our-project", "money"]))
    assert f"{DISAGREE}?about=ingredient%3Amoney" in shown
    assert f"{DISAGREE}?about=label" in page(as_(world.femi), STANDING)


def test_the_same_words_twice_are_one_disagreement(world, as_):
    for _press in range(2):
        as_(world.amara).post(DISAGREE, {"about": "label", "words": "I was not asked."})
    assert Disagreement.objects.count() == 1


def test_what_was_typed_is_kept_when_something_is_missing(world, as_):
    refused = as_(world.edwin).post(DISAGREE, {"about": "ingredient:money", "words": " "}).content.decode()
    assert 'value="ingredient:money"' in refused
    assert "Write what you do not agree with." in refused


def test_it_moves_no_rung(world, as_):
    before = reading.newest(world.project)
    as_(world.amara).post(DISAGREE, {"about": "ingredient:culture", "words": "No."})
    assert reading.newest(world.project).shown == before.shown


def test_somebody_else_answers_and_she_says_that_it_is_settled(world, as_):
    assert as_(world.grace).post(of(world, "answer-disagreement"), {"words": "We will ask you."}).status_code == 302
    assert "We will ask you." in page(as_(world.femi), STANDING)

    assert as_(world.amara).post(of(world, "settle-disagreement")).status_code == 302

    assert "I was not asked." not in page(as_(world.femi), STANDING)
    assert "I was not asked." in page(as_(world.femi), reverse("disagreements", args=["our-project"]))


def test_she_does_not_answer_herself_and_no_other_settles_it(world, as_):
    refused = as_(world.amara).post(of(world, "answer-disagreement"), {"words": "Well."}).content.decode()
    assert "Somebody else must answer this." in refused
    assert "Well." in refused
    assert as_(world.grace).post(of(world, "settle-disagreement")).status_code == 403
    assert Disagreement.objects.get().closed_at is None


def test_settling_and_answering_twice_is_doing_it_once(world, as_):
    for _press in range(2):
        as_(world.grace).post(of(world, "answer-disagreement"), {"words": "We will ask you."})
        assert as_(world.amara).post(of(world, "settle-disagreement")).status_code == 302
    late = as_(world.grace).post(of(world, "answer-disagreement"), {"words": "And again."}).content.decode()
    assert "This was settled already." in late


def test_once_it_is_answered_it_is_no_longer_the_next_step(world, as_):
    step = "Answer somebody who does not agree"
    assert step in page(as_(world.femi), STANDING)
    as_(world.grace).post(of(world, "answer-disagreement"), {"words": "We will ask you."})
    assert step not in page(as_(world.femi), STANDING)
