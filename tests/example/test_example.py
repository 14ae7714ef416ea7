"""The worked example: what it shows at each month's end, that the members' own words carry it, and who is in it."""

import ast
import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from sidebyside import example
from sidebyside.kit.verify import faults_in_all_rooms
from sidebyside.people.acting import Acting
from sidebyside.people.models import Answer, Ask, Helping, Message, Person
from sidebyside.projects.facts import places
from sidebyside.projects.models import Project
from sidebyside.recipes import load
from sidebyside.standing import reading, rules
from sidebyside.standing.actions import agree_with_statement
from sidebyside.standing.commands import standing_as_plain_values
from sidebyside.standing.models import Statement
from tests.example.conftest import OCTOBER, POLICY, Made

PACK = load("bristol-adult-social-care", "1.0.0")
INGREDIENTS = [ingredient.id for ingredient in PACK.ingredients]
SHOWN_BY_MEETINGS = [
    "sessions.values_looked_at_together",
    "sessions.culture_checked_with_everyone",
    "sessions.time_adjusted_with_the_group",
    "sessions.place_and_mood_worked_for_members",
    "sessions.absent_members_heard",
    "sessions.members_know_each_other",
]
MONTHS = {
    "2023-09-30": "informing",
    "2023-10-31": "consultation",
    "2023-11-30": "consultation",
    "2023-12-31": "consultation",
    "2024-01-31": "engagement",
    "2024-02-29": "engagement",
    "2024-03-31": "engagement",
    "2024-04-30": "co-design",
    "2024-05-31": "co-design",
    "2024-06-30": "co-design",
    "2024-07-31": "co-design",
    "2024-08-31": "co-design",
    "2024-09-30": "co-design",
    "2024-10-31": "co-production",
    "2024-11-30": "co-design",
    "2024-12-31": "co-design",
    "2025-01-31": "co-design",
}


def project(slug: str = POLICY) -> Project:
    return Project.objects.get(slug=slug)


def says(slug: str, day: str = "2025-02-04") -> dict:
    return standing_as_plain_values(slug, date.fromisoformat(day))


def person(word: str) -> Person:
    return Person.objects.get(email=f"{word}@example.org")


def shown_if(known: rules.Known) -> str | None:
    return rules.work_out(PACK, known).shown


# The label, month by month


def test_each_month_ends_with_the_label_of_the_table(made):
    assert {day: shown for day, shown in made.shown.items() if day in MONTHS} == MONTHS


def test_the_page_said_the_same_when_the_replay_stood_there(made):
    titles = {rung.text("title"): rung.id for rung in PACK.rungs}

    assert {day: titles[title] for day, title in made.read.items() if day in MONTHS} == MONTHS


def test_what_could_be_shown_then_is_what_the_newest_record_showed_then(made):
    assert {day: says(POLICY, day)["shown"] for day in MONTHS} == MONTHS


def test_in_october_2023_it_says_why_it_is_not_co_production(made):
    then = says(POLICY, "2023-10-31")
    assert (then["claimed"], then["shown"]) == ("co-production", "consultation")
    assert "The group has not agreed its own way of deciding." in then["reasons"]
    assert "Training is missing." in then["reasons"]


def test_in_october_2024_every_ingredient_is_there_and_the_members_have_adopted_the_claim(made):
    then = says(POLICY, "2024-10-31")
    assert then["shown"] == then["claimed"] == "co-production"
    assert all(ingredient["status"] != "not_yet" for ingredient in then["ingredients"])
    assert reading.as_of(project(), OCTOBER).claim_state == "agreed"
    assert reading.as_of(project(), date(2024, 9, 30)).claim_state == "planned"


def test_in_november_2024_looking_back_falls_due_and_the_label_falls(made):
    assert says(POLICY, "2024-11-03")["shown"] == "co-production"
    assert says(POLICY, "2024-11-04")["shown"] == "co-design"
    missing = [i["id"] for i in says(POLICY, "2024-11-04")["ingredients"] if i["status"] == "not_yet"]
    assert missing == INGREDIENTS
    assert [i["id"] for i in says(POLICY)["ingredients"] if i["status"] == "not_yet"] == ["power"]


def test_the_statement_that_waits_lifts_it_again_once_a_second_member_agrees(made):
    waiting = Statement.objects.get(agreed_at=None)
    now = example.EXAMPLE_NOW
    agree_with_statement(statement=waiting, by=Acting(person("bryony")), now=now)
    assert reading.newest(project()).shown == "co-production"


# It stands on what members say


def test_what_was_known_in_october_2024_gives_the_label_that_was_recorded(made):
    assert shown_if(made.known) == "co-production"


@pytest.mark.parametrize("ingredient", INGREDIENTS)
def test_without_what_the_members_say_of_one_ingredient_it_does_not_show(made, ingredient):
    said = {name: word for name, word in made.known.said.group.items() if name != ingredient}
    assert shown_if(replace(made.known, said=replace(made.known.said, group=said))) != "co-production"


def test_without_the_answers_of_the_round_it_shows_no_more_than_that_people_were_told(made):
    assert shown_if(replace(made.known, said=rules.Said())) == "informing"


