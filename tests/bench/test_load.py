"""The hubs that pages are measured in are filled by copying: what is copied is what the actions would have written."""

from datetime import timedelta

import pytest

from bench import load
from bench.story import Shape, make_project, make_setting
from sidebyside.kit.models import Entry, Room
from sidebyside.kit.refs import LETTERS
from sidebyside.kit.verify import faults_in_all_rooms
from sidebyside.people.models import Answer, Person
from sidebyside.standing.models import Statement
from tests.bench.rows import rows_between
from tests.cast import moment

BEGAN = moment("2022-04-04 09:00")
SMALL = Shape(people=8, rounds=2, proposals=6, times=2)


@pytest.fixture
def hub(db):
    """A hub with one project made by the actions, and where every table ended before it."""
    setting = make_setting(BEGAN - timedelta(days=1))
    before = load.mark()
    make_project(number=1, shape=SMALL, setting=setting, began=BEGAN)
    return setting, before


def copied(before: load.Mark) -> tuple[load.Mark, load.Mark]:
    start = load.mark()
    load.fill(load.Template(before, group="group 0001"), first=2, last=2)
    return start, load.mark()


def test_a_copied_project_has_the_rows_that_the_actions_write_for_another(hub):
    setting, before = hub
    start, end = copied(before)
    make_project(number=3, shape=SMALL, setting=setting, began=BEGAN)

    by_copying, by_actions = rows_between(start, end), rows_between(end, load.mark())

    assert by_copying.keys() == by_actions.keys()
    for table, rows in by_actions.items():
        assert by_copying[table] == rows, table
    assert list(faults_in_all_rooms()) == []


def test_a_project_lives_through_everything_that_pages_show(hub):
    _, before = hub

    rows = rows_between(before, load.mark())

    assert len(rows["Person"]) == len(rows["Membership"]) == SMALL.people
    assert [r["closed_at"] is None for r in rows["Round"]] == [False, False, True]
    assert [r["outcome"] for r in rows["Proposal"]].count("agreed") >= SMALL.proposals - 1
    assert len(rows["Answer"]) == SMALL.people * (2 + SMALL.times * (3 + SMALL.proposals + 1))
    assert {"Statement", "Disagreement", "StandingRecord", "Entry", "EntryWords", "Stage"} <= rows.keys()


def test_what_projects_share_is_left_alone_but_for_the_hubs_own_chain(hub):
    _, before = hub
    shared = {model: list(model.objects.filter(pk__lte=before[model]).values()) for model in load.tables()}

    copied(before)

    changed = [
        (model, row)
        for model in load.tables()
        for row, now in zip(shared[model], model.objects.filter(pk__lte=before[model]).values(), strict=True)
        if row != now
    ]
    assert [(model, row["name"]) for model, row in changed] == [(Room, "hub")]


def test_every_chain_is_whole_and_the_hubs_chain_goes_on(hub):
    _, before = hub
    length = Room.objects.get(name="hub").length

    copied(before)

    assert list(faults_in_all_rooms()) == []
    copied_notes = Entry.objects.filter(room="hub", pk__gt=before[Entry], number__lte=length).count()
    assert Room.objects.get(name="hub").length == length + copied_notes


def test_nothing_copied_keeps_a_name_or_a_hash_of_what_it_was_copied_from(hub):
    _, before = hub
    start, _end = copied(before)
    refs = set(Person.objects.filter(pk__lte=start[Person]).values_list("ref", flat=True))

    new = Person.objects.filter(pk__gt=start[Person])

    assert all(len(person.ref) == 12 and set(person.ref) <= set(LETTERS) for person in new)
    assert not refs & set(new.values_list("ref", flat=True))
    assert len(set(Entry.objects.values_list("hash", flat=True))) == Entry.objects.count()
    assert len(set(Answer.objects.values_list("ref", flat=True))) == Answer.objects.count()


def test_one_changed_word_in_a_copy_is_seen(hub):
    _, before = hub
    start, end = copied(before)
    was = rows_between(start, end)

    Statement.objects.filter(pk=start[Statement] + 1).update(words="Something else.")

    assert {table for table, rows in rows_between(start, end).items() if rows != was[table]} == {"Statement"}
