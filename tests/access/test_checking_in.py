"""Asked again before twelve weeks have passed and at each stage, with time without the helper; and what it shows."""

from datetime import UTC, timedelta

import pytest

from sidebyside.access import checking_in
from sidebyside.access.facts import AGAIN, ASKED, MET, what_access_shows
from sidebyside.access.models import Need, Sharing
from sidebyside.kit.events import happened
from sidebyside.people import sheets
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask, Helping, Message
from sidebyside.standing.models import StandingRecord
from tests.access.world import arranged, asked, becomes, done, helps_with, says, shares
from tests.standing.world import helping, members, page, refused

HERE = "/me/needs/check-in/our-project/"
ALONE = "/me/needs/time-alone/our-project/"


@pytest.fixture
def now(cast, at):
    now = at("2024-03-12 10:00").astimezone(UTC)  # weeks are added to it, and the clocks go forward in March
    asked(cast, now)
    return now


def checks_in(cast, now, *people):
    checking_in.check_in(project=cast.project, people=list(people), now=now)


def ask_of(person, kind: str) -> Ask:
    return person.asks.get(kind=kind, withdrawn_at=None)


def says_it(person, now, gets="yes", changed="no", by=None):
    ask = ask_of(person, "access.check_in")
    checking_in.answer_check_in(ask=ask, gets=gets, changed=changed, by=by or Acting(person), now=now)


def shown(cast, now) -> dict:
    return {name: fact.status for name, fact in what_access_shows(cast.project, now).items()}


def test_nobody_goes_twelve_weeks_without_being_asked_and_nobody_is_asked_twice_at_once(cast, now):
    done(cast.amara, now + timedelta(weeks=4))
    assert [checking_in.ask_again(now=now + timedelta(weeks=w)) for w in (9, 10, 10)] == [0, 1, 0]
    kind = {"kind": "access.check_in", "withdrawn_at": None}
    assert {ask.person for ask in Ask.objects.filter(**kind)} == {cast.walter, cast.femi, cast.grace, cast.edwin}

    checking_in.ask_again(now=now + timedelta(weeks=14))
    checking_in.ask_again(now=now + timedelta(weeks=20))
    assert [cast.walter.asks.filter(**kind).count(), cast.amara.asks.filter(**kind).count()] == [1, 1]


def test_each_new_stage_asks_everybody(cast, now):
    happened("stage-moved", project=cast.project, now=now)
    assert Ask.objects.filter(kind="access.check_in").count() == 5


def test_she_says_whether_she_gets_what_she_needs_and_goes_on_to_change_it(cast, now, as_):
    checks_in(cast, now, cast.amara)
    client = as_(cast.amara)
    assert "How is it going with what you need?" in page(client, HERE)
    assert client.post(HERE, {"gets": "yes"}).status_code == 200

    assert client.post(HERE, {"gets": "partly", "changed": "yes"})["Location"] == "/me/needs/all/"
    assert client.post(HERE, {"gets": "partly", "changed": "no"})["Location"] == "/"


def test_somebody_who_was_not_asked_finds_no_page(cast, now, as_):
    assert as_(cast.amara).get(HERE).status_code == as_(cast.otto).get(HERE).status_code == 404


def test_who_would_like_to_talk_is_rung_by_whom_she_trusts_or_else_by_the_desk(cast, now):
    checks_in(cast, now, cast.amara, cast.femi)
    shares(cast, cast.amara, ("facilitator", cast.grace), now=now)
    for person in (cast.amara, cast.femi):
        says_it(person, now, changed="talk")
    told = Message.objects.filter(code="asks_to_talk_about_needs").order_by("id")
    assert [(m.person, m.values["name"]) for m in told] == [(cast.grace, "Amara Venn"), (cast.delia, "Femi Oakes")]


def test_only_a_member_with_a_helper_is_offered_time_without_her_and_the_helper_cannot_answer_it(cast, now, as_):
    helps_with(cast, "access.check_in", "access.passport")
    checks_in(cast, now, cast.amara, cast.walter)
    assert [ask.person for ask in Ask.objects.filter(kind="access.time_alone")] == [cast.walter]
    nadia = helping(as_(cast.nadia), cast.helping)
    assert nadia.get(ALONE).status_code == nadia.post(ALONE, {"said": "no"}).status_code == 403
    by = Acting(cast.walter, helper=cast.nadia)
    ask = ask_of(cast.walter, "access.time_alone")
    assert refused(checking_in.answer_time_alone, ask=ask, yes=False, by=by, now=now) == "helper_not_chosen_for_this"
    says_it(cast.walter, now, by=by)
    assert not ask.answers.exists()

    assert as_(cast.walter).post(ALONE, {"said": "yes"}).status_code == 302

    assert [m.person for m in Message.objects.filter(code="asks_for_time_alone")] == [cast.delia]
    assert "access.time_alone" not in Helping.objects.get().kinds


def test_facts_are_shown_by_what_members_said_and_run_out_after_twelve_weeks(cast, now):
    assert set(shown(cast, now).values()) == {"not_yet"}
    done(cast.amara, now)
    assert (shown(cast, now)[ASKED], shown(cast, now)[AGAIN]) == ("partly", "partly")
    done(cast.walter, now)
    done(cast.femi, now)
    done(cast.grace, now)

    assert (shown(cast, now)[ASKED], shown(cast, now)[AGAIN]) == ("shown", "shown")
    later = now + timedelta(weeks=12)
    assert what_access_shows(cast.project, now)[AGAIN].good_until == later
    assert (shown(cast, later)[ASKED], shown(cast, later)[AGAIN]) == ("shown", "not_yet")


