"""The rule of the label, with no database: decisions 3 to 7 as sentences."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sidebyside.kit.facts import NOT_YET, PARTLY, SHOWN, Fact
from sidebyside.recipes import load
from sidebyside.recipes.shape import EVENTS, Rung
from sidebyside.standing import holding, rules
from sidebyside.standing.rules import NOT_NEEDED, WORDS, Known, Said

NOW = datetime(2024, 3, 12, 10, tzinfo=UTC)
LATER = NOW + timedelta(weeks=4)
PACK = load("bristol-adult-social-care", "1.0.0")
NAMES = [ingredient.id for ingredient in PACK.ingredients]
FACTS = sorted(
    {name for method in PACK.methods for name in method.shown_by}
    | {name for rung in PACK.rungs for name in [*rung.facts, *(test.fact for test in rung.tests)]}
)
LONG_AGO = {event: NOW - timedelta(weeks=20) for event in EVENTS}


def known(facts: dict[str, str], words: dict[str, str], others=None, statements=(), not_needed=()) -> Known:
    return Known(
        facts={name: Fact(status, "code") for name, status in facts.items()},
        events=LONG_AGO,
        statements=dict.fromkeys(statements, LATER),
        said=Said(words, others or {}, LATER),
        not_needed=frozenset(not_needed),
        now=NOW,
    )


ALL_GREEN = known(dict.fromkeys(FACTS, SHOWN), dict.fromkeys(NAMES, "yes"))
words = some.fixed_dictionaries({name: some.sampled_from([*WORDS, "not_enough"]) for name in NAMES})
facts = some.dictionaries(some.sampled_from(FACTS), some.sampled_from([NOT_YET, PARTLY, SHOWN]))
statements = some.sets(some.sampled_from([method.id for method in PACK.methods]))
worlds = some.builds(known, facts, words, words, statements, some.sets(some.sampled_from(NAMES)))
names = some.sampled_from(NAMES)


def is_no_higher(one, other) -> bool:
    return rules.level(PACK, one.shown) <= rules.level(PACK, other.shown) and all(
        holding._rank(a.status) <= holding._rank(b.status) for a, b in zip(one.slices, other.slices, strict=True)
    )


def word(*said: str, counted: int = 10) -> str:
    return rules.word_of_the_group(said, counted=counted)


def test_the_word_of_the_group_is_its_median():
    assert word("yes", "yes", "partly", "no", "no") == "partly"
    assert word("yes", "yes", "yes", "no", "no") == "yes"
    assert word("do_not_know", "do_not_know", "do_not_know", "yes", "yes") == "do_not_know"


def test_when_two_are_in_the_middle_the_lower_counts():
    assert word("yes", "yes", "yes", "no", "no", "no") == "no"
    assert word("yes", "yes", "yes", "partly", "partly", "no") == "partly"


def test_not_knowing_never_helps_towards_a_yes():
    assert word("yes", "yes", "yes", "do_not_know", "do_not_know", "do_not_know") == "do_not_know"


ENOUGH = [(5, 8), (5, 10), (6, 11), (5, 5)]
TOO_FEW = [(4, 8), (5, 11), (4, 4), (3, 3), (0, 0)]


@pytest.mark.parametrize(("answered", "counted"), ENOUGH + TOO_FEW)
def test_at_least_half_and_at_least_five_must_answer(answered, counted):
    enough = (answered, counted) in ENOUGH
    assert word(*["yes"] * answered, counted=counted) == ("yes" if enough else "not_enough")


@given(some.lists(some.sampled_from(WORDS), min_size=1, max_size=15), some.integers(0, 20), some.data())
def test_changing_any_answer_to_no_never_raises_the_word(said, counted, data):
    which = data.draw(some.integers(0, len(said) - 1))
    worse = [*said[:which], "no", *said[which + 1 :]]

    before, after = word(*said, counted=counted), word(*worse, counted=counted)

    assert rules.lower_word(before, after) == after


@given(some.lists(some.tuples(some.sampled_from(WORDS), some.booleans()), max_size=15), some.integers(0, 20))
def test_leaving_answers_out_never_lifts_the_word(answers, counted):
    said, own = [answer for answer, _ in answers], [answer for answer, kept in answers if kept]

    lower = rules.lower_word(word(*said, counted=counted), word(*own, counted=counted))

    assert rules.lower_word(lower, word(*said, counted=counted)) == lower


def test_the_others_are_shown_apart_and_can_only_lower():
    assert rules.word_of_the_others(["yes", "yes", "no", "do_not_know"]) == "yes"
    assert rules.word_of_the_others(["yes", "no"]) == "", "with fewer than three it would give one of them away"
    said = known(dict.fromkeys(FACTS, SHOWN), dict.fromkeys(NAMES, "yes"), others={"money": "no"})

    assert rules.work_out(PACK, said).slice("money").status == NOT_YET
    only_others = replace(said, said=replace(said.said, group={}, others=dict.fromkeys(NAMES, "yes")))
    assert rules.work_out(PACK, only_others).shown != "co-production"


def test_everything_shown_and_everybody_happy_is_co_production():
    assert rules.work_out(PACK, ALL_GREEN).shown == "co-production"


@given(names, some.sampled_from(["no", "do_not_know", "not_enough"]))
def test_all_facts_green_with_unhappy_members_is_not_co_production(name, said):
    unhappy = known(dict.fromkeys(FACTS, SHOWN), dict.fromkeys(NAMES, "yes") | {name: said})
    assert rules.work_out(PACK, unhappy).slice(name).status == NOT_YET
    assert rules.work_out(PACK, unhappy).shown != "co-production"


def test_happy_members_without_facts_are_not_co_production():
    assert rules.work_out(PACK, known({}, dict.fromkeys(NAMES, "yes"))).shown is None


@given(worlds, names)
def test_a_no_never_raises_a_slice_or_the_rung(world, name):
    said = replace(world.said, group={**world.said.group, name: "no"})
    assert is_no_higher(rules.work_out(PACK, replace(world, said=said)), rules.work_out(PACK, world))


@given(worlds, some.sampled_from(FACTS), statements)
def test_showing_less_never_raises_a_slice_or_the_rung(world, fact, dropped):
    less = replace(
        world,
        facts={**world.facts, fact: Fact(NOT_YET, "code")} if fact in world.facts else world.facts,
        statements={name: until for name, until in world.statements.items() if name not in dropped},
    )
    assert is_no_higher(rules.work_out(PACK, less), rules.work_out(PACK, world))


@given(worlds)
def test_words_that_have_run_out_are_as_if_nobody_had_spoken(world):
    ran_out = replace(world, said=replace(world.said, good_until=NOW))
    silent = replace(world, said=Said())
    assert rules.work_out(PACK, ran_out) == rules.work_out(PACK, silent)


def test_a_statement_shows_a_slice_only_partly_and_lapses():
    method = next(m for m in PACK.methods if m.ingredient == "culture")
    one = known({}, dict.fromkeys(NAMES, "yes"), statements=[m.id for m in PACK.methods_for("culture")])

    assert rules.work_out(PACK, one).slice("culture").status == PARTLY
    lapsed = replace(one, statements={**one.statements, method.id: NOW})
    assert rules.work_out(PACK, lapsed).slice("culture").status == NOT_YET


def test_a_fact_that_has_run_out_shows_nothing():
    method = next(m for m in PACK.methods if m.shown_by == ("projects.timeline_shared",))
    fresh = known({"projects.timeline_shared": SHOWN}, {})
    ran_out = replace(fresh, facts={"projects.timeline_shared": Fact(SHOWN, "code", good_until=NOW)})

    assert rules.method_state(method, fresh)[0] == SHOWN
    assert rules.method_state(method, ran_out)[1].code == "fact_ran_out"


@pytest.mark.parametrize("name", ["access", "money", "power"])
def test_access_money_and_power_are_always_needed(name):
    world = known({}, {}, not_needed=NAMES)
    assert rules.work_out(PACK, world).slice(name).status == NOT_YET


@pytest.mark.parametrize(("word", "status"), [("do_not_know", NOT_NEEDED), ("no", NOT_YET)])
def test_the_group_can_do_without_an_ingredient_until_it_says_no_about_it(word, status):
    said = dict.fromkeys(NAMES, "yes") | {"training": word}
    without = known(dict.fromkeys(FACTS, SHOWN), said, not_needed=["training"])

    assert rules.work_out(PACK, without).slice("training").status == status
    assert (rules.work_out(PACK, without).shown == "co-production") is (status == NOT_NEEDED)


def test_nothing_is_shown_before_anything_is_due():
    early = replace(ALL_GREEN, events={})
    assert {s.status for s in rules.work_out(PACK, early).slices} == {NOT_YET}


def test_a_rung_that_needs_nothing_is_never_shown_by_nothing():
    empty = Rung.model_validate(
        {
            "id": "free",
            "level": 9,
            "title": "Free",
            "title_easy": "For free",
            "meaning": "Needs nothing at all.",
            "meaning_easy": "You need nothing.",
            "source": "proposal",
        }
    )
    assert [b.code for b in rules.what_is_lacking(empty, (), ALL_GREEN)] == ["rung_needs_evidence"]


def test_coercion_and_educating_need_evidence_of_their_own():
    lacks = rules.work_out(PACK, known({}, {})).lacks
    assert [b.code for b in lacks["coercion"]] == [b.code for b in lacks["educating"]] == ["rung_needs_evidence"]


@given(some.lists(some.tuples(worlds, some.sampled_from(["officer", "members", "round"])), min_size=2, max_size=5))
def test_what_members_did_not_do_never_raises_a_label(steps):
    before = raw = held = None
    for number, (world, whose) in enumerate(steps):
        worked_out = rules.work_out(PACK, world)
        opened = NOW + timedelta(days=number) if whose == "round" else None
        standing, held = holding.hold_back(
            PACK,
            world,
            worked_out,
            before=before,
            before_worked_out=raw,
            held=held,
            by_members=whose != "officer",
            round_opened_at=opened,
        )
        assert before is None or whose != "officer" or is_no_higher(standing, before)
        assert is_no_higher(standing, worked_out)
        before, raw = standing, worked_out


LOW, HIGH = rules.work_out(PACK, known({}, dict.fromkeys(NAMES, "yes"))), rules.work_out(PACK, ALL_GREEN)


def after(**how):
    """All is green now. Where it stood before was low; `how` says by whose doing it rose, and what is held."""
    asked = {"before": LOW, "before_worked_out": HIGH, "held": None, "by_members": True, "round_opened_at": None}
    standing, held = holding.hold_back(PACK, ALL_GREEN, HIGH, **asked | how)
    return standing.shown, held


def test_what_was_held_rises_once_the_members_have_been_asked_again():
    shown, held = after(before_worked_out=LOW, by_members=False)
    assert (shown, held.since) == (None, NOW)
    assert after(held=held, round_opened_at=NOW + timedelta(days=1)) == ("co-production", None)


def test_a_round_that_opened_before_does_not_lift_what_was_held():
    held = holding.Held(NOW, None, {s.id: s.status for s in LOW.slices})
    assert after(held=held, round_opened_at=NOW - timedelta(days=1)) == (None, held)


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ({}, ""),
        ({"same_person": True}, "somebody_else_must_agree"),
        ({"is_counted": False}, "a_member_must_agree"),
        ({"by_hand_of_job": True}, "a_member_must_agree"),
        ({"withdrawn": True}, "statement_taken_back"),
        ({"agreed": True}, "already_agreed"),
        ({"lapsed": True}, "statement_lapsed"),
    ],
)
def test_a_statement_counts_when_a_second_member_agrees_by_her_own_hand(how, code):
    asked = dict.fromkeys(["same_person", "by_hand_of_job", "agreed", "lapsed", "withdrawn"], False) | {
        "is_counted": True
    }
    assert rules.can_agree(**asked | how).code == code


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ({}, "start"),
        ({"counted": 4}, ""),
        ({"counted": 0}, ""),
        ({"counted": 4, "first_joined_at": NOW - timedelta(weeks=4)}, "start"),
        ({"running": False}, ""),
        ({"any_open": True}, ""),
        ({"last_opened_at": NOW - timedelta(weeks=11)}, ""),
        ({"last_opened_at": NOW - timedelta(weeks=12)}, "weeks"),
        ({"first_joined_at": None}, ""),
    ],
)
def test_a_round_opens_at_the_start_and_at_most_every_twelve_weeks(how, why):
    asked = {
        "running": True,
        "any_open": False,
        "last_opened_at": None,
        "first_joined_at": NOW,
        "counted": 5,
        "now": NOW,
    }
    assert rules.round_is_due(**asked | how) == why


def test_the_label_may_change_by_itself_when_the_next_thing_runs_out():
    soon = NOW + timedelta(days=2)
    world = replace(ALL_GREEN, statements={"map-cultures": soon, "map-knowledge": NOW - timedelta(days=1)})
    assert rules.next_change(PACK, world) == soon
