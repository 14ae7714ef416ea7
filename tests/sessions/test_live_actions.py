"""What is done in the room: it begins, goes on and ends; checks, hands, signals; and nothing twice."""

from datetime import timedelta

import pytest

from sidebyside.kit.models import Entry
from sidebyside.kit.verdict import Refused
from sidebyside.people.acting import Acting
from sidebyside.projects.models import Project
from sidebyside.sessions import checks, hands, living, pages_live, pointing, seats
from sidebyside.sessions.actions import call_off
from sidebyside.sessions.models import AgendaItem, Counted, Hand, Heard, Meeting, Seat, SeatAnswer, SeatTaken, Signal
from tests.sessions.live import BEGAN, begun, make_meeting

pytestmark = pytest.mark.django_db
SOON = BEGAN + timedelta(minutes=5)


@pytest.fixture
def meeting(cast):
    return begun(cast)


@pytest.fixture
def grace(cast):
    return Acting(cast.grace)


def now_in(meeting) -> AgendaItem | None:
    return Meeting.objects.select_related("now_item").get(pk=meeting.pk).now_item


def answer(check, meeting, **said):
    rows = {seat.number: seat for seat in seats.make(meeting, len(said))}
    for number, one in enumerate(said.values(), 1):
        checks.answer(check=check, seat=rows[number], said=one, now=SOON)


def test_it_begins_once_with_the_first_thing_on_the_agenda(cast, grace):
    meeting = make_meeting(cast)
    for minutes in (0, 3):
        living.begin(meeting=meeting, by=grace, now=BEGAN + timedelta(minutes=minutes))

    assert now_in(meeting).title == "Welcome"
    assert now_in(meeting).started_at == BEGAN
    assert Entry.objects.filter(text__contains="meeting-began").count() == 1


def test_two_who_press_next_at_once_go_on_once(meeting, grace):
    seen = now_in(meeting).ref
    first = living.go_on(meeting=meeting, by=grace, now=SOON, seen=seen)
    second = living.go_on(meeting=meeting, by=grace, now=SOON, seen=seen)

    assert first == second
    assert now_in(meeting).title == "What we heard"
    assert meeting.agenda.get(title="Welcome").ended_at == SOON


def test_when_it_ends_everything_that_is_open_ends_with_it(meeting, grace):
    hands.put_up(meeting=meeting, called="Walter", now=SOON, by=grace)
    check = checks.open_check(meeting=meeting, kind="temperature", by=grace, now=SOON)
    for _ in range(2):
        living.finish(meeting=meeting, by=grace, now=SOON)

    check.refresh_from_db()
    assert check.closed_at == SOON
    assert not Hand.objects.exclude(called="").exists()
    assert now_in(meeting) is None
    with pytest.raises(Refused, match="meeting_is_not_running"):
        living.signal(meeting=meeting, kind="break", now=SOON)
    with pytest.raises(Refused, match="meeting_is_over"):
        living.begin(meeting=meeting, by=grace, now=SOON)


def test_what_has_begun_is_not_called_off(cast, meeting, grace):
    early = meeting.starts_at - timedelta(minutes=30)
    Meeting.objects.filter(pk=meeting.pk).update(began_at=early)
    with pytest.raises(Refused, match="meeting_is_past"):
        call_off(meeting=Meeting.objects.get(pk=meeting.pk), by=Acting(cast.grace), now=early)
    assert Meeting.objects.get(pk=meeting.pk).off_at is None


def test_a_meeting_does_not_begin_while_the_work_is_paused(cast, grace):
    meeting = make_meeting(cast)
    Project.objects.update(state="paused")

    with pytest.raises(Refused, match="project_not_running"):
        living.begin(meeting=meeting, by=grace, now=SOON)
    assert not Meeting.objects.get(pk=meeting.pk).began_at


def test_a_seat_answers_once_and_may_change_it_until_the_check_closes(meeting, grace):
    check = checks.open_check(meeting=meeting, kind="temperature", by=grace, now=SOON)
    answer(check, meeting, one="good", two="good", three="so_so")
    answer(check, meeting, one="not_good")
    checks.close_check(check=check, by=grace, now=SOON)

    assert checks.said_in([check])[check.pk] == {"good": 1, "so_so": 1, "not_good": 1}
    with pytest.raises(Refused, match="check_is_closed"):
        answer(check, meeting, one="good")
    assert SeatAnswer.objects.count() == 3


def test_cards_and_calls_count_and_what_comes_later_stands_beside(meeting, grace):
    check = checks.open_check(meeting=meeting, kind="temperature", by=grace, now=SOON)
    for once in ("a", "a", "b"):
        checks.count(check=check, said="good", how_many=2, way="card", by=grace, now=SOON, once=once)
    checks.take_back_count(check=check, said="good", way="card", by=grace, now=SOON)
    checks.count(check=check, said="not_good", how_many=1, way="phone", by=grace, now=SOON)
    checks.close_check(check=check, by=grace, now=SOON)
    checks.count(check=check, said="good", how_many=2, way="card", by=grace, now=SOON)

    shown = pages_live.in_the_room(Meeting.objects.get(pk=meeting.pk), SOON)["results"][0]
    assert [number for _words, _face, number in shown["rows"]] == [2, 0, 1]
    assert shown["late"] == 2
    assert Counted.objects.filter(late=True).count() == 1