def test_what_somebody_here_by_their_job_entered_shows_nothing(cast, now):
    done(cast.amara, now, by=Acting(cast.amara, card_made_by=cast.grace))
    assert shown(cast, now)[ASKED] == "not_yet"
    Helping.objects.update(recorded_by=cast.grace)
    done(cast.walter, now, by=helps_with(cast, "access.passport"))
    assert shown(cast, now)[ASKED] == "not_yet"


def test_the_label_is_recorded_when_the_facts_change_and_not_for_each_answer(cast, now):
    done(cast.amara, now)
    done(cast.walter, now)
    done(cast.grace, now)
    assert [record.why for record in StandingRecord.objects.all()] == ["needs-said"]
    done(cast.femi, now)
    assert StandingRecord.objects.count() == 2


@pytest.mark.parametrize(
    ("said", "status"),
    [
        (["yes"] * 4, "not_yet"),
        (["yes"] * 5, "shown"),
        (["yes"] * 4 + ["no"], "partly"),
        (["no"] * 4 + ["yes"], "not_yet"),
    ],
)
def test_whether_people_get_what_they_need_is_one_word_for_five_at_least(cast, now, said, status):
    people = members(cast, len(said))
    checks_in(cast, now, *people)
    for person, gets in zip(people, said, strict=True):
        says_it(person, now, gets=gets)
    fact = what_access_shows(cast.project, now)[MET]
    assert (fact.status, fact.values) == (status, {})


def test_getting_it_counts_from_the_things_that_were_booked_too(cast, now):
    people = members(cast, 5)
    for person in people:
        shares(cast, person, ("facilitator", cast.grace), now=now)
        becomes(arranged(cast, person, now), cast, now, "booked")
    checks_in(cast, now, *people)
    for person in people:
        says_it(person, now)
        ask = ask_of(person, "access.got_it")
        word = "no" if person == people[0] else "yes"
        checking_in.answer_got_it(ask=ask, said={ask.values["about"][0]: word}, by=Acting(person), now=now)
    assert shown(cast, now)[MET] == "partly"


def test_the_whole_passport_comes_back_on_paper_with_whom_she_lets_read_it(cast, now):
    ask = ask_of(cast.walter, "access.passport")
    asks = {question.name: question for question in sheets.sheet_of(ask).questions}
    assert [choice.label for choice in asks["who"].choices] == ["Nobody", "Grace Tolland", "Everybody in the project"]
    said = {"same": "written", "need_food": "No nuts", "who": cast.grace.ref}

    for _press in range(2):
        sheets.take(ask, said, by=Acting(cast.walter, door="post", keyed_by=cast.delia), now=now)

    need, sharing = Need.objects.get(), Sharing.objects.get()
    assert (need.said["words"], need.seen_by, need.entered_by, need.door) == (
        "No nuts",
        ["facilitator"],
        cast.delia,
        "post",
    )
    assert (sharing.reader, ask.answers.count()) == (cast.grace, 1)


def test_every_other_question_of_this_part_comes_back_by_any_door(cast, now):
    helps_with(cast, "standing.round")
    shares(cast, cast.walter, ("facilitator", cast.grace), now=now)
    becomes(arranged(cast, cast.walter, now), cast, now, "booked")
    checks_in(cast, now, cast.walter)
    said = {"access.check_in": {"gets": "yes", "changed": "no"}, "access.time_alone": {"said": "no"}}
    said["access.got_it"] = {ask_of(cast.walter, "access.got_it").values["about"][0]: "yes"}
    for kind, answer in said.items():
        ask = ask_of(cast.walter, kind)
        assert sheets.sheet_of(ask).questions
        sheets.take(ask, answer, by=Acting(cast.walter, door="text"), now=now)
        assert ask.answers.count() == 1


def test_an_officer_keys_in_nothing_about_needs(cast, now):
    by = Acting(cast.amara, door="phone", keyed_by=cast.grace)
    assert refused(says, person=cast.amara, question="food", now=now, words="Soup", by=by)
    assert not Need.objects.exists()


def test_where_nobody_has_said_what_they_need_the_next_step_leads_there(cast, now, as_, monkeypatch):
    monkeypatch.setattr("sidebyside.standing.next_steps.MOST", 50)  # other things come first here
    happened("member-joined", project=cast.project, now=now)
    words, client = "Everybody says what they need to take part", as_(cast.femi)
    assert words in page(client, "/projects/our-project/standing/")

    for person in (cast.amara, cast.walter, cast.femi):
        done(person, now)
    assert words not in page(client, "/projects/our-project/standing/")


def test_what_she_said_she_got_stands_against_what_a_helper_enters_later(cast, now, at):
    shares(cast, cast.walter, ("facilitator", cast.grace), now=now)
    taxi = becomes(arranged(cast, cast.walter, now), cast, now, "booked")
    checks_in(cast, now, cast.walter)
    ask = ask_of(cast.walter, "access.got_it")
    for said, by in (("no", Acting(cast.walter)), ("yes", helps_with(cast, "access.got_it"))):
        checking_in.answer_got_it(ask=ask, said={taxi.ref: said}, by=by, now=(now := now + timedelta(hours=1)))
    taxi.refresh_from_db()
    assert taxi.got == "no"


def test_a_passport_by_post_that_cannot_be_taken_whole_leaves_nothing(cast, now):
    ask = ask_of(cast.walter, "access.passport")
    said = {"same": "written", "need_travel": "A taxi", "who": "group"}
    Ask.objects.filter(pk=ask.pk).update(withdrawn_at=now)
    assert refused(sheets.take, ask=ask, said=said, by=Acting(cast.walter), now=now)
    assert (Need.objects.count(), Sharing.objects.count()) == (0, 0)
