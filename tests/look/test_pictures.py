"""Where the lines of a picture go."""

from datetime import date
from math import hypot

import pytest

from sidebyside.kit.pictures import at, rungs_at, slices, spans


def test_a_turn_starts_at_the_top_and_goes_clockwise():
    assert at(100, 100, 50, 0) == (100, 50)
    assert at(100, 100, 50, 0.25) == (150, 100)
    assert at(100, 100, 50, 0.5) == (100, 150)


@pytest.mark.parametrize("n", [1, 2, 3, 10])
def test_a_cake_has_as_many_slices_as_it_was_cut_into_each_in_its_own_place(n):
    cut = slices(n, 170, 170, 54, 138)

    assert len(cut) == n
    assert len({s.path for s in cut}) == n


def test_the_mark_of_a_slice_is_half_way_in_and_its_number_is_outside():
    for s in slices(10, 170, 170, 54, 138):
        assert hypot(s.x - 170, s.y - 170) == pytest.approx(96, abs=0.2)
        assert hypot(s.edge_x - 170, s.edge_y - 170) > 138


def test_the_gap_between_slices_is_as_wide_inside_as_outside():
    first, second = slices(10, 0, 0, 50, 100, gap=4)[:2]
    ends, starts = _points(first.path), _points(second.path)

    assert hypot(ends[1][0] - starts[0][0], ends[1][1] - starts[0][1]) == pytest.approx(4, abs=0.2)
    assert hypot(ends[2][0] - starts[3][0], ends[2][1] - starts[3][1]) == pytest.approx(4, abs=0.2)


def _points(path: str) -> list[tuple[float, float]]:
    """Outer start, outer end, inner end, inner start."""
    words = path.replace("M", "").replace("A", "").replace("L", "").split()
    return [tuple(float(x) for x in words[k].split(",")) for k in (0, 5, 6, 11)]


def test_each_rung_hangs_in_the_middle_of_its_row_the_highest_first():
    assert rungs_at(4) == [12.5, 37.5, 62.5, 87.5]
    assert rungs_at(0) == []


def test_a_timeline_runs_from_the_first_day_to_the_last():
    halves = [(date(2024, 1, 1), date(2024, 1, 11)), (date(2024, 1, 11), date(2024, 1, 21))]

    drawn = spans(halves, 600, date(2024, 1, 6))

    assert drawn == {"bars": [(0, 300), (300, 300)], "today": 150}


@pytest.mark.parametrize("today", [None, date(2023, 12, 31), date(2024, 2, 1)])
def test_a_day_outside_the_timeline_is_not_drawn(today):
    assert spans([(date(2024, 1, 1), date(2024, 1, 31))], 600, today)["today"] is None


def test_no_stages_and_a_stage_of_one_day_can_be_drawn_too():
    assert spans([], 600) == {"bars": [], "today": None}
    assert spans([(date(2024, 1, 1), date(2024, 1, 1))], 600)["bars"] == [(0, 2)]
