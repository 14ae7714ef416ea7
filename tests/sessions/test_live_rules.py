"""The rules of the room: a gentle timer, whose turn it is, and what may be shown of a check."""

from datetime import timedelta
from types import SimpleNamespace

from sidebyside.sessions import live_rules as rules
from tests.cast import moment

TWO = moment("2024-03-12 14:00")


def minutes(number: int) -> timedelta:
    return timedelta(minutes=number)


def item(kind="content", length=20, *, began=None, ended=None, again=False):
    return SimpleNamespace(kind=kind, minutes=length, started_at=began, ended_at=ended, first_after_break=again)


def said(steps, now) -> str:
    return [code for at, code, _minutes in steps if at <= now][-1]


def test_the_timer_says_about_how_long_is_left_and_then_that_the_group_decides():
    steps = rules.timer(started_at=TWO, minutes=30, ends_at=TWO + minutes(120))

    assert [left for _at, code, left in steps if code == "timer_left"] == [30, 25, 20, 15, 10, 5, 2]
    assert said(steps, TWO + minutes(29)) == "timer_left"
    assert said(steps, TWO + minutes(31)) == said(steps, TWO + minutes(90)) == "timer_up"


def test_a_timer_that_was_left_running_ends_with_the_meeting():
    steps = rules.timer(started_at=TWO, minutes=30, ends_at=TWO + minutes(20))

    assert said(steps, TWO + timedelta(days=3)) == "timer_over"
    assert max(at for at, _code, _minutes in steps) == TWO + minutes(20)


def test_a_break_is_due_when_it_was_planned_counted_from_how_the_meeting_began():
    agenda = [item(length=10), item(length=40), item("break", 15), item(length=30), item("break", 10)]

    assert rules.break_due_at(agenda, TWO) == TWO + minutes(50)
    agenda[2].started_at = TWO + minutes(55)
    assert rules.break_due_at(agenda, TWO) is None
    agenda[2].ended_at = TWO + minutes(70)
    assert rules.break_due_at(agenda, TWO) == TWO + minutes(100)
    assert rules.break_due_at([item()], TWO) is None


def test_the_time_for_how_we_work_together_is_kept_at_the_end():
    agenda = [item(length=90), item("process", 20), item("other_business", 10)]

    assert rules.process_due_at(agenda, TWO + minutes(120)) == TWO + minutes(90)
    agenda[1].started_at = TWO
    assert rules.process_due_at(agenda, TWO + minutes(120)) is None


def test_what_did_not_make_sense_comes_first_after_the_break_or_at_once_when_there_is_none_to_come():
    unclear, pause, rest = item(began=TWO, ended=TWO, again=True), item("break"), item()

    assert rules.next_item([unclear, pause, rest], unclear) is pause
    pause.started_at = TWO
    assert rules.next_item([unclear, pause, rest], pause) is unclear
    assert rules.next_item([unclear, rest], rest) is unclear
    assert rules.next_item([item(began=TWO)], None) is None


def test_whoever_was_heard_least_speaks_first_and_then_whoever_asked_first():
    hands = [("a", "seat:1", TWO), ("b", "seat:2", TWO + minutes(1)), ("c", "seat:3", TWO + minutes(2))]

    assert rules.fair_order(hands, {}) == ["a", "b", "c"]
    assert rules.fair_order(hands, {"seat:1": 2, "seat:2": 1}) == ["c", "b", "a"]


def test_fewer_than_three_answers_show_nothing():
    assert rules.result("temperature", {"good": 1, "not_good": 1}) is None
    assert rules.result("temperature", {"good": 2, "not_good": 1}) == [("good", 2), ("so_so", 0), ("not_good", 1)]


def test_which_knowledge_was_heard_is_said_in_words_and_only_of_three_people_or_more():
    here = {"lived": 6, "professional": 3, "research": 2}

    assert rules.heard_in_words({"lived": 2, "professional": 6, "research": 9}, here) == {
        "lived": "less",
        "professional": "lot",
    }
    assert rules.heard_in_words({"professional": 3}, here) == {"lived": "not_yet", "professional": "lot"}
    assert rules.heard_in_words({"lived": 9}, {"lived": 6, "research": 2}) is None
    assert rules.heard_in_words({"lived": 1}, here) is None


def test_the_room_is_there_from_three_hours_before_until_an_hour_after():
    times = {"starts_at": TWO, "over_at": TWO + minutes(120), "off": False}

    assert not rules.room_opens(**times, now=TWO - minutes(181))
    assert rules.room_opens(**times, now=TWO - minutes(179))
    assert rules.room_opens(**times, now=TWO + minutes(179))
    assert rules.room_opens(**times, now=TWO + minutes(181)).code == "room_is_closed"
    assert rules.room_opens(**times | {"off": True}, now=TWO).code == "meeting_is_off"


def test_codes_can_be_tried_often_and_not_without_end():
    tried = [TWO + timedelta(seconds=one) for one in range(20)]

    assert rules.can_try_a_code(tried[:19], now=TWO + minutes(1))
    assert not rules.can_try_a_code(tried, now=TWO + minutes(1))
    assert rules.can_try_a_code(tried, now=TWO + minutes(11))


def test_what_one_or_two_said_from_their_seats_is_not_shown_by_counting_others_beside_it():
    said = {"good": 4, "not_good": 1}

    assert rules.result("temperature", said, seats=1) is rules.result("temperature", said, seats=2) is None
    assert rules.result("temperature", said, seats=3) == rules.result("temperature", said, seats=0)
    assert rules.result("temperature", said, seats=0)
