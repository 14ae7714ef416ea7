"""Helpers: chosen by the member, for what she names, until when she says, and never whoever runs her project."""

from datetime import date

import pytest
from django.urls import reverse

from sidebyside.kit.clock import now
from sidebyside.kit.verdict import Refused
from sidebyside.people import helping
from sidebyside.people.acting import Acting
from sidebyside.people.asks import answer, ask_all
from sidebyside.people.models import Answer, Helping, HubRole
from sidebyside.projects.joining import JOIN
from sidebyside.standing.actions import ROUND

UNTIL = date(2024, 9, 30)


def ask_of(person, cast, kind=ROUND, question="round:1"):
    values = {"slug": "our-project", "round": "abcdefghjkmn", "membership": "abcdefghjkmn", "project": "Our project"}
    return ask_all(kind, question=question, people=[person], room=cast.project.room, now=now(), values=values)[0]


def helped(cast):
    return Acting(cast.walter, helper=cast.nadia)


def test_a_chosen_helper_answers_in_the_members_name(cast):
    given = answer(ask=ask_of(cast.walter, cast), said={"time": "no"}, by=helped(cast), now=now())

    assert (given.ask.person, given.entered_by) == (cast.walter, cast.nadia)


def test_a_helper_cannot_answer_a_kind_she_was_not_chosen_for(cast):
    with pytest.raises(Refused, match="helper_not_chosen_for_this"):
        answer(ask=ask_of(cast.walter, cast, JOIN), said="yes", by=helped(cast), now=now())


def test_a_helper_can_answer_on_the_last_day_and_not_after_by_the_clocks_in_london(cast, at):
    ask = ask_of(cast.walter, cast)
    answer(ask=ask, said="yes", by=helped(cast), now=at("2024-09-30 23:59"))

    with pytest.raises(Refused, match="helping_has_ended"):
        answer(ask=ask, said="no", by=helped(cast), now=at("2024-10-01 00:00"))


def test_a_helper_cannot_answer_before_the_member_has_confirmed_her(cast):
    Helping.objects.update(confirmed_at=None)

    with pytest.raises(Refused, match="helping_not_confirmed"):
        answer(ask=ask_of(cast.walter, cast), said="yes", by=helped(cast), now=now())


def test_help_ends_at_once_when_the_member_says_so(cast):
    helping.end_helping(helping=cast.helping, by=Acting(cast.walter), now=now())

    with pytest.raises(Refused, match="helping_has_ended"):
        answer(ask=ask_of(cast.walter, cast), said="yes", by=helped(cast), now=now())


@pytest.mark.parametrize("who", ["grace", "edwin"])
def test_whoever_runs_or_leads_her_project_cannot_be_her_helper(who, cast):
    with pytest.raises(Refused, match="helper_runs_a_project_of_hers"):
        helping.choose_helper(
            by=Acting(cast.amara), email=f"{who}@example.org", kinds=["standing.round"], until_on=UNTIL, now=now()
        )


def test_an_officer_cannot_enter_views_even_if_she_was_chosen_before_she_came_to_the_project(cast):
    Helping.objects.create(
        member=cast.amara,
        helper=cast.grace,
        kinds=["standing.round"],
        until_on=UNTIL,
        recorded_by=cast.amara,
        recorded_at=now(),
        confirmed_at=now(),
    )

    with pytest.raises(Refused, match="helper_runs_this_project"):
        answer(ask=ask_of(cast.amara, cast), said="yes", by=Acting(cast.amara, helper=cast.grace), now=now())
    assert not Answer.objects.exists()


@pytest.mark.parametrize(
    ("kinds", "until_on", "why"),
    [
        ([], UNTIL, "choose_what_the_helper_may_answer"),
        (["projects.advice"], UNTIL, "choose_what_the_helper_may_answer"),
        (["standing.round"], date(2024, 3, 11), "helping_day_is_past"),
        (["standing.round"], date(2025, 3, 20), "helping_is_for_a_year_at_most"),
    ],
)
def test_a_helper_is_chosen_for_something_and_for_a_year_at_most(kinds, until_on, why, cast):
    with pytest.raises(Refused, match=why):
        helping.choose_helper(
            by=Acting(cast.amara), email="otto@example.org", kinds=kinds, until_on=until_on, now=now()
        )


