"""Who reads what she needs: whom she named, in that project, what she marked for them, until she takes it back."""

import pytest

from sidebyside.access import facts, sharing
from sidebyside.access.models import Interest, Sharing
from sidebyside.kit.events import happened
from sidebyside.kit.sealed_reads import reads_of
from sidebyside.people.acting import Acting
from sidebyside.people.models import Card, Person
from sidebyside.projects import joining
from sidebyside.projects.models import Membership, Project
from tests.access.world import arranged, says, shares
from tests.cast import join, make_person
from tests.standing.world import helping, page, refused

NEEDS, MINE = "/projects/our-project/needs/", "/me/needs/projects/our-project/"


@pytest.fixture
def now(cast, at):
    now = at("2024-03-12 10:00")
    says(cast.amara, "bad-day", now, words="Ring at noon", seen_by=["facilitator"])
    says(cast.amara, "food", now, words="No nuts", seen_by=["group"])
    says(cast.amara, "saying", now, words="In writing", seen_by=["note_taker"])
    says(cast.amara, "upset", now, words="Only for me")
    return now


def of(person: Person) -> str:
    return f"{NEEDS}{Membership.objects.get(person=person, project__slug='our-project').ref}/"


def read(cast, reader: Person, now) -> list[str]:
    """The questions of Amara's that this reader may read."""
    return [need.question for one in facts.needs_in(cast.project, reader, now) for need in one.needs]


def test_nobody_reads_anything_before_she_says_yes(cast, now, as_):
    for person in (cast.grace, cast.edwin, cast.femi, cast.walter, cast.delia):
        assert read(cast, person, now) == []
    assert "Nobody shares with you yet" in page(as_(cast.grace), NEEDS)
    assert as_(cast.grace).get(of(cast.amara)).status_code == 404


def test_each_reader_reads_only_what_was_marked_for_that_kind_of_reader(cast, now):
    shares(cast, cast.amara, ("facilitator", cast.grace), ("note_taker", cast.femi), group=True, now=now)

    assert read(cast, cast.grace, now) == ["bad-day", "food"]
    assert read(cast, cast.femi, now) == ["food", "saying"]
    assert read(cast, cast.edwin, now) == ["food"]
    assert read(cast, cast.otto, now) == read(cast, cast.amara, now) == []


def test_the_page_of_one_person_shows_it_and_notes_that_it_was_read(cast, now, as_):
    shares(cast, cast.amara, ("facilitator", cast.grace), now=now)
    assert "Amara Venn" in page(as_(cast.grace), NEEDS)
    assert reads_of(cast.amara) == []

    shown = page(as_(cast.grace), of(cast.amara))

    assert ("Ring at noon" in shown, "No nuts" in shown, "Only for me" in shown) == (True, False, False)
    assert shown.index("Know this first") < shown.index("Ring at noon")
    noted = [(read.reader_ref, read.what, read.why) for read in reads_of(cast.amara)]
    assert noted == [(cast.grace.ref, "access.passport", "read_to_plan")]


def test_she_chooses_on_a_page_and_takes_it_back_there_at_once(cast, now, as_):
    client = as_(cast.amara)
    assert "Grace Tolland" in page(client, MINE)
    client.post(MINE, {"facilitator": [cast.grace.ref], "group": "on"})
    client.post(MINE, {"facilitator": [cast.grace.ref], "group": "on"})
    assert read(cast, cast.grace, now) == ["bad-day", "food"]
    assert Sharing.objects.standing().count() == 2

    client.post(MINE, {})

    assert read(cast, cast.grace, now) == read(cast, cast.edwin, now) == []
    assert as_(cast.grace).get(of(cast.amara)).status_code == 404


def test_only_whoever_runs_the_project_is_offered_as_facilitator(cast, now, as_):
    answer = as_(cast.amara).post(MINE, {"facilitator": [cast.edwin.ref]})
    assert answer.status_code == 200
    said = {"project": cast.project, "group": False, "by": Acting(cast.amara), "now": now}
    for kind, person, why in [
        ("facilitator", cast.edwin, "reader_does_not_run_this"),
        ("note_taker", cast.otto, "reader_is_not_in_this_project"),
        ("note_taker", cast.morag, "reader_is_not_in_this_project"),
        ("note_taker", cast.amara, "it_is_yours_already"),
        ("newspaper", cast.grace, "no_such_reader"),
    ]:
        assert refused(sharing.share, readers=[(kind, person.ref)], **said) == why


def test_nothing_is_carried_to_a_new_project(cast, now):
    shares(cast, cast.amara, ("facilitator", cast.grace), group=True, now=now)
    other = Project.objects.create(
        slug="second", title="Second", started_by=cast.grace, state="running", started_at=now, made_at=now, pack="p"
    )
    for person, way in ((cast.amara, "lived_expertise"), (cast.grace, "facilitator")):
        join(other, person, way)

    assert facts.needs_in(other, cast.grace, now) == []


def test_a_facilitator_who_takes_over_reads_nothing_until_she_says_yes_to_that_person(cast, now):
    shares(cast, cast.amara, ("facilitator", cast.grace), ("venue", cast.grace), now=now)
    new = make_person("Nina Holt")
    place = joining.cover(
        membership=cast.project.memberships.get(person=cast.grace),
        person=new,
        for_good=True,
        by=Acting(cast.grace),
        now=now,
    )
    joining.answer_invitation(membership=place, yes=True, by=Acting(new), now=now)

    assert read(cast, new, now) == read(cast, cast.grace, now) == []
    assert not Sharing.objects.standing().exists()


