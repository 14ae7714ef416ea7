"""With a card, or by the hands of whoever runs a project of hers, no door is opened and no letter sent elsewhere."""

import pytest

from sidebyside.doors import choosing
from sidebyside.kit.clock import now
from sidebyside.kit.verdict import Refused
from sidebyside.people.acting import Acting

MILL = ["1 Mill Lane"]


def says(person, by, **doors):
    choosing.choose_how_much(person=person, says=doors, quiet=True, together=False, by=by, now=now())


def lives(person, by, address):
    choosing.choose_doors(person=person, door="post", others=[], post_address=address, by=by, now=now())


def test_whoever_runs_a_project_of_hers_does_not_choose_for_her_even_at_the_desk(cast):
    with pytest.raises(Refused, match="recorder_runs_a_project_of_hers"):
        says(cast.femi, Acting(cast.grace), email="everything")
    with pytest.raises(Refused, match="recorder_runs_a_project_of_hers"):
        lives(cast.femi, Acting(cast.grace), MILL)
    lives(cast.femi, Acting(cast.delia), MILL)


@pytest.mark.parametrize(("before", "after"), [("nothing", "usual"), ("nothing", "waiting"), ("waiting", "usual")])
def test_a_card_takes_back_nothing_that_she_closed(cast, before, after):
    says(cast.femi, Acting(cast.femi), text=before)
    with pytest.raises(Refused, match="card_opens_no_door"):
        says(cast.femi, Acting(cast.femi, card_made_by=cast.delia), text=after)
    says(cast.femi, Acting(cast.femi, card_made_by=cast.delia), text="nothing")


def test_a_card_sends_letters_with_private_questions_to_no_other_address(cast):
    by_card = Acting(cast.femi, card_made_by=cast.delia)
    lives(cast.femi, by_card, MILL)
    says(cast.femi, Acting(cast.femi), post="everything")
    with pytest.raises(Refused, match="card_opens_no_door"):
        lives(cast.femi, by_card, ["2 Elsewhere"])