def test_whoever_counts_cards_learns_nothing_of_one_seat_by_them(meeting, grace):
    check = checks.open_check(meeting=meeting, kind="temperature", by=grace, now=SOON)
    answer(check, meeting, one="not_good")
    checks.count(check=check, said="good", how_many=2, way="card", by=grace, now=SOON)
    checks.close_check(check=check, by=grace, now=SOON)

    assert pages_live.in_the_room(Meeting.objects.get(pk=meeting.pk), SOON)["results"][0]["rows"] is None


def test_one_check_at_a_time_and_the_same_again_is_the_same(meeting, grace):
    check = checks.open_check(meeting=meeting, kind="sense", by=grace, now=SOON)

    assert checks.open_check(meeting=meeting, kind="sense", by=grace, now=SOON) == check
    with pytest.raises(Refused, match="a_check_is_open"):
        checks.open_check(meeting=meeting, kind="temperature", by=grace, now=SOON)


@pytest.mark.parametrize("late", [False, True])
def test_what_one_nod_says_did_not_make_sense_comes_first_after_the_break(meeting, grace, late):
    living.go_on(meeting=meeting, by=grace, now=SOON)
    check = checks.open_check(meeting=meeting, kind="sense", by=grace, now=SOON)
    steps = [
        lambda: checks.count(check=check, said="partly", how_many=1, way="nod", by=grace, now=SOON),
        lambda: checks.close_check(check=check, by=grace, now=SOON),
    ]
    for step in reversed(steps) if late else steps:
        step()

    went = [living.go_on(meeting=meeting, by=grace, now=SOON).title for _ in range(3)]
    assert went == ["Break", "What we heard", "What we do about it"]
    assert not AgendaItem.objects.filter(first_after_break=True).exists()


def test_hands_are_heard_in_a_fair_order(meeting, grace):
    one, two = seats.make(meeting, 2)
    for _ in range(2):
        first = hands.put_up(meeting=meeting, seat=one, now=SOON)
    hands.heard(hand=first, by=grace, now=SOON)
    hands.put_up(meeting=meeting, seat=one, now=SOON + timedelta(minutes=1))
    hands.put_up(meeting=meeting, seat=two, now=SOON + timedelta(minutes=2))
    hands.put_up(meeting=meeting, called="Walter", now=SOON + timedelta(minutes=3), by=grace)

    assert [pages_live.hand_in_words(hand) for hand in hands.in_order(meeting)] == ["Seat 2", "Walter", "Seat 1"]
    hands.put_mine_down(seat=two, now=SOON)
    assert len(hands.in_order(meeting)) == 2


def test_which_knowledge_was_heard_says_no_moment_and_twice_is_once(meeting, grace):
    for once in ("a", "a", "b"):
        hands.heard_kind(meeting=meeting, kind="lived", by=grace, now=SOON, once=once)

    assert list(Heard.objects.values_list("kind", "at")) == [("lived", BEGAN)] * 2


def test_somebody_asks_to_slow_down_and_it_stands_until_it_is_seen_to(meeting, grace):
    for _ in range(2):
        living.signal(meeting=meeting, kind="slow_down", now=SOON)
    assert Signal.objects.count() == 1
    living.see_to(meeting=meeting, kind="slow_down", by=grace, now=SOON)
    living.signal(meeting=meeting, kind="slow_down", now=SOON)

    assert Signal.objects.filter(seen_to_at=None).count() == 1


def test_a_word_that_somebody_does_not_know_waits_in_the_room_and_says_nobody(meeting):
    for once in ("a", "a"):
        pointing.do_not_know(meeting=meeting, words="Procurement", now=SOON, once=once)

    assert pages_live.in_the_room(meeting, SOON)["page_words"] == ["Procurement"]
    assert meeting.project.terms.get().times == 1


def test_somebody_signed_in_takes_one_seat_by_chance_and_nothing_says_which(cast, meeting):
    took = [seats.come_in(meeting=meeting, by=Acting(cast.amara), now=SOON) for _ in range(2)]

    assert took[0].number > 100
    assert took[1] is None
    assert SeatTaken.objects.get().person == cast.amara
    assert Seat.objects.filter(taken=True).count() == 1
    assert seats.on_paper(meeting).count() == 0


def test_the_codes_of_seats_can_be_printed_again_and_are_kept_nowhere(meeting):
    seats.make(meeting, 3)
    first = seats.codes(meeting)
    seats.make(meeting, 5)

    assert seats.codes(meeting)[:3] == first
    assert len({code for _number, code in seats.codes(meeting)}) == 5
    assert not Seat.objects.filter(code_digest__in=[code for _number, code in first]).exists()
