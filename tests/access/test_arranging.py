"""Needs become things to arrange: by whom, by when, what became of it, and whether she got it."""

from datetime import date

import pytest

from sidebyside.access import arranging, checking_in, facts, sharing
from sidebyside.access.models import Adjustment
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask, Message
from tests.access.world import arranged, becomes, says, shares
from tests.standing.world import page, refused

NEEDS = "/projects/our-project/needs/"


@pytest.fixture
def now(cast, at):
    now = at("2024-03-12 10:00")
    says(cast.amara, "travel", now, chosen=["taxi"], seen_by=["facilitator"])
    shares(cast, cast.amara, ("facilitator", cast.grace), now=now)
    return now


def her_page(cast) -> str:
    return f"{NEEDS}{cast.project.memberships.get(person=cast.amara).ref}/"


def test_whoever_she_lets_read_it_writes_down_what_to_arrange(cast, now, as_):
    client, sent = as_(cast.grace), {"what": "Taxi both ways", "owner": cast.grace.ref, "question": "travel"}
    form = page(client, f"{her_page(cast)}arrange/")
    assert ("Grace Tolland" in form, "Edwin Marsh" in form) == (True, False)
    day = {"due_on-day": "2", "due_on-month": "4", "due_on-year": "2024", "cost": "18.50"}

    for _press in range(2):
        assert client.post(f"{her_page(cast)}arrange/", sent | day)["Location"] == her_page(cast)

    made = Adjustment.objects.get()
    assert (made.what, made.due_on, made.cost_pence, made.state) == ("Taxi both ways", date(2024, 4, 2), 1850, "to_do")
    assert "£18.50" in page(client, her_page(cast))
    assert "Taxi both ways" in page(client, NEEDS)
    assert "Taxi both ways" in page(as_(cast.amara), "/me/needs/")


def test_nobody_else_arranges_it_or_reads_what_is_arranged(cast, now, as_):
    arranged(cast, cast.amara, now)
    said = {"person": cast.amara, "now": now}
    assert refused(arranged, cast=cast, by=Acting(cast.edwin), **said) == "she_does_not_share_with_you"
    assert refused(arranged, cast=cast, owner=cast.edwin.ref, **said) == "owner_may_not_read_it"
    assert refused(arranged, cast=cast, due_on=date(2024, 3, 1), **said) == "arrange_by_a_day_to_come"
    assert as_(cast.femi).get(f"{her_page(cast)}arrange/").status_code == 403
    for person in (cast.edwin, cast.femi):
        assert "A taxi both ways" not in page(as_(person), NEEDS)
        assert facts.adjustments_for(cast.project, person) == []


def test_what_is_arranged_is_read_by_nobody_once_she_takes_back_her_yes(cast, now, as_):
    one = arranged(cast, cast.amara, now)
    shares(cast, cast.amara, now=now)

    assert facts.adjustments_for(cast.project, cast.grace) == []
    assert as_(cast.grace).get(her_page(cast)).status_code == 404
    assert refused(becomes, adjustment=one, cast=cast, now=now, state="booked") == "she_does_not_share_with_you"
    assert "A taxi both ways" in page(as_(cast.amara), "/me/needs/")


def test_she_is_told_when_it_is_booked_and_why_it_is_not_possible(cast, now, as_):
    one, client = arranged(cast, cast.amara, now), as_(cast.grace)
    change = f"{her_page(cast)}arrange/{one.ref}/"
    sent = {"state": "not_possible", "why_not": "", "owner": cast.grace.ref}
    assert "Say why it is not possible" in client.post(change, sent).content.decode()

    for _press in range(2):
        client.post(change, sent | {"why_not": "No taxi goes there. Ben drives you."})
    becomes(one, cast, now, "booked")

    told = list(Message.objects.filter(person=cast.amara, ask=None).order_by("id").values_list("code", flat=True))
    assert told == ["told_not_possible", "told_booked"]
    assert Adjustment.objects.get().why_not == ""


def test_only_she_says_that_she_does_not_need_it_any_more(cast, now, as_):
    one = arranged(cast, cast.amara, now)
    assert refused(arranging.end, adjustment=one, by=Acting(cast.grace), now=now) == "only_she_ends_it"
    for _press in range(2):
        as_(cast.amara).post(f"/me/needs/arranged/{one.ref}/end/")
    assert list(facts.adjustments_of(cast.project)) == []


def test_she_is_asked_about_each_thing_that_was_booked_and_what_she_says_is_kept(cast, now, as_):
    one, two = arranged(cast, cast.amara, now), arranged(cast, cast.amara, now, "Large print")
    becomes(one, cast, now, "booked")
    checking_in.ask_if_they_got_it(project=cast.project, people=[cast.amara, cast.walter], now=now)
    assert [ask.person for ask in Ask.objects.filter(kind="access.got_it")] == [cast.amara]
    client, mine = as_(cast.amara), "/me/needs/got-it/our-project/"
    assert ("A taxi both ways" in page(client, mine), "Large print" in page(client, mine)) == (True, False)

    assert client.post(mine, {}).status_code == 200
    client.post(mine, {one.ref: "partly"})

    assert [row.got for row in Adjustment.objects.order_by("id")] == ["partly", ""]
    assert "Partly" in page(as_(cast.grace), her_page(cast))
    assert two.got == ""


def test_something_late_is_marked_and_the_steps_say_how_far_it_is(cast, now, as_, at):
    arranged(cast, cast.amara, now)
    at("2024-04-03 10:00")
    shown = page(as_(cast.grace), NEEDS)
    assert "Late." in shown
    assert "To do: 1. Booked: 0. Not possible: 0." in shown
    assert "1 person shares with you." in shown


def test_a_withdrawn_yes_in_my_data_ends_it_too(cast, now):
    yes = cast.amara.sharings.get()
    for _press in range(2):
        sharing.withdraw(ref=yes.ref, by=Acting(cast.amara), now=now)
    assert facts.needs_in(cast.project, cast.grace, now) == []
