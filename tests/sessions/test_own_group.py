"""The Lived Expertise Group plans, meets, agrees and chooses what it brings; whoever is not in it finds nothing there."""

from datetime import timedelta

import pytest

from sidebyside.agreements import actions as agreeing
from sidebyside.kit.verdict import Refused
from sidebyside.people.acting import Acting
from sidebyside.projects.own_group import own_group
from sidebyside.sessions import own
from sidebyside.sessions.models import AgendaItem, CarParkItem, Meeting, NoteLine
from tests.cast import moment

pytestmark = pytest.mark.django_db
NOW = moment("2024-03-12 10:00")
OWN = "/projects/our-project/own/"
PAGES = ["", "meetings/new/", "meetings/new/empty/", "agreements/", "words/", "car-park/", "history/", "bring/"]
PLAN = {
    "title": "Only us",
    "on-day": "2",
    "on-month": "4",
    "on-year": "2024",
    "starts": "2pm",
    "ends": "4pm",
    "place": "The library",
    "way": "in-person",
    "join_how": "",
}


def meeting(cast, *, group=None, days=20, **more):
    starts = NOW + timedelta(days=days)
    by = cast.walter if group else cast.grace
    made = {"title": "All of us", "place": "The hall", "planned_by": by, "planned_at": NOW, **more}
    return Meeting.objects.create(
        project=cast.project, group=group, starts_at=starts, ends_at=starts + timedelta(hours=2), **made
    )


@pytest.fixture
def group(cast):
    return cast.project.groups.get(kind="lived_expertise")


@pytest.fixture
def decision(cast, group):
    theirs = meeting(cast, group=group, days=-1, began_at=NOW - timedelta(days=1))
    said = {"changed_by": cast.amara, "changed_at": NOW}
    return NoteLine.objects.create(meeting=theirs, order=1, kind="decision", words="Pay comes first.", **said)


@pytest.mark.parametrize("page", PAGES)
def test_its_pages_are_there_for_those_in_it_and_for_nobody_else(cast, as_, page, django_assert_max_num_queries):
    hers = as_(cast.amara)
    with django_assert_max_num_queries(25):
        assert hers.get(OWN + page).status_code == 200
    others = ("grace", "edwin", "femi", "nadia", "morag")
    assert {as_(getattr(cast, who)).get(OWN + page).status_code for who in others} == {404}


def test_it_is_linked_from_the_project_for_those_in_it_alone(cast, as_):
    assert OWN.encode() in as_(cast.walter).get("/projects/our-project/").content
    assert OWN.encode() not in as_(cast.femi).get("/projects/our-project/").content


def test_anybody_in_it_plans_its_meeting_and_no_officer_finds_it(cast, as_):
    as_(cast.amara).post(f"{OWN}meetings/new/empty/", PLAN)

    theirs = Meeting.objects.get(title="Only us")
    at = f"/projects/our-project/meetings/{theirs.ref}/"
    assert theirs.group == own_group(cast.project, Acting(cast.amara))
    assert at.encode() in as_(cast.walter).get(OWN).content
    assert as_(cast.walter).get(at).status_code == 200
    assert [as_(getattr(cast, who)).get(at).status_code for who in ("grace", "edwin", "femi")] == [404] * 3
    assert b"Only us" not in as_(cast.amara).get("/projects/our-project/meetings/").content


def test_a_decision_of_its_own_is_brought_to_everybody_without_a_name(cast, as_, decision):
    everybody = meeting(cast)

    as_(cast.amara).post(f"{OWN}bring/", {"what": f"decided:{decision.ref}", "meeting": everybody.ref, "to": "agenda"})

    item = AgendaItem.objects.get(meeting=everybody)
    assert (item.title, item.from_group, item.added_by) == ("Pay comes first.", True, None)
    seen = as_(cast.grace).get("/projects/our-project/history/").content.decode()
    assert "Amara" not in seen.partition("agenda")[0][-200:]


def test_the_same_brought_twice_is_there_once(cast, group, decision):
    everybody, said = meeting(cast), {"what": f"decided:{decision.ref}", "by": Acting(cast.amara), "now": NOW}
    for _ in range(2):
        own.bring(group=group, meeting=everybody, to="agenda", **said)
        own.bring(group=group, meeting=everybody, to="car_park", **said)

    assert AgendaItem.objects.filter(meeting=everybody).count() == 1
    assert CarParkItem.objects.get(meeting=everybody).raised_by is None


def test_what_the_group_agreed_to_bring_is_offered_and_a_mere_point_is_not(cast, group, decision):
    said = {"kind": "bring", "subject": "Pay", "words": "Pay us on the day.", "method": "consent"}
    agreed = agreeing.propose(project=cast.project, group=group, by=Acting(cast.amara), now=NOW, **said)
    for person in (cast.amara, cast.walter):
        agreeing.vote(proposal=agreed, said="yes", why="", by=Acting(person), now=NOW)
    agreeing.close(proposal=agreed, now=NOW + timedelta(days=20))
    NoteLine.objects.filter(pk=decision.pk).update(kind="point")

    assert own.words_of(group, f"agreed:{agreed.ref}") == ("Pay", "Pay us on the day.")
    with pytest.raises(Refused) as refused:
        own.words_of(group, f"decided:{decision.ref}")
    assert refused.value.verdict.code == "bring_what_is_agreed"


@pytest.mark.parametrize("who", ["grace", "femi", "morag"])
def test_nobody_else_brings_anything_in_its_name(cast, group, decision, who):
    said = {"what": f"decided:{decision.ref}", "to": "agenda", "now": NOW}

    with pytest.raises(Refused) as refused:
        own.bring(group=group, meeting=meeting(cast), by=Acting(getattr(cast, who)), **said)

    assert refused.value.verdict.code == "not_in_this_group"


def test_what_ends_its_pages_leads_to_what_is_its_own(cast, as_, group):
    theirs = meeting(cast, group=group)
    for page in (OWN, f"/projects/our-project/meetings/{theirs.ref}/"):
        seen = as_(cast.amara).get(page).content.decode()
        assert f'href="{OWN}words/"' in seen
        assert "words/point/" not in seen
        assert "standing/disagree/" not in seen
        assert f"page={OWN.replace('/', '%2F')}" in seen
