"""The group agrees: put to it by anybody inside, answered until a day, and counted only then."""

from datetime import timedelta

import pytest
from django.urls import reverse

from sidebyside.agreements import actions
from sidebyside.agreements.forms import NAMED
from sidebyside.agreements.models import ASKED_ELSEWHERE, KINDS, Proposal
from sidebyside.people.acting import Acting
from sidebyside.people.models import Answer
from sidebyside.projects.models import Project
from tests.standing.world import helping, members, page, proposed, refused, votes

LIST = "/projects/our-project/agreements/"
MORE = {"way_of_deciding": {"how": "majority"}, "ask_budget": {"minutes": "30"}}
SENT = {"words": "We plan it together.", "method": "majority", "days": "14"}


@pytest.fixture
def now(cast, at):
    return at("2024-03-12 10:00")


def of(proposal: Proposal) -> str:
    return reverse("proposal", args=["our-project", proposal.ref])


def propose(kind: str) -> str:
    return reverse("propose", args=["our-project", kind])


def close(proposal: Proposal, at) -> Proposal:
    actions.close(proposal=proposal, now=at("2024-03-26 10:00"))
    return Proposal.objects.get(pk=proposal.pk)


def test_each_of_the_cast_opens_only_what_is_theirs(cast, now, as_):
    proposal = proposed(cast, now)
    for name, (all_read, one, put) in {
        "amara": (200, 200, 200),
        "femi": (200, 200, 200),
        "grace": (200, 200, 200),
        "edwin": (200, 200, 200),
        "nadia": (200, 200, 403),
        "morag": (404, 404, 404),
        "otto": (404, 404, 404),
        "delia": (404, 404, 404),
    }.items():
        client = as_(getattr(cast, name))
        statuses = [client.get(address).status_code for address in (LIST, of(proposal), propose("claim"))]
        assert statuses == [all_read, one, put], name
    assert as_(None).get(of(proposal))["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("take_back", *ASKED_ELSEWHERE)])
def test_anything_the_group_owns_can_be_put_to_it(cast, now, as_, kind):
    subject = {"claim": {"subject": "co-design"}, "not_needed": {"subject": "training"}}.get(
        kind, {"called": "The door"}
    )
    client = as_(cast.femi)
    assert client.get(propose(kind)).status_code == 200

    assert client.post(propose(kind), SENT | subject | MORE.get(kind, {})).status_code == 302

    assert Proposal.objects.get().closes_at == now + timedelta(days=14)
    assert Proposal.objects.get().subject == (subject.get("subject") or ("The door" if kind in NAMED else ""))
    assert "We plan it together." in page(as_(cast.edwin), LIST)


def test_two_big_decisions_can_be_asked_at_once(cast, now, as_):
    for called in ("The door", "The bell"):
        assert as_(cast.femi).post(propose("strategic_decision"), SENT | {"called": called}).status_code == 302
    assert "A big decision: The bell" in page(as_(cast.edwin), LIST)


def test_what_she_has_answered_does_not_ask_her_again(cast, now, as_):
    proposal = proposed(cast, now)
    assert "Read it and answer" in page(as_(cast.femi), LIST)

    actions.vote(proposal=proposal, said="yes", why="", by=Acting(cast.femi), now=now)

    assert "Read it and answer" not in page(as_(cast.femi), LIST)
    assert "You can change it until it closes." in page(as_(cast.femi), LIST)
    assert "Read it and answer" in page(as_(cast.edwin), LIST)


def test_asking_the_same_again_is_refused_with_a_sentence_and_the_words_stay(cast, now, as_):
    client = as_(cast.femi)
    client.post(propose("claim"), SENT | {"subject": "co-design"})
    again = client.post(propose("claim"), SENT | {"subject": "co-design"}).content.decode()

    assert "The group is being asked this already." in again
    assert "We plan it together." in again
    assert Proposal.objects.count() == 1


@pytest.mark.parametrize(
    ("kind", "sent", "says"),
    [
        ("claim", SENT, "Please answer this"),
        ("claim", SENT | {"subject": "top"}, "choose one of the answers"),
        ("not_needed", SENT | {"subject": "money"}, "choose one of the answers"),
        ("own_name", SENT | {"words": "x" * 121}, "Please use fewer words"),
        ("way_of_deciding", SENT | {"days": "3"}, "7 or more"),
        ("way_of_deciding", SENT | {"method": ""}, "Choose how the group decides"),
        ("way_of_deciding", SENT | {"words": " "}, "Write what the group would be agreeing to"),
    ],
)
def test_what_cannot_be_asked_is_refused_on_the_page(cast, now, as_, kind, sent, says):
    response = as_(cast.femi).post(propose(kind), sent)
    assert (response.status_code, says in response.content.decode()) == (200, True)
    assert Proposal.objects.count() == 0


def test_nothing_is_put_to_a_group_that_is_paused(cast, now, as_):
    Project.objects.filter(pk=cast.project.pk).update(state="paused")
    assert "not running just now" in page(as_(cast.femi), propose("own_name"))
    assert "not running just now" in as_(cast.femi).post(propose("own_name"), SENT).content.decode()
    assert Proposal.objects.count() == 0


def test_there_is_no_other_kind(cast, now, as_):
    assert as_(cast.femi).get(propose("pay_rise")).status_code == 404
    assert as_(cast.femi).get(f"{LIST}nobodyknows1/").status_code == 404


def test_a_member_answers_and_changes_her_mind(cast, now, as_):
    proposal, client = proposed(cast, now), as_(cast.femi)
    assert client.post(of(proposal), {"said": "yes", "why": "It is fair."}).status_code == 302
    assert "You said: Yes" in page(client, of(proposal))

    client.post(of(proposal), {"said": "no", "why": "It is fair."})

    shown = page(client, of(proposal))
    assert "You said: No" in shown
    assert "It is fair." in shown


def test_the_same_answer_twice_is_one_answer(cast, now, as_):
    proposal, client = proposed(cast, now), as_(cast.femi)
    for _press in range(2):
        client.post(of(proposal), {"said": "yes", "why": ""})
    assert Answer.objects.count() == 1


def test_an_answer_that_says_nothing_is_refused_and_its_words_stay(cast, now, as_):
    wrong = as_(cast.femi).post(of(proposed(cast, now)), {"why": "Because."}).content.decode()
    assert "Choose one of the answers." in wrong
    assert "Because." in wrong


def test_a_helper_answers_in_the_members_name(cast, now, as_):
    proposal = proposed(cast, now)
    client = helping(as_(cast.nadia), cast.helping)
    assert "The answer of Walter Pell" in page(client, of(proposal))
    client.post(of(proposal), {"said": "stand_aside", "why": ""})

    assert Answer.objects.get().entered_by == cast.nadia
    assert "You said: Stand aside" in page(as_(cast.walter), of(proposal))


def test_nobody_can_tell_before_it_closes_who_answered_or_what(cast, now, as_):
    proposal = proposed(cast, now)
    read = [LIST, of(proposal), "/projects/our-project/standing/", "/label/our-project/"]
    clients = [as_(cast.amara), as_(cast.femi), as_(cast.grace), as_(cast.edwin)]
    clients[0].get("/projects/our-project/standing/")
    silent = [page(client, address) for client in clients for address in read]
    for said in ("yes", "no"):
        votes(proposal, cast.walter, said, now, why="My own reason.")
        assert [page(client, address) for client in clients for address in read] == silent


def test_when_it_closes_everybody_reads_how_many_said_what_and_why_without_names(cast, now, as_, at):
    members(cast, 3)
    proposal = proposed(cast, now)
    for ask in proposal.project.memberships.counted().select_related("person"):
        votes(proposal, ask.person, "yes", now, why="It is fair." if ask.person == cast.walter else "")
    votes(proposal, cast.edwin, "yes", now)
    close(proposal, at)

    shown = page(as_(cast.grace), of(proposal))

    assert "The group agreed to this" in shown
    assert "It is fair." in shown
    assert "Walter" not in shown
    assert "Yes: 6, No: 0, Stand aside: 0" in page(as_(cast.grace), LIST)


def test_with_too_few_answers_it_is_not_agreed_and_says_why(cast, now, as_, at):
    members(cast, 3)
    proposal = proposed(cast, now)
    votes(proposal, cast.femi, "yes", now)
    close(proposal, at)
    assert "Not enough people answered." in page(as_(cast.grace), of(proposal))
    assert "What was not agreed" in page(as_(cast.grace), LIST)


def test_too_late_is_refused_and_what_was_written_stays(cast, now, as_, at):
    proposal, client = proposed(cast, now), as_(cast.femi)
    at("2024-03-26 10:00")
    assert "Nobody can answer it any more" in page(client, of(proposal))

    late = client.post(of(proposal), {"said": "yes", "why": "I was ill."}).content.decode()

    assert "I was ill." in late
    assert Answer.objects.count() == 0


def test_somebody_who_joined_later_was_not_asked(cast, now, as_):
    proposal = proposed(cast, now)
    late = members(cast, 1)[0]
    assert "the people who are asked were fixed when it opened" in page(as_(late), of(proposal))
    assert (
        refused(actions.vote, proposal=proposal, said="yes", why="", by=Acting(person=late), now=now)
        == "not_asked_this"
    )


def test_what_is_newer_takes_the_place_of_what_was_agreed_before(cast, now, as_, at):
    more = members(cast, 2)
    for words, day in (("One voice each.", "2024-03-26 10:00"), ("By talking.", "2024-04-20 10:00")):
        proposal = proposed(cast, now, words=words)
        for person in (cast.amara, cast.walter, cast.femi, *more):
            votes(proposal, person, "yes", now)
        actions.close(proposal=proposal, now=at(day))
    shown = page(as_(cast.femi), LIST)
    assert shown.index("By talking.") < shown.index("How it read before") < shown.index("One voice each.")
    assert "What we agreed before" not in shown


def test_the_group_takes_back_what_it_agreed_by_the_same_rule(cast, now, as_, at):
    everybody = [cast.amara, cast.walter, cast.femi, *members(cast, 2)]
    claim = proposed(cast, now, kind="claim", subject="co-design")
    for person in everybody:
        votes(claim, person, "yes", now)
    close(claim, at)
    assert Project.objects.get().claimed_rung == "co-design"

    later = at("2024-04-02 10:00")
    as_(cast.femi).post(propose("take_back"), SENT | {"subject": claim.ref})
    back = Proposal.objects.get(kind="take_back")
    for person in everybody:
        votes(back, person, "yes", later)
    actions.close(proposal=back, now=at("2024-04-20 10:00"))
    assert Project.objects.get().claimed_rung == ""
    assert not Proposal.objects.standing().exclude(kind="take_back").exists()


def test_only_what_stands_agreed_can_be_taken_back(cast, now, as_):
    answer = as_(cast.femi).post(propose("take_back"), SENT | {"subject": "nothing"})

    assert answer.status_code == 200
    assert not Proposal.objects.exists()


def test_the_groups_own_name_heads_its_pages_once_agreed(cast, now, as_, at):
    proposal = proposed(cast, now, kind="own_name", words="Asking Well")
    for person in (cast.amara, cast.walter, cast.femi):
        votes(proposal, person, "yes", now)
    close(proposal, at)
    assert 'project-nav-title">Asking Well<' in page(as_(cast.femi), LIST)
    assert "<h1>Asking Well</h1>" in page(as_(None), "/label/our-project/")


@pytest.mark.parametrize("which", ["list", "one"])
def test_a_page_costs_few_queries_and_no_more_when_there_is_more(
    cast,
    now,
    as_,
    at,
    which,
    django_assert_max_num_queries,
    django_assert_num_queries,
):
    client, first = as_(cast.femi), proposed(cast, now)
    votes(first, cast.femi, "yes", now)
    address = LIST if which == "list" else of(first)
    with django_assert_max_num_queries(25) as before:
        page(client, address)
    members(cast, 5)
    for number in range(4):
        close(proposed(cast, now - timedelta(days=14), kind="shapes_the_design", words=f"Thing {number}."), at)
        at("2024-03-12 10:00")
    for person in (cast.amara, cast.walter):
        votes(first, person, "no", now)
    with django_assert_num_queries(len(before.captured_queries)):
        page(client, address)
