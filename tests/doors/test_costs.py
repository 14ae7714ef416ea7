"""No door costs a member money that she does not get back."""

import pytest
from django.urls import reverse

from sidebyside.doors import costs
from sidebyside.doors.models import GivenBack
from sidebyside.doors.text_in import received
from sidebyside.kit import history
from sidebyside.kit.clock import now
from sidebyside.kit.verdict import Refused
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask, Message
from sidebyside.projects.joining import invite
from tests.doors.by_post import by_post, code_on, letter_for, round_for

GIVEN = {"how": "cash", "on-day": "12", "on-month": "3", "on-year": "2024"}


@pytest.fixture
def two_texts(cast):
    for n in ("1", "2", "2"):
        received(provider_ref=n, number=cast.femi.phone, words="Hello", now=now())


def test_each_text_is_counted_once_and_nobody_sets_a_figure_but_the_desk(as_, cast, two_texts):
    page = as_(cast.delia).get(reverse("desk-costs")).content.decode()
    mine = as_(cast.femi).get(reverse("my-costs")).content.decode()

    assert "March 2024: 2 texts to us. Nobody has set how much that is yet." in page
    assert page.count("Nobody has set this yet. Check it before use.") == 3
    assert "It was given back" not in page
    assert "Not given back yet." in mine


def test_the_desk_sets_a_rate_gives_it_back_and_she_sees_that(as_, cast, two_texts):
    delia = as_(cast.delia)
    delia.post(reverse("desk-door-rate", args=["text"]), {"pounds": "0.12"})
    assert "£0.24" in delia.get(reverse("desk-costs")).content.decode()

    for _ in range(2):
        delia.post(reverse("desk-give-back", args=[cast.femi.ref]), GIVEN)
    received(provider_ref="3", number=cast.femi.phone, words="And more", now=now())

    mine = as_(cast.femi).get(reverse("my-costs")).content.decode()
    assert "2 texts to us. £0.24." in mine
    assert "Given back on 12 March 2024. In cash" in mine
    assert "1 text to us. £0.12." in mine
    assert Message.objects.filter(person=cast.femi, code="costs_given_back").count() == 1
    assert [entry["verb"] for entry in history.read(history.HUB, newest=9)].count("costs-given-back") == 1


def test_a_rate_that_changes_later_changes_nothing_that_was_given(cast, two_texts):
    desk = Acting(cast.delia)
    for pence in (12, 50):
        costs.set_rate(way="text", pence=pence, by=desk, now=now())
        costs.give_back(person=cast.femi, how="cash", on=now().date(), by=desk, now=now())

    assert GivenBack.objects.get().pence == 24


def test_a_call_that_she_made_is_counted_once_and_ours_is_not(as_, cast):
    said = {"on-day": "12", "on-month": "3", "on-year": "2024", "said": "yes"}
    for person in (cast.nadia, cast.otto):
        invite(project=cast.project, person=person, joins_as="lived_expertise", by=Acting(cast.grace), now=now())

    for person, how in ((cast.nadia, "phone"), (cast.otto, "rang"), (cast.otto, "rang")):
        address = reverse("write-down", args=[Ask.objects.get(person=person, kind="projects.join").ref])
        as_(cast.delia).post(address, said | {"how": how})

    assert cast.project.memberships.joined().filter(person__in=[cast.nadia, cast.otto]).count() == 2
    assert list(GivenBack.objects.values_list("person", "way", "count")) == [(cast.otto.pk, "call", 1)]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"how": "later"}, "choose one of the answers"),
        ({"on-year": "2025"}, "That day is still to come"),
        ({"on-day": "31", "on-month": "2"}, "Write a real day"),
    ],
)
def test_what_cannot_be_is_refused_in_words(as_, cast, two_texts, change, words):
    costs.set_rate(way="text", pence=12, by=Acting(cast.delia), now=now())

    page = as_(cast.delia).post(reverse("desk-give-back", args=[cast.femi.ref]), GIVEN | change).content.decode()

    assert words in page
    assert GivenBack.objects.get().given_on is None


def test_nobody_gives_back_to_herself_and_only_the_desk_does_it(as_, cast, two_texts):
    costs.set_rate(way="text", pence=12, by=Acting(cast.delia), now=now())

    with pytest.raises(Refused, match="nobody_gives_back_to_herself"):
        costs.give_back(person=cast.femi, how="cash", on=now().date(), by=Acting(cast.femi), now=now())
    for name, args in (("desk-costs", []), ("desk-give-back", [cast.femi.ref]), ("desk-door-rate", ["text"])):
        assert as_(cast.grace).get(reverse(name, args=args)).status_code == 403
    assert as_(cast.delia).get(reverse("desk-door-rate", args=["taxi"])).status_code == 404


def test_a_stamp_of_their_own_is_counted_once_when_the_form_is_typed_in(as_, cast):
    letter = letter_for(round_for(cast, by_post(cast.walter)))
    desk, typed = as_(cast.delia), {"paper_ticks": "1234100021", "paper_stamp": "on"}
    typed |= {"paper_day-day": "12", "paper_day-month": "3", "paper_day-year": "2024"}

    for _ in range(2):
        form = desk.post(reverse("desk-keying"), {"code": code_on(letter)})["Location"]
        desk.post(form, typed)

    assert list(GivenBack.objects.values_list("person", "way", "count")) == [(cast.walter.pk, "stamp", 1)]


def test_a_text_that_comes_while_money_is_given_back_is_still_to_give(cast):
    costs.set_rate(way="text", pence=12, by=Acting(cast.delia), now=now())
    costs.spent(cast.femi, "text", now=now())
    costs.give_back(person=cast.femi, how="cash", on=now().date(), by=Acting(cast.delia), now=now())

    for _ in range(2):
        costs.spent(cast.femi, "text", now=now())

    assert sorted(GivenBack.objects.values_list("count", "pence")) == [(1, 12), (2, None)]
