"""What meetings show of a project: members' own newest words in twelve weeks, and nothing that an officer writes by herself."""

from datetime import UTC, timedelta

import pytest

from sidebyside.kit.clock import now
from sidebyside.kit.words import say
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask
from sidebyside.people.sheets import take
from sidebyside.sessions import afterwards, coming, facts_meetings
from sidebyside.sessions.facts import GOT, what_meetings_show
from sidebyside.sessions.models import LeaveAlone
from tests.cast import moment
from tests.sessions.after import met, own_group
from tests.sessions.test_feelings import asked, says
from tests.standing.world import members

CULTURE = "sessions.culture_checked_with_everyone"
TIME = "sessions.time_adjusted_with_the_group"


CLOSED = timedelta(days=22)  # the sheets that were answered today have closed by then


def shown(cast, name: str, at=None) -> tuple[str, str]:
    at = at or now() + CLOSED
    afterwards.close_sheets(now=at)
    fact = facts_meetings.what_sessions_show(cast.project, at)[name]
    assert say(fact.code)
    return fact.status, fact.code


@pytest.fixture
def five(cast):
    """Five who count, beside Amara, Walter and Femi, who count too: five are enough, and more than half of eight."""
    return members(cast, 5)


def test_what_members_said_is_one_word_and_holds_for_twelve_weeks(cast, five):
    meeting = met(cast)
    for person in five:
        says(meeting, person, felt="good", pace="right")
    assert facts_meetings.what_sessions_show(cast.project, now())[CULTURE].status == "not_yet"
    assert afterwards.close_sheets(now=now() + timedelta(days=20)) == 0
    assert afterwards.close_sheets(now=now() + CLOSED) == 1
    fact = facts_meetings.what_sessions_show(cast.project, now() + CLOSED)[CULTURE]
    assert (fact.status, fact.values, fact.good_until) == ("shown", {}, now().astimezone(UTC) + timedelta(weeks=12))
    assert shown(cast, TIME) == ("shown", "meetings_pace_right")
    assert shown(cast, CULTURE, fact.good_until)[0] == "not_yet"


def test_the_newest_word_of_each_counts(cast, five, at):
    for person in five:
        says(met(cast, days_ago=2, title=f"First {person.pk}"), person, pace="too_fast")
    assert shown(cast, TIME) == ("not_yet", "meetings_pace_too_fast")
    at("2024-03-20 10:00")
    later = met(cast, days_ago=1, title="Later")
    for person in five[:3]:
        says(later, person, pace="right")
    assert shown(cast, TIME) == ("shown", "meetings_pace_right")


def test_answers_by_the_hand_of_somebody_here_by_her_job_show_nothing(cast, five):
    meeting = met(cast)
    for person in five:
        says(meeting, person, by=Acting(person, card_made_by=cast.grace), felt="good")
    for person in (cast.grace, cast.edwin):
        says(meeting, person, felt="good")
    assert shown(cast, CULTURE) == ("not_yet", "meetings_felt_not_enough")


def test_a_groups_own_meeting_never_counts_and_is_no_meeting_held(cast, five):
    group = own_group(cast, *five)
    meeting = met(cast, group=group)
    for person in five:
        says(meeting, person, felt="good")
    came = dict.fromkeys(five, "in-person")
    coming.write_who_came(meeting=meeting, came=came, by=Acting(five[0]), now=now())
    assert shown(cast, CULTURE)[0] == "not_yet"
    assert set(facts_meetings.when_meetings_were_held(cast.project, now()).values()) == {None}


def test_a_meeting_is_held_when_five_came_and_four_of_them_are_four(cast, five):
    meetings = [met(cast, days_ago=days) for days in (40, 30, 20, 10)]
    for meeting in meetings:
        coming.write_who_came(meeting=meeting, came=dict.fromkeys(five, "online"), by=Acting(cast.grace), now=now())
    few = met(cast, days_ago=50)
    coming.write_who_came(meeting=few, came=dict.fromkeys(five[:4], "online"), by=Acting(cast.grace), now=now())
    when = facts_meetings.when_meetings_were_held(cast.project, now())
    assert when == {"sessions.held": meetings[0].ends_at, "sessions.four_held": meetings[3].ends_at}


def test_who_was_away_is_heard_when_she_sends_what_she_thinks(cast, five):
    meeting = met(cast)
    coming.write_who_came(meeting=meeting, came={cast.femi: "no"}, by=Acting(cast.grace), now=now())
    for person in five:
        says(meeting, person)
    assert shown(cast, facts_meetings.ABSENT) == ("not_yet", "absent_not_heard")

    take(asked(meeting, cast.femi), {"know": "Too far."}, by=Acting(cast.femi), now=now())
    assert shown(cast, facts_meetings.ABSENT) == ("shown", "absent_heard")


def test_she_who_wants_to_be_left_alone_is_not_counted_as_missing(cast, five):
    meeting = met(cast)
    LeaveAlone.objects.create(project=cast.project, person=cast.femi, since=now())
    coming.write_who_came(meeting=meeting, came={cast.femi: "no"}, by=Acting(cast.grace), now=now())
    for person in five:
        says(meeting, person)
    assert not Ask.objects.filter(person=cast.femi, kind="meetings.afterwards").exists()
    assert shown(cast, facts_meetings.ABSENT) == ("shown", "absent_nobody")


def test_an_officer_who_writes_that_all_were_there_shows_nothing_by_it(cast, five):
    meeting = met(cast)
    came = dict.fromkeys([*five, cast.femi, cast.amara, cast.walter], "in-person")
    coming.write_who_came(meeting=meeting, came=came, by=Acting(cast.grace), now=now())
    assert shown(cast, facts_meetings.ABSENT) == ("not_yet", "absent_not_enough")

    for person in five:
        says(meeting, person, all="not_there")
    assert shown(cast, facts_meetings.ABSENT)[0] == "not_yet"


def test_how_it_felt_never_changes_whether_people_got_what_they_needed(cast, five):
    meeting = met(cast)
    for person in five:
        says(meeting, person, felt="not_good", good="no", place="no", words="no")
    assert what_meetings_show(cast.project, now())[GOT].code == "meetings_met_all"


def test_facts_cost_the_same_however_much_was_said(cast, five, django_assert_max_num_queries):
    for days_ago in range(1, 6):
        meeting = met(cast, days_ago=days_ago, title=f"On {moment('2024-03-12 10:00') - timedelta(days_ago)}")
        for person in five:
            says(meeting, person, felt="good")
    afterwards.close_sheets(now=now() + CLOSED)
    with django_assert_max_num_queries(9):
        facts_meetings.what_sessions_show(cast.project, now() + CLOSED)
