"""Words to explain: pointed at by anybody and by nobody, looked after by somebody, agreed by the group, linked."""

import json

import pytest

from sidebyside.agreements import actions, terms
from sidebyside.agreements.models import Proposal, Term
from sidebyside.agreements.pages_terms import explained, meanings
from sidebyside.kit import history
from sidebyside.people.acting import Acting
from sidebyside.projects.models import Group
from tests.standing.world import members, page, refused, votes

WORDS = "/projects/our-project/words/"
MEANS = {"words": "Who pays for what.", "easy": "The people who buy care.", "method": "majority", "days": "14"}


@pytest.fixture
def now(cast, at):
    return at("2024-03-12 10:00")


def pointed(cast, now, word="Commissioner", **more) -> Term:
    return terms.point_at(project=cast.project, term=word, seen_in="The letter", now=now, **more)


def agreed(cast, now, at, word="Commissioner") -> Proposal:
    term = pointed(cast, now, word)
    said = {"words": MEANS["words"], "parts": {"easy": MEANS["easy"]}, "method": "majority"}
    proposal = terms.propose_meaning(term=term, by=Acting(cast.femi), now=now, **said)
    for person in (cast.amara, cast.walter, cast.femi):
        votes(proposal, person, "yes", now)
    actions.close(proposal=proposal, now=at("2024-03-26 10:00"))
    return Proposal.objects.standing().get(pk=proposal.pk)


def test_each_of_the_cast_opens_only_what_is_theirs(cast, now, as_):
    meaning = f"{WORDS}{pointed(cast, now).ref}/meaning/"
    for name, expected in {
        "amara": [200, 200, 200],
        "grace": [200, 200, 200],
        "edwin": [200, 200, 200],
        "nadia": [200, 403, 403],
        "morag": [404, 404, 404],
        "otto": [404, 404, 404],
        "delia": [404, 404, 404],
    }.items():
        client = as_(getattr(cast, name))
        assert [client.get(path).status_code for path in (WORDS, f"{WORDS}point/", meaning)] == expected, name


def test_who_pointed_at_a_word_is_kept_nowhere(cast, now, as_):
    before = list(history.read(cast.project.room))
    assert as_(cast.femi).post(f"{WORDS}point/", {"term": " Commissioner ", "seen_in": ""}).status_code == 302

    term = Term.objects.get()
    assert (term.term, term.key, term.times, term.owner) == ("Commissioner", "commissioner", 1, cast.grace)
    assert history.read(cast.project.room) == before
    kept = {field.name: str(getattr(term, field.attname)) for field in Term._meta.concrete_fields}
    assert str(cast.femi.pk) not in [kept["owner"], kept["closed_at"]]
    assert cast.femi.ref not in json.dumps(kept)
    assert kept["flagged_on"] == "2024-03-12"


def test_the_same_word_again_counts_once_more_and_is_there_once(cast, now):
    for word in ("Commissioner", "commissioner ", "COMMISSIONER"):
        pointed(cast, now, word)
    assert Term.objects.get().times == 3
    assert pointed(cast, now, group=Group.objects.filter(project=cast.project).first() or _group(cast, now)).times == 1


def _group(cast, now) -> Group:
    return Group.objects.create(project=cast.project, kind="lived_expertise", name="Ours", made_at=now)


@pytest.mark.parametrize("word", ["", "   ", "x" * 61])
def test_no_word_is_refused_with_a_sentence_and_what_was_typed_stays(cast, now, as_, word):
    answer = as_(cast.femi).post(f"{WORDS}point/", {"term": word, "seen_in": "On the door"})
    assert answer.status_code == 200
    assert "On the door" in answer.content.decode()
    assert not Term.objects.exists()


def test_somebody_takes_it_writes_its_meaning_and_the_group_agrees(cast, now, as_, at):
    members(cast, 2)
    term, client = pointed(cast, now), as_(cast.femi)
    assert "Grace" in page(client, WORDS)
    assert client.post(f"{WORDS}{term.ref}/look-after/").status_code == 302
    assert "Femi" in page(as_(cast.amara), WORDS)

    assert client.post(f"{WORDS}{term.ref}/meaning/", MEANS).status_code == 302

    proposal = Proposal.objects.get(kind="definition")
    assert (proposal.subject, proposal.parts) == ("Commissioner", {"easy": MEANS["easy"]})
    assert "The group is asked what “Commissioner” means" in page(client, WORDS)
    assert MEANS["easy"] in page(client, f"/projects/our-project/agreements/{proposal.ref}/")


def test_a_meaning_needs_easy_read_and_nothing_typed_is_lost(cast, now, as_):
    answer = as_(cast.femi).post(f"{WORDS}{pointed(cast, now).ref}/meaning/", MEANS | {"easy": ""}).content.decode()
    assert "Write what it means in Easy Read too" in answer
    assert MEANS["words"] in answer
    assert not Proposal.objects.exists()


def test_a_newer_meaning_takes_the_place_of_the_older_and_of_no_other_word(cast, now, at):
    first, other = agreed(cast, now, at), agreed(cast, now, at, "Respite")
    second = agreed(cast, now, at)
    assert set(Proposal.objects.standing()) == {other, second}
    assert Proposal.objects.get(pk=first.pk).ended_at


def test_an_agreed_word_is_linked_at_its_first_place_on_a_page(cast, now, at):
    known = meanings(cast.project)
    assert explained("<b>A\nB</b>", known) == "&lt;b&gt;A<br>\nB&lt;/b&gt;"
    proposal = agreed(cast, now, at)

    known = meanings(cast.project)
    link = f'<a class="explained" href="{WORDS}#word-{proposal.ref}">commissioner</a>'
    assert explained("The commissioner, a commissioner & co", known) == f"The {link}, a commissioner &amp; co"
    assert explained("The commissioner", known) == "The commissioner"


def test_only_whoever_looks_after_a_word_lets_it_go_and_pointed_at_again_it_is_back(cast, now, as_):
    term = pointed(cast, now)
    assert refused(terms.let_go, term=term, by=Acting(cast.femi), now=now) == "word_is_somebody_elses"
    terms.let_go(term=term, by=Acting(cast.grace), now=now)
    assert "No word waits" in page(as_(cast.femi), WORDS)
    pointed(cast, now)
    assert "No word waits" not in page(as_(cast.femi), WORDS)


def test_whoever_looks_after_a_word_by_her_job_finds_it_among_her_work(cast, now, at, as_):
    pointed(cast, now, "Respite")
    assert "1 word that you look after waits for a meaning." in page(as_(cast.grace), "/my-work/")
    assert "look after" not in page(as_(cast.edwin), "/my-work/")
    agreed(cast, now, at, "Respite")
    assert "look after" not in page(as_(cast.grace), "/my-work/")
