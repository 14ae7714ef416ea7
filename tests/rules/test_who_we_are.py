"""Life stories, power and meetings on the side, as rules of plain values."""

from datetime import UTC, date, datetime, timedelta

import pytest

from sidebyside.agreements import rules_group as rules
from sidebyside.agreements.rules_group import Story

NOW = datetime(2024, 3, 12, 10, tzinfo=UTC)
TODAY = NOW.date()


@pytest.mark.parametrize(
    ("seen_by", "who", "reads"),
    [
        ("nobody", {"is_hers": True}, True),
        ("nobody", {"joins_with_lived_expertise": True}, False),
        ("lived_expertise", {"joins_with_lived_expertise": True}, True),
        ("lived_expertise", {"joins_with_lived_expertise": True, "ever_by_job": True}, False),
        ("lived_expertise", {}, False),
        ("everybody", {}, True),
        ("everybody", {"inside": False}, False),
    ],
)
def test_a_life_story_is_read_by_those_whom_its_owner_chose(seen_by, who, reads):
    somebody = {"is_hers": False, "inside": True, "joins_with_lived_expertise": False, "ever_by_job": False}
    assert rules.may_read(seen_by, **somebody | who) is reads


def test_those_who_ask_others_who_they_are_wrote_first():
    assert rules.can_ask_who_we_are(state="running", wrote_first=False, to_ask=5).code == "write_yours_first"
    assert rules.can_ask_who_we_are(state="paused", wrote_first=True, to_ask=5).code == "project_not_running"
    assert (
        rules.can_ask_who_we_are(state="running", wrote_first=True, to_ask=0).code == "everybody_was_asked_who_they_are"
    )
    assert rules.can_ask_who_we_are(state="running", wrote_first=True, to_ask=1)


def test_what_power_means_for_others_and_how_it_is_shared_is_said_with_it():
    said = {"holds": "I choose.", "means": "You wait.", "will_share": "Together.", "review_on": None, "today": TODAY}
    assert rules.can_write_power(**said)
    assert rules.can_write_power(**said | {"will_share": " "}).code == "power_needs_three_answers"
    assert rules.can_write_power(**said | {"review_on": TODAY}).code == "look_again_on_a_day_to_come"
    assert (rules.is_due(TODAY, TODAY), rules.is_due(None, TODAY)) == (True, False)


@pytest.mark.parametrize(
    ("words", "members", "code"),
    [
        ("Grace and Edwin", ["Amara Venn"], ""),
        ("Grace and AMARA VENN", ["Amara Venn"], "side_meeting_names_a_member"),
        ("The majority", ["Jo"], ""),
        (" ", [], "side_meeting_needs_all"),
    ],
)
def test_a_log_of_meetings_on_the_side_names_no_member(words, members, code):
    said = {"today": TODAY, "words": [words, "The budget.", "Nothing."], "members": members}
    assert rules.can_log_side_meeting(on=TODAY, **said).code == code


def test_a_meeting_on_the_side_has_been_and_is_late_after_a_week():
    said = {"today": TODAY, "words": ["Grace"], "members": []}
    assert rules.can_log_side_meeting(on=TODAY + timedelta(days=1), **said).code == "side_meeting_is_not_yet"
    assert [rules.days_late(date(2024, 3, 1), date(2024, 3, day)) for day in (1, 8, 9)] == [0, 0, 8]


def stories(*people: int, weeks: int = 1, seen_by: str = "everybody", hands: tuple[int, ...] = ()) -> list[Story]:
    return [Story(person, seen_by, NOW - timedelta(weeks=weeks), hands) for person in people]


JOB = stories(90)


@pytest.mark.parametrize(
    ("told", "status", "some"),
    [
        ([], "not_yet", None),
        (JOB + stories(1, 2, 3, 4, 5), "shown", 5),
        (JOB + stories(1, 2, 3, 4), "partly", 4),
        (JOB + stories(1, 2, 3, 4, 5, seen_by="lived_expertise"), "shown", 5),
        (JOB + stories(1, 2, 3, 4, 5, seen_by="nobody"), "not_yet", None),
        (JOB + stories(1, 2, 3, 4) + stories(5, weeks=26), "partly", 4),
        (JOB + stories(1, 2, 3, 4) + stories(5, hands=(90,)), "partly", 4),
        (JOB + stories(1, 2, 3, 4) + stories(5, hands=(91,)), "partly", 4),
        (JOB + stories(1, 2, 3, 4) + stories(5, hands=(77,)), "shown", 5),
        (stories(1, 2, 3, 4, 5), "partly", 5),
        (stories(90, seen_by="lived_expertise") + stories(1, 2, 3, 4, 5), "partly", 5),
    ],
)
def test_members_know_each_other_by_their_own_word(told, status, some):
    """90 is here by her job and 91 was; ten people count."""
    fact = rules.know_each_other(told, counted=range(1, 11), by_job={90}, left_out={90, 91}, now=NOW)
    assert (fact.status, fact.values.get("some")) == (status, some)


def test_half_of_the_members_share_who_they_are_and_not_five_of_many():
    fact = rules.know_each_other(stories(1, 2, 3, 4, 5), counted=range(1, 12), by_job=(), left_out=(), now=NOW)
    assert (fact.status, fact.good_until) == ("partly", NOW + timedelta(weeks=25))
