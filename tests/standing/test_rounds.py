"""Answering a round: hers alone until it closes, by her own hand or a helper's she chose, and never an officer's."""

from datetime import timedelta

import pytest
from django.urls import reverse

from sidebyside.people.models import Answer, Helping
from sidebyside.standing import actions
from tests.cast import moment
from tests.standing.world import helping, page, says

EVERYBODY = ["amara", "walter", "femi", "grace", "edwin"]


def address(world, name="round") -> str:
    return reverse(name, args=[world.project.slug, world.round.ref])


def answers(person) -> list:
    return [a.said for a in Answer.objects.filter(ask__person=person, ask__kind="standing.round").order_by("id")][-1:]


def test_a_member_answers_some_and_leaves_the_rest_out(world, as_):
    client = as_(world.femi)

    sent = client.post(address(world), {"money": "no", "time": "yes", "values": ""}, follow=True)

    assert sent.redirect_chain == [(address(world, "round-thanks"), 302)]
    assert answers(world.femi) == [{"money": "no", "time": "yes"}]


def test_what_she_answered_is_filled_in_and_can_be_changed_or_left_out_again(world, as_):
    says(world.round, world.femi, world.now, money="no", time="yes")
    client = as_(world.femi)

    shown = client.get(address(world)).content.decode()
    client.post(address(world), {"money": "partly", "time": "leave_out"})

    assert shown.count("checked") == 2
    assert answers(world.femi) == [{"money": "partly"}]


@pytest.mark.parametrize("sent", [{}, {"money": ""}, {"money": "very"}, {"luck": "yes"}])
def test_answering_nothing_that_was_asked_keeps_nothing_and_says_why(world, as_, sent):
    response = as_(world.femi).post(address(world), sent)

    assert response.status_code == 200
    assert "There is something to put right" in response.content.decode()
    assert (
        Answer.objects.filter(ask__person=world.femi, ask__kind="standing.round", ask__closes_at__gt=world.now).count()
        == 0
    )


def test_the_same_answers_twice_are_one_answer(world, as_):
    client = as_(world.femi)
    for _press in range(2):
        assert client.post(address(world), {"money": "no"}).status_code == 302
    assert Answer.objects.filter(ask__person=world.femi).count() == 1


def test_a_helper_she_chose_answers_in_her_name(world, as_):
    client = helping(as_(world.nadia), world.helping)

    assert "How is it going for Walter Pell?" in page(client, address(world))
    client.post(address(world), {"money": "partly"})

    answer = Answer.objects.filter(ask__person=world.walter).latest("id")
    assert (answer.said, answer.entered_by) == ({"money": "partly"}, world.nadia)
    assert 'value="partly" checked' in page(as_(world.walter), address(world))


def test_a_helper_who_is_not_helping_just_now_was_not_asked_herself(world, as_):
    client = as_(world.nadia)
    assert "You were not asked this" in page(client, address(world))
    assert "You were not asked this" in client.post(address(world), {"money": "yes"}).content.decode()


def test_a_helper_chosen_for_other_things_neither_reads_nor_answers(world, as_):
    says(world.round, world.walter, world.now, money="no")
    Helping.objects.filter(pk=world.helping.pk).update(kinds=["agreements.proposal"])
    client = helping(as_(world.nadia), world.helping)

    assert "checked" not in page(client, address(world))
    assert client.post(address(world), {"money": "yes"}).status_code == 200
    assert answers(world.walter) == [{"money": "no"}]


def test_an_officer_never_reads_or_enters_a_members_answers_even_as_her_helper(world, as_):
    says(world.round, world.walter, world.now, money="no")
    row = Helping.objects.create(
        member=world.walter,
        helper=world.grace,
        kinds=["standing.round"],
        until_on=world.helping.until_on,
        recorded_by=world.delia,
        recorded_at=world.now,
        confirmed_at=world.now,
    )
    client = helping(as_(world.grace), row)

    assert "checked" not in page(client, address(world))
    refused = client.post(address(world), {"money": "yes"})

    assert refused.status_code == 200
    assert answers(world.walter) == [{"money": "no"}]


def test_nothing_on_any_page_tells_who_has_answered_or_what(world, as_):
    clients = {name: as_(getattr(world, name)) for name in ["amara", "femi", "grace", "edwin", "otto"]}
    names = ("standing", "standing-rings", "label-history", "disagreements", "agreements")
    read = [reverse(name, args=["our-project"]) for name in names]
    read += [reverse("ingredient", args=["our-project", "money"]), address(world)]
    public = [reverse("label", args=["our-project"]), reverse("directory")]

    def seen():
        inside = {(name, a): page(c, a) for name, c in clients.items() if name != "otto" for a in read}
        return inside | {(name, a): page(c, a) for name, c in clients.items() for a in public}

    silent = seen()
    for said in ("yes", "no"):
        says(world.round, world.walter, world.now, every=said)
        assert seen() == silent


def test_her_own_answer_shows_on_no_page_but_the_round_itself(world, as_):
    client, read = as_(world.femi), reverse("standing", args=["our-project"])
    before = page(client, read)
    client.post(address(world), {"money": "no"})
    assert page(client, read) == before


def test_only_those_who_are_asked_are_led_to_the_round(world, as_):
    read = reverse("standing", args=["our-project"])
    assert all(address(world) in page(as_(getattr(world, name)), read) for name in EVERYBODY)
    assert address(world) not in page(as_(world.nadia), read)
    assert address(world) in page(helping(as_(world.nadia), world.helping), read)


def test_too_late_is_refused_and_what_was_chosen_stays_on_the_page(world, as_, at):
    at("2024-04-02 10:00")
    client = as_(world.femi)

    assert "Nobody can answer it any more" in page(client, address(world))
    late = client.post(address(world), {"money": "no"}).content.decode()

    assert "checked" in late
    assert answers(world.femi) == []


def test_when_it_has_closed_each_reads_one_word_an_ingredient_and_never_how_many(world, as_, at):
    for person in [world.amara, world.walter, *world.more]:
        says(world.round, person, world.now, every="yes", money="no")
    for person in (world.grace, world.edwin):
        says(world.round, person, world.now, every="partly")
    then = at("2024-04-02 10:00")
    actions.close_round(round=world.round, now=then)

    shown = page(as_(world.edwin), address(world))

    assert "Not enough people have said" not in shown
    assert all(word in shown for word in (">Yes<", ">No<"))
    assert ">Partly<" not in shown, "two others are too few: their words would be known"
    assert ">5<" not in shown


def test_a_round_that_a_pause_cut_short_says_that_nothing_was_published(world, as_):
    actions.close_what_is_open(event="project-paused", project=world.project, now=world.now)
    assert "Nothing was published" in page(as_(world.femi), address(world))


def test_thanks_are_only_for_those_who_were_asked(world, as_):
    assert as_(world.femi).get(address(world, "round-thanks")).status_code == 200
    assert as_(world.nadia).get(address(world, "round-thanks")).status_code == 404


def test_a_member_can_ask_that_everybody_is_asked_again(world, as_, at):
    then = at("2024-04-02 10:00")
    ask = reverse("ask-for-round", args=["our-project"])
    client = as_(world.amara)
    actions.close_round(round=world.round, now=then)

    assert "less than three weeks ago" in client.post(ask).content.decode()
    at("2024-04-23 10:01")
    assert client.post(ask).status_code == 302
    assert "Everybody is being asked already" in client.post(ask).content.decode()
    assert world.project.rounds.count() == 3
    assert moment("2024-04-23 10:01") + timedelta(weeks=3) == world.project.rounds.latest("id").closes_at
