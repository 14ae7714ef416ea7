"""How a group agrees, with no database."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sidebyside.agreements import rules

GROUP = [f"member{n}" for n in range(12)]
OTHERS = ["officer", "leader"]
answers = some.dictionaries(some.sampled_from(GROUP + OTHERS), some.sampled_from(rules.ANSWERS))
methods = some.sampled_from(["majority", "consent"])


def agreed(said: dict, method: str = "majority", counted=10) -> rules.Outcome:
    return rules.outcome(kind="claim", method=method, counted=GROUP[:counted], others=OTHERS, said=said)


def say(yes: int, no: int = 0, aside: int = 0) -> dict:
    return dict(zip(GROUP, ["yes"] * yes + ["no"] * no + ["stand_aside"] * aside, strict=False))


@pytest.mark.parametrize(
    ("answered", "counted", "enough"),
    [
        (4, 8, False),
        (5, 8, True),
        (5, 10, True),
        (5, 11, False),
        (6, 11, True),
        (4, 4, False),
        (1, 1, False),
        (0, 0, False),
    ],
)
def test_at_least_half_and_at_least_five_answer(answered, counted, enough):
    assert rules.enough(answered, counted, kind="claim") is enough


@pytest.mark.parametrize("kind", ["own_name", "take_back"])
def test_a_smaller_group_names_its_work_and_takes_things_back_when_all_answer(kind):
    assert [rules.enough(n, 4, kind=kind) for n in range(5)] == [False, False, False, False, True]
    assert not rules.enough(0, 0, kind=kind)


def test_a_majority_is_more_yes_than_no():
    assert agreed(say(3, 2)).why == "majority_said_yes"
    assert agreed(say(3, 3)).why == "no_majority"
    assert agreed(say(1, 0, 5)).agreed
    assert agreed(say(0, 0, 6)).why == "nobody_said_yes"


def test_one_no_is_enough_to_stop_consent():
    assert agreed(say(5, 0, 1), "consent").why == "nobody_said_no"
    assert agreed(say(9, 1), "consent").why == "somebody_said_no"
    assert agreed(say(9) | {"officer": "no"}, "consent").why == "somebody_said_no"


def test_others_can_stop_it_and_never_make_it_pass():
    assert agreed(say(6) | {"officer": "no", "leader": "no"}).why == "others_said_no"
    assert agreed(say(4) | {"officer": "yes", "leader": "yes"}).why == "not_enough_answered"


def test_the_tally_keeps_members_and_others_apart():
    tally = agreed(say(5, 1) | {"officer": "no"}).tally
    assert tally == {"counted": {"yes": 5, "no": 1, "stand_aside": 0}, "others": {"yes": 0, "no": 1, "stand_aside": 0}}


@given(answers, some.sampled_from(GROUP + OTHERS), methods)
def test_changing_any_answer_to_no_never_makes_it_pass(said, who, method):
    worse = said | {who: "no"} if who in said else said
    assert agreed(said, method).agreed or not agreed(worse, method).agreed


@given(answers, methods, some.integers(0, 12))
def test_nothing_passes_with_too_few_or_without_a_yes_of_a_member(said, method, counted):
    ours = [said[name] for name in GROUP[:counted] if name in said]
    if agreed(said, method, counted).agreed:
        assert rules.enough(len(ours), counted, kind="claim")
        assert "yes" in ours


@given(answers, methods, some.sampled_from(OTHERS))
def test_others_answering_never_makes_it_pass(said, method, who):
    silent = {name: answer for name, answer in said.items() if name not in OTHERS}
    assert agreed(silent, method).agreed or not agreed({**silent, who: "yes"}, method).agreed


PROPOSED = {
    "kind": "claim",
    "subject": "co-design",
    "words": "We plan it together.",
    "method": "majority",
    "running": True,
    "rungs": ["co-design"],
    "ingredients": ["training", "money", "safety"],
    "same_open": False,
    "always_needed": ["safety"],
}


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ({}, ""),
        ({"running": False}, "project_not_running"),
        ({"same_open": True}, "already_asking_this"),
        ({"words": "  "}, "proposal_needs_words"),
        ({"method": "vote"}, "choose_how_to_decide"),
        ({"subject": "top"}, "choose_a_rung"),
        ({"kind": "not_needed", "subject": "training"}, ""),
        ({"kind": "not_needed", "subject": "luck"}, "choose_an_ingredient"),
        ({"kind": "not_needed", "subject": "money"}, "always_needed"),
        ({"kind": "not_needed", "subject": "safety"}, "always_needed"),
    ],
)
def test_what_may_be_put_to_a_group(how, code):
    assert rules.can_propose(**PROPOSED | how).code == code


@pytest.mark.parametrize("subject", ["access", "money", "power"])
def test_no_group_can_do_without_access_money_or_power_whatever_its_recipe_says(subject):
    asked = PROPOSED | {"kind": "not_needed", "subject": subject, "ingredients": [subject], "always_needed": []}
    assert rules.can_propose(**asked).code == "always_needed"


@pytest.mark.parametrize(
    ("how", "methods"),
    [
        ("", ("majority", "consent")),
        ("both", ("majority", "consent")),
        ("majority", ("majority",)),
        ("consensus", ("consent",)),
    ],
)
def test_what_is_put_to_the_group_takes_its_own_way_of_deciding(how, methods):
    assert rules.methods_for("values", how) == methods
    assert rules.methods_for("way_of_deciding", how) == rules.methods_for("take_back", how) == ("majority", "consent")


def test_nobody_here_by_their_job_keeps_members_at_work_that_does_them_no_good():
    said = say(6) | {"officer": "no", "leader": "no"}
    for method in ("majority", "consent"):
        stopped = rules.outcome(kind="pause_work", method=method, counted=GROUP[:8], others=OTHERS, said=said)
        assert stopped.agreed
        assert stopped.tally["others"]["no"] == 2


@pytest.mark.parametrize(
    ("kind", "parts", "code"),
    [
        ("way_of_deciding", {}, ""),
        ("way_of_deciding", {"how": "both", "both_means": "We vote at the end."}, ""),
        ("way_of_deciding", {"how": "both"}, "say_what_both_means"),
        ("way_of_deciding", {"how": "lots"}, "choose_a_way_of_deciding"),
        ("ask_budget", {"minutes": 5}, ""),
        ("ask_budget", {"minutes": 601}, "say_how_many_minutes"),
        ("ask_budget", {}, "say_how_many_minutes"),
        ("definition", {}, "meaning_needs_easy_read"),
    ],
)
def test_a_proposal_says_what_its_kind_needs(kind, parts, code):
    assert rules.can_say(kind, parts).code == code


def test_a_part_that_its_kind_does_not_have_is_a_mistake_of_ours():
    with pytest.raises(ValueError, match="values"):
        rules.can_say("values", {"minutes": 5})


def test_the_day_to_look_again_lies_ahead():
    today = date(2024, 3, 12)
    for day, fine in ((None, True), (today, False), (date(2024, 3, 13), True), (date(2031, 1, 1), False)):
        assert bool(rules.can_look_again(day, today=today)) is fine


def test_a_group_of_its_own_agrees_with_few_whatever_it_is():
    assert rules.enough(2, 2, kind="way_of_deciding", own=True)
    assert not rules.enough(1, 2, kind="way_of_deciding", own=True)
