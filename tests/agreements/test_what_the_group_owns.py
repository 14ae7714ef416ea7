"""What the group owns: put to it by anybody, changed by nobody but itself, with how it read before and when to look again."""

from datetime import date

import pytest
from django.urls import reverse

from sidebyside.agreements import actions
from sidebyside.agreements.models import Proposal
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask, Message
from sidebyside.people.sheets import sheet_of
from sidebyside.projects.actions import change_state
from sidebyside.projects.models import Project
from tests.crawl import links
from tests.forms import forms_on
from tests.standing.world import page, refused, votes

LIST = "/projects/our-project/agreements/"
HERE = "/projects/our-project/"


@pytest.fixture
def now(cast, at):
    return at("2024-03-12 10:00")


def propose(kind: str) -> str:
    return reverse("propose", args=["our-project", kind])


def put(cast, now, kind, words, *, subject="", by=None, method="majority", **more) -> Proposal:
    said = {"kind": kind, "subject": subject, "words": words, "method": method}
    return actions.propose(project=cast.project, by=Acting(by or cast.femi), now=now, **said, **more)


def agreed(cast, now, at, kind, words="", **more) -> Proposal:
    """Put to the group and agreed by its three members. The clock stands two weeks later."""
    proposal = put(cast, now, kind, words, **more)
    for person in (cast.amara, cast.walter, cast.femi):
        votes(proposal, person, "yes", now)
    actions.close(proposal=proposal, now=at("2024-03-26 10:00"))
    return Proposal.objects.get(pk=proposal.pk)


def test_nobody_whatever_her_job_edits_an_agreed_text(cast, now, at, as_):
    rule = agreed(cast, now, at, "ground_rule", "One at a time.", subject="Talking", parts={"why": "To hear."})
    its_own = reverse("proposal", args=["our-project", rule.ref])
    for person in (cast.grace, cast.edwin, cast.femi):
        client = as_(person)
        found = [link for at_page in (LIST, its_own) for link in links(page(client, at_page), at_page)]
        for path in {link for link in found if link.startswith(LIST)}:
            for action, said in forms_on(client.get(path).content, path):
                client.post(action, said | {"words": ["Do as I say."]}, unchecked="filled in by a machine")
    assert Proposal.objects.filter(words="Do as I say.").count() > 5
    rule.refresh_from_db()
    assert (rule.words, rule.parts, rule.ended_at) == ("One at a time.", {"why": "To hear."}, None)


def test_a_new_rule_takes_the_place_of_the_one_of_its_name_alone(cast, now, at, as_):
    first = agreed(cast, now, at, "ground_rule", "One at a time.", subject="Talking")
    other = agreed(cast, now, at, "ground_rule", "Phones off.", subject="Phones")
    change = f"{propose('ground_rule')}?change={first.ref}"
    assert "One at a time." in page(as_(cast.amara), change)

    second = agreed(cast, now, at, "ground_rule", "Hands up first.", subject="Talking")

    assert set(Proposal.objects.standing()) == {other, second}
    shown = page(as_(cast.edwin), LIST)
    assert shown.index("Hands up first.") < shown.index("How it read before") < shown.index("One at a time.")


def test_a_rule_says_why_how_we_notice_and_what_we_do(cast, now, as_):
    said = {"called": "Talking", "words": "One at a time.", "why": "To hear.", "notice": "A hand.", "do": "Stop."}
    as_(cast.femi).post(propose("ground_rule"), said | {"method": "majority", "days": "14"})

    proposal = Proposal.objects.get()
    assert (proposal.subject, proposal.parts) == ("Talking", {"why": "To hear.", "notice": "A hand.", "do": "Stop."})
    shown = page(as_(cast.amara), reverse("proposal", args=["our-project", proposal.ref]))
    assert shown.index("Why:") < shown.index("To hear.") < shown.index("What we do then:")


def test_the_values_of_the_recipe_are_where_a_group_begins(cast, now, as_):
    shown = page(as_(cast.femi), propose("values"))
    for value in ("Fairness", "Recognition of contribution", "Equity", "Inclusion", "Respect", "Equality"):
        assert value in shown


@pytest.mark.parametrize(
    ("how", "offers", "refuses", "code"),
    [
        ("majority", "majority", "consent", "group_decides_by_majority"),
        ("consensus", "consent", "majority", "group_decides_by_consensus"),
    ],
)
def test_once_agreed_what_is_put_to_the_group_takes_its_way_of_deciding(cast, now, as_, how, offers, refuses, code):
    _way(cast, now, {"how": how})
    shown = page(as_(cast.femi), propose("values"))
    assert f'value="{offers}"' in shown
    assert f'value="{refuses}"' not in shown
    again = {"project": cast.project, "kind": "values", "subject": "", "words": "Kindness.", "by": Acting(cast.femi)}
    assert refused(actions.propose, **again, method=refuses, now=now) == code
    assert refused(actions.propose, **again, method=offers, now=now) == ""


def _way(cast, now, parts) -> Proposal:
    """The group agreed how it decides, by enough."""
    way = put(cast, now, "way_of_deciding", "So.", parts=parts)
    closed = {"closed_at": now, "outcome": "agreed", "why": "majority_said_yes"}
    Proposal.objects.filter(pk=way.pk).update(**closed)
    return way


