"""Taking a break, coming back and leaving: as easy as joining, by every door, and nobody asks why."""

import pytest

from sidebyside.agreements.actions import who_is_asked
from sidebyside.kit.verdict import Refused
from sidebyside.people.acting import Acting
from sidebyside.people.models import Answer, Ask, Message
from sidebyside.people.sheets import sheet_of, take
from sidebyside.projects import joining, staying
from sidebyside.projects.models import Break, Membership
from sidebyside.standing import actions as standing
from tests.cast import moment
from tests.projects.starting import post

PLACE = "/projects/our-project/my-place/"
UNTIL = {"until_on-day": "2", "until_on-month": "4", "until_on-year": "2024"}
NOW = moment("2024-03-12 10:00")


@pytest.fixture(autouse=True)
def in_plain_words(cast):
    """Amara reads plain words here, so that what a page says can be looked for as we wrote it."""
    cast.amara.format = "standard"
    cast.amara.save(update_fields=["format"])


@pytest.fixture
def place(cast):
    return Membership.objects.get(person=cast.amara)


@pytest.fixture
def resting(cast, as_):
    post(as_(cast.amara), PLACE, UNTIL)
    return Break.objects.get()


def asked_in(project) -> list:
    counted, others = who_is_asked(project)
    return counted + others


def words(client, address: str) -> str:
    return client.get(address).content.decode()


def test_nothing_new_is_asked_of_somebody_on_a_break_and_she_is_not_counted_in_it(cast, resting):
    round_ = standing.open_round(project=cast.project, why="asked", by=None, now=NOW)

    assert cast.amara not in asked_in(cast.project)
    assert cast.amara.ref not in round_.counted + round_.others
    assert not Ask.objects.filter(person=cast.amara, kind="standing.round").exists()


def test_what_she_was_asked_before_waits_out_of_sight_and_can_still_be_answered(cast, as_):
    round_ = standing.open_round(project=cast.project, why="asked", by=None, now=NOW)
    amara = as_(cast.amara)
    assert "/standing/round/" in words(amara, "/asks/")
    post(amara, PLACE, {})

    assert "/standing/round/" not in words(amara, "/asks/")
    assert "/standing/round/" not in words(amara, "/")
    assert amara.get(f"/projects/our-project/standing/round/{round_.ref}/").status_code == 200


def test_one_tap_and_she_is_back(cast, as_, resting):
    amara = as_(cast.amara)
    assert "You are taking a break here" in words(amara, "/projects/our-project/")

    assert amara.post(f"{PLACE}back/")["Location"] == "/projects/our-project/"
    resting.refresh_from_db()
    assert resting.ended_at
    assert cast.amara in asked_in(cast.project)
    assert "You are taking a break here" not in words(amara, "/projects/our-project/")


def test_only_the_facilitator_sees_it(cast, as_, resting):
    people = "/projects/our-project/people/"
    assert "Taking a break." in words(as_(cast.grace), people)
    for name in ("femi", "edwin", "nadia", "amara"):
        assert "Taking a break." not in words(as_(cast.people()[name]), people)
    assert "break" not in words(as_(cast.femi), "/projects/our-project/history/").lower()


def test_a_day_that_is_past_is_refused_and_the_day_can_be_changed(cast, as_, resting):
    amara = as_(cast.amara)
    past = UNTIL | {"until_on-month": "1"}
    assert "Choose a day to come." in amara.post(PLACE, past).content.decode()
    post(amara, PLACE, UNTIL | {"until_on-day": "9"})

    assert (Break.objects.count(), Break.objects.get().until_on.day) == (1, 9)


def test_when_the_day_comes_she_is_told_once_and_comes_back_when_she_likes(cast, resting):
    for day in ("2024-04-01 09:00", "2024-04-02 09:00", "2024-04-03 09:00"):
        staying.remind_of_breaks(now=moment(day))

    assert Message.objects.filter(person=cast.amara, code="told_break_is_over").count() == 1
    assert Break.objects.get().ended_at is None


@pytest.mark.parametrize("door", ["post", "phone", "text", "email", "in-person"])
def test_a_break_and_leaving_go_by_every_door(cast, place, door):
    ask = joining.place_ask(place, NOW)
    by = Acting(cast.amara, door=door)
    assert {choice.value for choice in sheet_of(ask).questions[0].choices} == {"stay", "break", "leave"}

    take(ask, {"said": "break"}, by=by, now=NOW)
    assert Break.objects.get().ended_at is None
    take(ask, {"said": "stay"}, by=by, now=moment("2024-03-13 10:00"))
    assert Break.objects.get().ended_at
    take(ask, {"said": "leave"}, by=by, now=moment("2024-03-14 10:00"))
    place.refresh_from_db()
    assert place.left_at
    assert Answer.objects.filter(ask=ask, door=door).count() == 3


def test_an_older_letter_does_not_undo_what_she_said_since(cast, place):
    staying.say_of_my_place(membership=place, said="stay", by=Acting(cast.amara), now=NOW)
    letter = Acting(cast.amara, door="post", keyed_by=cast.delia)
    early = moment("2024-03-08 10:00")
    staying.say_of_my_place(membership=place, said="leave", by=letter, now=moment("2024-03-13 10:00"), said_at=early)

    place.refresh_from_db()
    assert place.left_at is None


def test_neither_a_facilitator_nor_a_helper_says_it_for_her(cast, place):
    for by in (
        Acting(cast.amara, door="post", keyed_by=cast.grace),
        Acting(cast.walter, helper=cast.nadia),
        Acting(cast.grace),
    ):
        with pytest.raises(Refused):
            staying.say_of_my_place(
                membership=Membership.objects.get(person=by.person) if by.helper else place,
                said="leave",
                by=by,
                now=NOW,
            )
    assert not Membership.objects.filter(person__in=[cast.amara, cast.walter], left_at__isnull=False).exists()


def test_joining_makes_the_place_and_sends_nothing_about_it(cast, as_):
    place = joining.invite(
        project=cast.project, person=cast.otto, joins_as="lived_expertise", by=Acting(cast.grace), now=NOW
    )
    joining.answer_invitation(membership=place, yes=True, by=Acting(cast.otto), now=NOW)

    ask = Ask.objects.get(person=cast.otto, kind="projects.place")
    assert (ask.answers.get().said, ask.messages.count()) == ("stay", 0)
    assert "Your place in" not in words(as_(cast.otto), "/asks/")