def test_without_any_one_thing_that_members_say_shows_it_it_does_not_show(made):
    statements = made.known.statements
    assert len(statements) == 8
    for method in statements:
        fewer = {name: until for name, until in statements.items() if name != method}
        assert shown_if(replace(made.known, statements=fewer)) != "co-production", method


@pytest.mark.parametrize("fact", SHOWN_BY_MEETINGS)
def test_without_what_its_meetings_and_life_stories_show_it_does_not_show(made, fact):
    assert made.known.facts[fact].status in ("shown", "partly")
    facts = made.known.facts | {fact: replace(made.known.facts[fact], status="not_yet")}
    assert shown_if(replace(made.known, facts=facts)) != "co-production"


def test_without_any_one_of_its_three_tests_it_does_not_show(made):
    for test in PACK.rung("co-production").tests:
        facts = {name: fact for name, fact in made.known.facts.items() if name != test.fact}
        assert shown_if(replace(made.known, facts=facts)) != "co-production", test.id


# The other two projects


def test_the_car_park_says_co_production_and_shows_consultation(made):
    now = says("parking-at-the-day-centre")
    assert (now["claimed"], now["shown"]) == ("co-production", "consultation")
    here = project("parking-at-the-day-centre")
    assert sum(place.counted for place in places(here)) >= 6
    assert not here.proposals.exists()
    assert here.rounds.count() == 1
    assert here.disagreements.get(closed_at=None).answered_at is None


def test_the_evening_project_has_only_begun_and_two_people_are_asked_to_join(made):
    assert says("evening-support")["shown"] is None
    here = project("evening-support")
    assert here.run_by.led_by_lived_expertise
    assert here.memberships.filter(joined_at=None, said_no_at=None).count() == 2


# Who is in it, and what waits for them


def the_file(made: Made) -> dict:
    return json.loads((made.folder / "practice.json").read_text())


def test_a_visitor_can_be_eight_to_ten_people_and_each_is_in_the_hub(made):
    cast = the_file(made)["cast"]
    assert 8 <= len(cast) <= 10
    for part in cast:
        assert Person.objects.get(ref=part["person"]).name == part["name"]
        assert part["who"]
    words = [part["word"] for part in cast]
    assert len(set(words)) == len(words)
    assert "walter" not in words


def test_the_hub_stands_on_the_fourth_of_february_2025(made):
    now = datetime.now(example.EXAMPLE_NOW.tzinfo).timestamp() + the_file(made)["shift_seconds"]
    assert abs(now - example.EXAMPLE_NOW.timestamp()) < 600


@pytest.mark.parametrize("word", ["amara", "bryony", "femi", "grace", "edwin"])
def test_a_round_and_a_proposal_wait_for_those_in_the_cast(made, word):
    waiting = Ask.objects.filter(person=person(word), room=project().room, answers=None, withdrawn_at=None)
    kinds = waiting.filter(closes_at__gt=example.EXAMPLE_NOW).values_list("kind", flat=True)
    assert set(kinds) == {"standing.round", "agreements.proposal", "meetings.afterwards"}


def test_walters_answers_all_came_through_the_helper_he_chose(made):
    walter = Person.objects.get(name="Walter Pell")
    assert (walter.email, walter.phone) == (None, None)
    entered = Answer.objects.filter(ask__person=walter).values_list("entered_by__name", flat=True)
    assert len(entered) >= 15
    assert set(entered) == {"Nadia Pell"}
    assert Helping.objects.get(member=walter, ended_at=None).recorded_by == person("delia")


def test_somebody_in_no_project_finds_none(made):
    assert not Project.objects.visible_to(person("otto")).exists()
    assert Project.objects.visible_to(person("morag")).get() == project()


def test_one_disagreement_of_the_policy_group_was_answered_and_settled(made):
    settled = project().disagreements.get()
    assert settled.opened_at < settled.answered_at < settled.closed_at


def test_what_was_said_lapsed_for_a_while_before_it_was_said_again(made):
    said = Statement.objects.filter(method="check-training-needs").order_by("made_at")
    gaps = [later.made_at > before.lapses_at for before, later in pairwise(said)]
    assert gaps == [False, False, True, False, False]


# How it is made


def test_it_tells_a_line_for_each_step_with_its_month(made):
    assert made.lines[1] == "2023-09: the working group meets for the first time"
    assert [line[:7] for line in made.lines] == sorted(line[:7] for line in made.lines)


def test_its_history_is_whole(made):
    assert list(faults_in_all_rooms()) == []


def test_the_example_is_made_through_actions_and_never_through_models():
    for file in Path(example.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            names = [node.module] if isinstance(node, ast.ImportFrom) else [a.name for a in getattr(node, "names", [])]
            assert not [name for name in names if name and "models" in name.split(".")], file.name


@pytest.mark.django_db
def test_a_hub_that_broke_off_holds_nobody_and_does_not_look_made(tmp_path, monkeypatch):
    def break_off(line):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        example.make(tmp_path, tell=break_off)
    assert not Person.objects.exists()
    assert list(tmp_path.iterdir()) == []


def test_only_what_was_said_in_the_last_two_weeks_still_waits_to_go_out(made):
    waiting = Message.objects.filter(sent_at=None, trouble="")

    assert 0 < waiting.count() < 200
    assert waiting.earliest("made_at").made_at >= example.EXAMPLE_NOW - timedelta(days=14)
