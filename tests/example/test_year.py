"""The worked example has its year of meetings: what was planned, said and agreed, and what nobody else may find."""

import pytest

from sidebyside import example
from sidebyside.agreements.models import Biography, Power, Proposal, SideMeeting, Term
from sidebyside.kit.events import happened
from sidebyside.people.models import Answer, Person
from sidebyside.projects.models import Project
from sidebyside.recipes import load
from sidebyside.sessions.models import Attendance, CarParkItem, Meeting, NoteLine
from sidebyside.standing.models import Statement
from tests.client import CheckingClient
from tests.example.conftest import POLICY
from tests.example.test_example import SHOWN_BY_MEETINGS, says

PACK = load("bristol-adult-social-care", "1.0.0")
OURS = Meeting.objects.filter(project__slug=POLICY, group=None)
TEXTS = ["values", "conflict", "hard_things", "who_stays_near", "how_to_stop", "access_means", "way_of_deciding"]


def standing(kind: str):
    return Proposal.objects.standing().filter(project__slug=POLICY, group=None, kind=kind)


def test_it_met_every_two_weeks_for_a_year_and_then_every_three_months(made):
    over = OURS.filter(over_at__isnull=False)

    assert (over.filter(starts_at__lt="2024-10-01T00:00Z").count(), over.count()) == (25, 27)
    assert OURS.filter(over_at=None).count() == 1
    assert not over.filter(notes_agreed_at=None).exclude(starts_at__gt="2025-01-27T00:00Z").exists()
    assert all(meeting.ends_at - meeting.starts_at == example.sessions.TWO_HOURS for meeting in over)


def test_the_first_three_months_are_on_ways_of_working(made):
    until = "2024-01-08T00:00Z"

    assert standing("ground_rule").count() == 6
    assert all(standing(kind).exists() for kind in TEXTS)
    assert Proposal.objects.filter(kind="way_of_deciding", closed_at__lt=until, outcome="agreed").count() == 1
    assert not Proposal.objects.filter(kind__in=["definition", "notes"], outcome="not_agreed").exists()
    assert Proposal.objects.filter(kind="ground_rule", ended_at__isnull=False).count() == 1


def test_words_have_agreed_meanings_and_two_wait(made):
    agreed = set(standing("definition").values_list("subject", flat=True))
    terms = Term.objects.filter(project__slug=POLICY)

    assert len(agreed) == 12
    assert set(terms.exclude(term__in=agreed).values_list("term", flat=True)) == {"scrutiny", "outcome framework"}
    assert not terms.filter(owner=None).exists()


def test_nothing_in_the_car_park_is_lost_and_one_waits(made):
    assert CarParkItem.objects.get(state="waiting").owner.name == "Grace Tolland"
    assert CarParkItem.objects.exclude(state="waiting").count() >= 8
    assert not CarParkItem.objects.exclude(state="waiting").filter(answer="").exists()


def test_actions_have_an_owner_and_what_came_of_them_and_quotes_a_yes(made):
    actions = NoteLine.objects.filter(kind="action", meeting__in=OURS)

    assert actions.get(done_at=None).owner.name == "Edwin Marsh"
    assert not actions.exclude(done_at=None).filter(became="").exists()
    assert not NoteLine.objects.filter(kind="quote").exclude(quote_ok=True).exists()


def test_somebody_who_was_away_sent_what_she_thinks(made):
    assert Attendance.objects.filter(meeting__in=OURS, came="views").count() >= 20
    assert Attendance.objects.filter(meeting__in=OURS, came="phone").count() >= 5


def test_who_holds_power_said_so_and_met_on_the_side_in_the_open(made):
    by_job = {"Grace Tolland", "Edwin Marsh", "Owen Strand", "Constance Ware", "Rupert Hale"}

    assert by_job <= set(Power.objects.filter(ended_at=None, body="").values_list("person__name", flat=True))
    assert set(Biography.objects.filter(seen_by="everybody").values_list("person__name", flat=True)) > by_job
    assert 6 <= SideMeeting.objects.count() <= 8


def test_what_meetings_show_is_shown_by_no_statement(made):
    shown = {method.id for method in PACK.methods if set(method.shown_by) & set(SHOWN_BY_MEETINGS)}

    assert len(shown) == 6
    assert not Statement.objects.filter(method__in=shown).exists()


def test_where_it_stands_follows_from_what_members_say_after_meetings(made):
    assert says(POLICY, "2024-10-31")["shown"] == "co-production"
    project = Project.objects.get(slug=POLICY)
    Answer.objects.filter(ask__room=project.room, ask__kind="meetings.afterwards").delete()
    happened("something-ran-out", project=project, now=example.EXAMPLE_NOW)

    slices = {one["id"]: one["status"] for one in says(POLICY)["ingredients"]}
    assert {slices[name] for name in ("values", "culture", "time", "environment")} == {"not_yet"}


@pytest.mark.parametrize("word", ["grace", "edwin", "femi", "nadia"])
def test_the_lived_expertise_group_is_found_by_nobody_else(made, at, word):
    at("2025-02-04 10:00")
    own = Meeting.objects.filter(project__slug=POLICY).exclude(group=None)
    client = CheckingClient()
    client.sign_in(Person.objects.get(email=f"{word}@example.org"))

    assert own.count() == 13
    for meeting in own[:2]:
        assert client.get(f"/projects/{POLICY}/meetings/{meeting.ref}/").status_code == 404


def test_what_it_brought_to_everybody_stands_on_an_agenda_with_no_name(made):
    item = Meeting.objects.get(title="Whose kitchen is it?").agenda.get(from_group=True)
    assert item.added_by is None


def test_its_page_says_what_is_made_up(made):
    assert "made up" in Project.objects.get(slug=POLICY).about
