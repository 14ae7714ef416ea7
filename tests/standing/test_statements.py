"""We show this by…: said by one, agreed by a second member, taken back at any time, and disagreed with."""

import pytest
from django.urls import reverse

from sidebyside.people.models import Card
from sidebyside.standing import reading
from tests.cast import join, make_person
from tests.standing.world import page

SAY = "/projects/our-project/standing/shows/map-cultures/"
WORDS = "In June we wrote a list together."


def of(world, name: str, statement=None) -> str:
    return reverse(name, args=["our-project", (statement or world.statement).ref])


def culture(world, as_, who) -> str:
    return page(as_(who), reverse("ingredient", args=["our-project", "culture"]))


def in_force(world) -> set[str]:
    return set(reading.statements_in_force(world.project, world.now))


def test_anybody_inside_says_what_shows_a_method(world, as_):
    assert as_(world.grace).post(SAY, {"words": WORDS}).status_code == 302

    shown = culture(world, as_, world.edwin)
    assert WORDS in shown
    assert "Grace Tolland said this on 12 March 2024." in shown
    assert "map-cultures" not in in_force(world)


def test_the_same_words_again_are_not_a_second_statement(world, as_):
    client = as_(world.grace)
    for _press in range(2):
        assert client.post(SAY, {"words": WORDS}).status_code == 302
    assert world.project.statements.filter(words=WORDS).count() == 1
    as_(world.amara).post(SAY, {"words": WORDS})
    assert world.project.statements.filter(words=WORDS).count() == 2


def test_a_statement_without_words_is_refused_on_the_page(world, as_):
    refused = as_(world.grace).post(SAY, {"words": "   "})
    assert "Write what shows it." in refused.content.decode()
    assert world.project.statements.count() == 1


def test_it_counts_once_a_second_member_agrees(world, as_):
    assert of(world, "agree-statement") in culture(world, as_, world.amara)
    assert as_(world.amara).post(of(world, "agree-statement")).status_code == 302

    shown = culture(world, as_, world.femi)
    assert "Amara Venn agreed. It counts until 4 June 2024." in shown
    assert in_force(world) == {"map-cultures"}


@pytest.mark.parametrize(("who", "status"), [("grace", 403), ("edwin", 403), ("nadia", 403), ("femi", 200)])
def test_officers_helpers_and_whoever_said_it_cannot_agree(world, as_, who, status):
    assert of(world, "agree-statement") not in culture(world, as_, getattr(world, who))
    assert as_(getattr(world, who)).post(of(world, "agree-statement")).status_code == status
    assert in_force(world) == set()


def test_agreeing_with_a_card_that_an_officer_made_does_not_count(world, as_):
    card = Card.objects.create(
        person=world.amara, code_digest="x", made_by=world.grace, made_at=world.now, word_set_at=world.now
    )
    client = as_(world.amara)
    session = client.session
    session["card"] = card.ref
    session.save()

    refused = client.post(of(world, "agree-statement")).content.decode()

    assert "not somebody who is or was here by their job" in refused
    assert in_force(world) == set()


def test_agreeing_twice_is_agreeing_once(world, as_):
    client = as_(world.amara)
    client.post(of(world, "agree-statement"))
    assert "Somebody has agreed with this already." in client.post(of(world, "agree-statement")).content.decode()


@pytest.mark.parametrize("who", ["femi", "amara"])
def test_who_said_it_or_agreed_takes_it_back(world, as_, who):
    as_(world.amara).post(of(world, "agree-statement"))
    client = as_(getattr(world, who))

    assert of(world, "take-back-statement") in culture(world, as_, getattr(world, who))
    for _press in range(2):
        assert client.post(of(world, "take-back-statement")).status_code == 302

    assert in_force(world) == set()
    assert "We wrote a list." not in culture(world, as_, world.grace)


def test_nobody_else_takes_it_back(world, as_):
    refused = as_(world.grace).post(of(world, "take-back-statement"))
    assert "Only those who said it or agreed with it can take it back." in refused.content.decode()


def test_it_lapses_after_twelve_weeks(world, as_, at):
    as_(world.amara).post(of(world, "agree-statement"))
    late = reading.statements_in_force(world.project, at("2024-06-04 10:00"))
    assert "map-cultures" not in late
    assert "We wrote a list." not in culture(world, as_, world.femi)


def test_one_that_has_lapsed_can_no_longer_be_agreed_with(world, as_, at):
    at("2024-06-04 10:00")
    assert "more than 12 weeks old" in as_(world.amara).post(of(world, "agree-statement")).content.decode()


def test_while_somebody_disagrees_it_does_not_count(world, as_):
    as_(world.amara).post(of(world, "agree-statement"))
    sent = {"about": f"statement:{world.statement.ref}", "words": "Not so."}
    as_(world.edwin).post("/projects/our-project/standing/disagree/", sent)

    assert in_force(world) == set()
    assert "Somebody does not agree, so it does not count now." in culture(world, as_, world.grace)


def test_what_somebody_said_who_has_left_was_said_by_a_former_member(world, as_):
    rosa = make_person("Rosa Quill")
    place = join(world.project, rosa, "lived_expertise")
    as_(rosa).post(SAY, {"words": WORDS})
    place.left_at = world.now
    place.save()

    shown = culture(world, as_, world.femi)
    assert "A former member said this on 12 March 2024." in shown
    assert "Rosa" not in shown
