"""What she needs: hers to say, one question a page, alone or with a helper she chose, and hers to take back."""

import pytest

from sidebyside.access.models import Need
from sidebyside.access.passport import passport
from sidebyside.kit.sealed_reads import reads_of
from sidebyside.kit.verdict import Refused
from sidebyside.people.acting import Acting
from sidebyside.people.models import Answer, Ask, Message
from tests.access.world import asked, done, helps_with, says
from tests.standing.world import helping, page

MINE, ALL = "/me/needs/", "/me/needs/all/"


def one(question: str) -> str:
    return f"/me/needs/question/{question}/"


@pytest.fixture
def now(cast, at):
    return at("2024-03-12 10:00")


def test_each_answer_is_kept_as_soon_as_it_is_sent_and_the_next_question_follows(cast, now, as_):
    client, first = as_(cast.amara), passport().questions[0]
    sent = {"chosen": ["easy-read", "paper"], "words": "Big pictures.", "seen_by": ["facilitator"]}

    answer = client.post(one(first.id), sent)

    assert answer["Location"] == one(passport().questions[1].id)
    need = Need.objects.get()
    assert (need.said, need.seen_by) == ({"chosen": ["easy-read", "paper"], "words": "Big pictures."}, ["facilitator"])
    assert "1 of " in page(client, MINE)


def test_any_question_can_be_left_out_and_all_can_be_read_on_one_page(cast, now, as_):
    client = as_(cast.amara)
    client.post(one("bad-day"), {"words": "Ring me at noon."})

    for question in passport().questions:
        assert (
            client.post(one(question.id), {} if question.id != "bad-day" else {"words": "Ring me."}).status_code == 302
        )
    shown = page(client, ALL)
    assert (Need.objects.count(), "Ring me." in shown, "Left out" in shown) == (1, True, True)


def test_one_answer_is_changed_from_the_page_with_all_of_them_and_leads_back_there(cast, now, as_):
    client = as_(cast.amara)
    says(cast.amara, "bad-day", now, words="Ring me.")
    assert "Ring me." in page(client, f"{one('bad-day')}?then=all")

    assert client.post(f"{one('bad-day')}?then=all", {"words": "Text me."})["Location"] == ALL
    assert Need.objects.get().said["words"] == "Text me."


def test_an_answer_made_empty_is_gone(cast, now, as_):
    says(cast.amara, "bad-day", now, words="Ring me.")
    as_(cast.amara).post(one("bad-day"), {"words": " "})
    assert not Need.objects.exists()


@pytest.mark.parametrize("sent", [{"words": "x" * 2001}, {"seen_by": ["newspaper"]}, {"chosen": ["gold"]}])
def test_what_cannot_be_taken_is_said_on_the_page_and_nothing_typed_is_lost(cast, now, as_, sent):
    answer = as_(cast.amara).post(one("food"), {"words": "No nuts."} | sent)
    assert answer.status_code == 200
    assert (sent.get("words") or "No nuts.") in answer.content.decode()
    assert not Need.objects.exists()


def test_a_question_that_is_not_asked_any_more_is_not_found(cast, now, as_):
    assert as_(cast.amara).get(one("shoe-size")).status_code == 404
    with pytest.raises(Refused, match="no_such_question"):
        says(cast.amara, "shoe-size", now, words="Seven.")


def test_nothing_has_changed_is_one_press_and_is_dated(cast, now, as_, at):
    asked(cast, now)
    done(cast.amara, now)
    later = at("2024-05-07 10:00")

    for _press in range(2):
        assert as_(cast.amara).post("/me/needs/said/nothing-changed/").status_code == 302

    answers = Answer.objects.filter(ask__person=cast.amara).order_by("id")
    assert [answer.said for answer in answers] == [
        {"what": "gone_through", "on": "2024-03-12"},
        {"what": "nothing_changed", "on": "2024-05-07"},
    ]
    assert answers[1].said_at == later
    assert "You last told us on 7 May 2024." in page(as_(cast.amara), MINE)


def test_everybody_who_joined_is_asked_once_and_whoever_left_is_not(cast, now):
    asked(cast, now)
    asked(cast, now)
    people = [ask.person for ask in Ask.objects.filter(kind="access.passport").order_by("id")]
    assert people == [cast.amara, cast.walter, cast.femi, cast.grace, cast.edwin]


def test_a_helper_chosen_for_it_writes_it_down_and_the_member_sees_who_did(cast, now, as_):
    asked(cast, now)
    by, client = helps_with(cast, "access.passport"), as_(cast.nadia)
    helping(client, cast.helping)
    assert "What Walter Pell needs to take part" in page(client, MINE)
    assert client.post(one("place"), {"chosen": ["step-free"]}).status_code == 302
    client.post("/me/needs/said/gone-through/")

    need = Need.objects.get()
    assert (need.person, need.entered_by) == (cast.walter, cast.nadia)
    assert "Written down by Nadia Pell." in page(as_(cast.walter), ALL)
    assert Message.objects.filter(person=cast.walter, code="answered_in_your_name").count() == 1
    says(cast.walter, "place", now, words="By", by=by)
    assert [(read.reader_ref, read.why) for read in reads_of(cast.walter)] == [(cast.nadia.ref, "helped_with_it")]


def test_a_helper_chosen_for_something_else_cannot_open_it(cast, now, as_):
    client = helping(as_(cast.nadia), cast.helping)
    assert [client.get(path).status_code for path in (MINE, ALL, one("place"))] == [403, 403, 403]
    assert client.post(one("place"), {"chosen": ["step-free"]}).status_code == 403
    assert not Need.objects.exists()


def test_nobody_elses_passport_can_be_filled_in_by_whoever_runs_the_project(cast, now):
    with pytest.raises(Refused, match="helping_has_ended"):
        says(cast.amara, "place", now, words="Mine", by=Acting(cast.amara, helper=cast.grace))


def test_the_six_steps_of_the_standard_are_on_her_page(cast, now, as_):
    asked(cast, now)
    says(cast.amara, "bad-day", now, words="Ring me.")
    shown = page(as_(cast.amara), MINE)
    for words in ("You were asked on 12 March 2024.", "You gave 1 answer.", "1 answer is shown first.", "DAPB1605"):
        assert words in shown


def test_her_page_costs_few_queries_and_no_more_when_there_is_more(cast, now, as_, django_assert_max_num_queries):
    client = as_(cast.amara)
    asked(cast, now)
    for question in passport().questions:
        says(cast.amara, question.id, now, words="Yes.", seen_by=["group"])
    with django_assert_max_num_queries(16):
        page(client, MINE)
    with django_assert_max_num_queries(10):
        page(client, ALL)