def test_a_group_that_decides_in_both_ways_reads_what_both_means(cast, now, as_):
    _way(cast, now, {"how": "both", "both_means": "We vote when talking does not get us there."})
    shown = page(as_(cast.femi), propose("values"))
    assert "We vote when talking does not get us there." in shown
    assert 'value="majority"' in shown
    assert 'value="consent"' in shown


def test_both_needs_its_meaning_and_nothing_typed_is_lost(cast, now, as_):
    said = {"how": "both", "words": "Talk, then vote.", "method": "majority", "days": "14", "both_means": ""}
    answer = as_(cast.femi).post(propose("way_of_deciding"), said).content.decode()
    assert "Say what “both” means" in answer
    assert "Talk, then vote." in answer


def test_the_minutes_that_the_group_agrees_are_what_it_is_asked_for(cast, now, at):
    budget = agreed(cast, now, at, "ask_budget", "More is too much.", parts={"minutes": 45})
    assert Project.objects.get().minutes_a_month == 45
    agreed(cast, now, at, "take_back", "It was too much.", subject=budget.ref)
    assert Project.objects.get().minutes_a_month == 20


def test_by_every_door_she_reads_why_how_we_notice_and_what_we_do(cast, now):
    parts = {"why": "To hear.", "notice": "A hand.", "do": "Stop."}
    proposal = put(cast, now, "ground_rule", "One at a time.", subject="Talking", parts=parts)

    told = sheet_of(Ask.objects.get(question=proposal.question, person=cast.walter)).about

    assert told[0].endswith("Talking")
    assert [line for line in told if line.endswith(("One at a time.", "To hear.", "A hand.", "Stop."))] == list(
        told[1:5]
    )


@pytest.mark.parametrize("minutes", ["", "4", "601", "many"])
def test_minutes_that_make_no_sense_are_refused_with_a_sentence(cast, now, as_, minutes):
    said = {"minutes": minutes, "words": "So.", "method": "majority", "days": "14"}
    answer = as_(cast.femi).post(propose("ask_budget"), said)
    assert "govuk-error-message" in answer.content.decode()
    assert not Proposal.objects.exists()


def test_the_group_stops_its_work_without_saying_why_and_only_a_member_brings_it_back(cast, now, at, as_):
    agreed(cast, now, at, "pause_work")
    project = Project.objects.get()
    assert project.state == "paused"
    assert Message.objects.filter(person=cast.amara, code="told_group_stopped").exists()
    back = {"project": project, "wanted": "running", "words": "On we go.", "now": now}
    for person in (cast.grace, cast.edwin):
        assert refused(change_state, **back, by=Acting(person)) == "the_group_stopped_it"
        assert as_(person).post(reverse("bring-back", args=["our-project"])).status_code == 403

    assert "Bring this work back" in page(as_(cast.amara), HERE)
    assert as_(cast.amara).post(reverse("bring-back", args=["our-project"])).status_code == 302

    assert Project.objects.get().state == "running"
    assert not Proposal.objects.standing().exists()


def test_people_here_by_their_job_cannot_keep_members_at_it(cast, now, at):
    proposal = put(cast, now, "pause_work", "", method="consent")
    for person, said in ((cast.amara, "yes"), (cast.walter, "yes"), (cast.femi, "yes"), (cast.grace, "no")):
        votes(proposal, person, said, now)
    actions.close(proposal=proposal, now=at("2024-03-26 10:00"))
    assert Project.objects.get().state == "paused"


def test_when_its_day_has_come_the_pages_say_so_and_it_is_proposed_again(cast, now, at, as_):
    values = agreed(cast, now, at, "values", "Kindness.", review_on=date(2024, 9, 12))
    assert "We look at it again on 12 September 2024." in page(as_(cast.femi), LIST)
    assert "Look at what is due" not in page(as_(cast.femi), HERE)

    at("2024-09-12 10:00")

    assert "1 agreement is due to be looked at again." in page(as_(cast.femi), HERE)
    shown = page(as_(cast.femi), LIST)
    assert "Due to be looked at again" in shown
    assert f"{propose('values')}?change={values.ref}" in shown


def test_a_day_that_is_past_is_refused_and_nothing_typed_is_lost(cast, now, as_):
    day = {"review_on-day": "1", "review_on-month": "3", "review_on-year": "2024"}
    answer = as_(cast.femi).post(propose("values"), {"words": "Kindness.", "method": "majority", "days": "14"} | day)
    assert "Choose a day that is still to come" in answer.content.decode()
    assert "Kindness." in answer.content.decode()


def test_all_that_stands_is_printed_for_the_wall(cast, now, at, as_):
    agreed(cast, now, at, "values", "Kindness.")
    agreed(cast, now, at, "ground_rule", "One at a time.", subject="Talking", parts={"do": "We stop."})
    for person in (cast.amara, cast.edwin, cast.nadia):
        shown = page(as_(person), f"{LIST}wall/")
        assert shown.index("Kindness.") < shown.index("One at a time.") < shown.index("We stop.")
    assert as_(cast.otto).get(f"{LIST}wall/").status_code == 404
    paper = as_(cast.femi).get(f"{LIST}wall/?pdf=large-print", unchecked="a PDF")
    assert paper["Content-Type"] == "application/pdf"