def test_a_member_chooses_a_helper_and_only_she_confirms(as_, cast):
    amara, day = as_(cast.amara), {"until_on-day": "30", "until_on-month": "9", "until_on-year": "2024"}
    amara.post(reverse("choose-helper"), {"email": "otto@example.org", "kinds": ["standing.round"]} | day)
    chosen = Helping.objects.get(member=cast.amara)
    assert chosen.confirmed_at is None

    assert as_(cast.otto).post(reverse("confirm-helper", args=[chosen.ref])).status_code == 404
    amara.post(reverse("confirm-helper", args=[chosen.ref]))

    chosen.refresh_from_db()
    assert chosen.confirmed_at == now()
    assert cast.otto.messages.get().code == "you_were_chosen_to_help"


def test_choosing_the_same_helper_twice_is_one_choice(cast):
    for _ in range(2):
        helping.choose_helper(
            by=Acting(cast.amara), email="otto@example.org", kinds=["standing.round"], until_on=UNTIL, now=now()
        )

    assert Helping.objects.filter(member=cast.amara).count() == 1


def test_the_desk_records_what_a_member_said_in_person(as_, cast):
    desk, day = as_(cast.delia), {"until_on-day": "30", "until_on-month": "9", "until_on-year": "2024"}
    form = {"helper": "Otto Brandt", "kinds": ["standing.round"]} | day
    address = reverse("desk-record-helper", args=[cast.amara.ref])

    assert desk.post(address, form).status_code == 200
    assert not Helping.objects.filter(member=cast.amara).exists()
    desk.post(address, form | {"said": "on"})

    assert Helping.objects.get(member=cast.amara).confirmed_at == now()


def test_whoever_runs_her_project_records_no_helper_for_her_even_at_the_desk(cast):
    HubRole.objects.create(person=cast.grace, role="desk", since=now())

    with pytest.raises(Refused, match="recorder_runs_a_project_of_hers"):
        helping.record_choice(
            member=cast.amara,
            helper="Otto Brandt",
            kinds=["standing.round"],
            until_on=UNTIL,
            by=Acting(cast.grace),
            now=now(),
        )


def test_a_helper_starts_and_stops_and_each_page_says_whom_she_is_helping(as_, cast):
    nadia, ref = as_(cast.nadia), cast.helping.ref
    nadia.post(reverse("start-helping", args=[ref]))
    page = nadia.get(reverse("me"))
    assert "You are helping Walter Pell" in page.content.decode()
    assert page.wsgi_request.by == Acting(cast.nadia)
    assert page.wsgi_request.helping.member == cast.walter

    nadia.post(reverse("stop-helping", args=[ref]))

    assert "You are helping" not in nadia.get(reverse("me")).content.decode()


def test_helping_stops_by_itself_when_the_member_ends_it(as_, cast):
    nadia = as_(cast.nadia)
    nadia.post(reverse("start-helping", args=[cast.helping.ref]))
    helping.end_helping(helping=cast.helping, by=Acting(cast.walter), now=now())

    assert nadia.get(reverse("people-i-help")).wsgi_request.helping is None


def test_nobody_else_can_start_helping_in_her_place(as_, cast):
    for person in (cast.grace, cast.otto, cast.walter):
        assert as_(person).post(reverse("start-helping", args=[cast.helping.ref])).status_code == 404


def test_a_helper_sees_only_what_she_was_chosen_for(as_, cast):
    ask_of(cast.walter, cast)
    ask_of(cast.walter, cast, JOIN, "join:1")

    page = as_(cast.nadia).get(reverse("people-i-help")).content.decode()

    assert "How is Our project going for you?" in page
    assert "Will you join" not in page


def test_the_member_sees_what_was_entered_in_her_name_and_by_whom(as_, cast):
    answer(ask=ask_of(cast.walter, cast), said={"time": "no"}, by=helped(cast), now=now())

    page = as_(cast.walter).get(reverse("me")).content.decode()

    assert "How is Our project going for you?" in page
    assert "Nadia Pell" in page


def test_a_helper_finds_what_he_was_chosen_for_when_nothing_is_asked_just_now(as_, cast):
    Helping.objects.filter(pk=cast.helping.pk).update(kinds=["access.passport", "standing.round"])

    page = as_(cast.nadia).get(reverse("people-i-help")).content.decode()
    assert f'value="{reverse("my-needs")}"' in page
    Helping.objects.filter(pk=cast.helping.pk).update(kinds=["standing.round"])
    assert f'value="{reverse("my-needs")}"' not in as_(cast.nadia).get(reverse("people-i-help")).content.decode()