def test_when_she_leaves_nobody_reads_it_and_coming_back_they_are_asked_anew(cast, now):
    shares(cast, cast.amara, ("facilitator", cast.grace), group=True, now=now)
    joining.leave(membership=cast.project.memberships.get(person=cast.amara), by=Acting(cast.amara), now=now)
    assert read(cast, cast.grace, now) == []
    join(cast.project, cast.amara, "lived_expertise")
    assert read(cast, cast.grace, now) == []


@pytest.mark.parametrize("who", ["amara", "grace"])
def test_whoever_decides_about_her_care_reads_nothing_whichever_of_them_said_so(cast, now, who):
    shares(cast, cast.amara, ("facilitator", cast.grace), group=True, now=now)
    by = Acting(cast.people()[who])
    interest = sharing.say_who_decides(member=cast.amara, person=cast.grace, by=by, now=now)
    sharing.say_who_decides(member=cast.amara, person=cast.grace, by=by, now=now)

    assert read(cast, cast.grace, now) == []
    assert Interest.objects.count() == 1
    named = {"project": cast.project, "readers": [("facilitator", cast.grace.ref)], "group": False, "now": now}
    assert refused(sharing.share, by=Acting(cast.amara), **named) == "decides_about_her_care"

    sharing.end_interest(interest=interest, by=by, now=now)
    assert read(cast, cast.grace, now) == ["food"]  # what the whole group reads; by name not until she says yes anew


def test_only_the_two_themselves_say_who_decides(cast, now):
    said = {"member": cast.amara, "person": cast.grace, "now": now}
    assert refused(sharing.say_who_decides, by=Acting(cast.femi), **said) == "only_they_say_who_decides"
    by = Acting(cast.amara, helper=cast.grace)
    assert refused(sharing.say_who_decides, by=by, **said) == "only_they_say_who_decides"
    met = {"member": cast.amara, "person": cast.otto, "by": Acting(cast.otto), "now": now}
    assert refused(sharing.say_who_decides, **met) == "reader_is_not_in_this_project"


def test_who_decides_is_said_on_pages_by_both_and_ended_by_whoever_said_it(cast, now, as_):
    mine, theirs = "/me/needs/who-decides/", "/projects/our-project/i-decide/"
    amara, grace = as_(cast.amara), as_(cast.grace)
    amara.post(mine, {"person": cast.edwin.ref})
    grace.post(theirs, {"person": cast.amara.ref})
    assert "They said so themselves." in page(amara, mine)
    assert "Amara Venn" in page(grace, theirs)

    hers, said_by_grace = Interest.objects.order_by("id")
    assert amara.post(f"{mine}{said_by_grace.ref}/end/").status_code == 404
    amara.post(f"{mine}{hers.ref}/end/")
    grace.post(f"{theirs}{said_by_grace.ref}/end/")
    assert not Interest.objects.standing().exists()


def test_a_sign_in_card_opens_nobody_elses_needs(cast, now, as_):
    shares(cast, cast.amara, ("note_taker", cast.femi), group=True, now=now)
    card = Card.objects.create(person=cast.femi, code_digest="x", made_by=cast.delia, made_at=now)
    client = as_(cast.femi)
    session = client.session
    session["card"] = card.ref
    session.save()
    assert client.get(NEEDS).status_code == client.get(of(cast.amara)).status_code == 403


def test_a_helper_who_decides_about_her_care_cannot_open_her_passport(cast, now, as_):
    cast.helping.kinds = ["access.passport", "standing.round", "agreements.proposal"]
    cast.helping.save()
    client = helping(as_(cast.nadia), cast.helping)
    assert client.get("/me/needs/").status_code == 200
    Interest.objects.create(member=cast.walter, person=cast.nadia, said_by=cast.walter, said_at=now)
    assert client.get("/me/needs/").status_code == 403
    assert client.get(NEEDS).status_code == 403


def more_people_share(cast, now, *names: str) -> None:
    for name in names:
        person = make_person(name, email=None)
        join(cast.project, person, "lived_expertise")
        says(person, "food", now, words="Soup", seen_by=["facilitator"])
        shares(cast, person, ("facilitator", cast.grace), now=now)
        arranged(cast, person, now)


def test_a_page_of_needs_costs_no_more_when_more_people_share(cast, now, as_, django_assert_max_num_queries):
    more_people_share(cast, now, "Ann", "Bea")
    client = as_(cast.grace)
    with django_assert_max_num_queries(25) as first:
        page(client, NEEDS)
    more_people_share(cast, now, "Cal", "Don", "Eva", "Fay")
    with django_assert_max_num_queries(len(first.captured_queries)):
        page(client, NEEDS)


def test_when_a_project_stops_nobody_reads_what_people_needed_in_it(cast, now):
    says(cast.amara, "language", now, chosen=["bsl"], seen_by=["facilitator"])
    shares(cast, cast.amara, ("facilitator", cast.grace), now=now)
    assert facts.needs_in(cast.project, cast.grace, now)

    happened("project-stopped", project=cast.project, now=now)

    assert facts.needs_in(cast.project, cast.grace, now) == []
