"""Asking to be forgotten: by her own hand at once; by card or at the desk it waits, is told to her, and can be stopped."""

from datetime import timedelta

import pytest

from sidebyside.kit.verdict import Refused
from sidebyside.my_data.actions import forget_me, forget_those_whose_day_came, write_down
from sidebyside.my_data.models import Forgetting
from sidebyside.people.acting import Acting
from sidebyside.people.models import HubRole, Message, Person
from tests.policy.planted import NOON

pytestmark = pytest.mark.django_db
IN_TIME, AFTER = NOON + timedelta(days=13), NOON + timedelta(days=14)


def erased(person) -> bool:
    return Person.objects.get(pk=person.pk).erased_at is not None


def test_she_reads_what_goes_and_what_stays_and_is_forgotten_at_once(cast, as_):
    amara = as_(cast.amara)
    page = amara.get("/me/data/forget/").content.decode()
    assert "What goes" in page
    assert "What stays, and why" in page

    response = amara.post("/me/data/forget/", follow=True)

    assert erased(cast.amara)
    assert "You are forgotten" in response.content.decode()
    assert amara.get("/me/").status_code == 302


def test_somebody_else_at_the_desk_is_needed_first_and_the_page_says_so(cast, as_):
    page = as_(cast.delia).get("/me/data/forget/").content.decode()
    assert "Nobody else keeps the desk" in page
    assert "Yes, forget me" not in page

    response = as_(cast.delia).post("/me/data/forget/")

    assert response.status_code == 200
    assert not erased(cast.delia)


def test_a_card_may_have_been_in_other_hands_so_it_waits(cast):
    by = Acting(cast.walter, card_made_by=cast.delia)

    assert forget_me(by=by, now=NOON) is False
    assert forget_me(by=by, now=NOON) is False

    assert not erased(cast.walter)
    assert Forgetting.objects.count() == 1
    assert Message.objects.filter(person=cast.walter, code="forgetting_is_coming").count() == 1


def test_a_helper_cannot_do_it(cast, as_):
    nadia = as_(cast.nadia)
    nadia.post(f"/me/helping/{cast.helping.ref}/start/")

    nadia.post("/me/data/forget/")

    assert erased(cast.nadia)
    assert not erased(cast.walter)


def test_the_desk_writes_it_down_she_is_told_by_her_own_door_and_it_is_done_on_the_day(cast, as_):
    delia = as_(cast.delia)
    delia.post(f"/desk/people/{cast.walter.ref}/forget/")
    delia.post(f"/desk/people/{cast.walter.ref}/forget/")

    told = Message.objects.get(person=cast.walter, code="forgetting_is_coming")
    assert told.values == {"day": "26 March 2024"}
    assert "26 March 2024" in delia.get(f"/desk/people/{cast.walter.ref}/forget/").content.decode()
    assert forget_those_whose_day_came(now=IN_TIME) == 0
    assert forget_those_whose_day_came(now=AFTER) == 1
    assert forget_those_whose_day_came(now=AFTER) == 0
    assert erased(cast.walter)


@pytest.mark.parametrize("hand", ["amara", "delia"])
def test_it_is_stopped_by_her_or_by_the_desk_when_she_says_so(hand, cast, as_):
    write_down(person=cast.amara, by=Acting(cast.delia), now=NOON)
    where = "/me/data/forget/stop/" if hand == "amara" else f"/desk/people/{cast.amara.ref}/forget/stop/"
    assert "We will forget you on 26 March 2024" in as_(cast.amara).get("/me/data/forget/").content.decode()

    as_(getattr(cast, hand)).post(where)

    assert forget_those_whose_day_came(now=AFTER) == 0
    assert not erased(cast.amara)
    write_down(person=cast.amara, by=Acting(cast.delia), now=AFTER)


@pytest.mark.parametrize(("who", "code"), [("delia", "desk_does_not_record_itself"), ("amara", "recorder_runs")])
def test_the_desk_writes_down_neither_itself_nor_members_of_a_project_it_runs(who, code, cast):
    HubRole.objects.create(person=cast.grace, role="desk", since=NOON)
    by = cast.delia if who == "delia" else cast.grace

    with pytest.raises(Refused) as refused:
        write_down(person=getattr(cast, who), by=Acting(by), now=NOON)

    assert refused.value.verdict.code.startswith(code)


def test_only_the_desk_opens_the_desks_pages(cast, as_):
    for page in (f"/desk/people/{cast.walter.ref}/forget/", "/desk/kept/", "/desk/kept/people.links/"):
        assert as_(cast.otto).get(page).status_code == 403
        assert as_(cast.delia).get(page).status_code == 200
