"""What each rung costs at the least: co-production cannot be had without the members, for any ingredient."""

import io

import pytest

from sidebyside.kit.facts import offered
from sidebyside.recipes import load
from sidebyside.standing.cheapest import cheapest_path, print_paths
from tests.policy.projects import PACK, ingredients


@pytest.fixture(scope="module")
def pack():
    return load(*PACK)


def test_co_production_needs_members_to_do_something_for_each_of_the_ten_ingredients(pack):
    path = cheapest_path(pack, "co-production", facts=offered())

    assert {name for who, did, name in path if (who, did) == ("members", "say partly")} == set(ingredients())
    assert len(ingredients()) == 10


def test_co_production_needs_the_three_tests_of_the_definition(pack):
    path = [name for _, did, name in cheapest_path(pack, "co-production", facts=offered()) if did == "do or confirm"]

    assert {test.fact for test in pack.rung("co-production").tests} <= set(path)


def test_each_rung_costs_more_than_the_one_below_it(pack):
    costs = [len(cheapest_path(pack, rung.id, facts=offered())) for rung in pack.rungs if rung.level > 2]

    assert costs == sorted(costs)
    assert costs[0] >= 1


def test_the_paths_are_printed_for_each_rung(pack):
    out = io.StringIO()
    print_paths(pack, offered(), out)

    assert [line.split(":")[0] for line in out.getvalue().splitlines() if not line.startswith(" ")] == [
        rung.text("title") for rung in pack.rungs
    ]
