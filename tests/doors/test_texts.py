"""Text messages: out through a provider that speaks Notify's protocol, in by its webhook, one answer each."""

import pytest

from sidebyside.agreements.actions import propose
from sidebyside.doors.jobs import send_text_replies, send_what_is_due
from sidebyside.doors.models import TextIn, TextOut, TextTalk
from sidebyside.kit.clock import now
from sidebyside.people.acting import Acting
from sidebyside.people.asks import counting
from sidebyside.people.messages import tell
from sidebyside.people.models import Ask, Message
from sidebyside.standing.actions import open_round
from tests.doors.notify import KEY, Provider

FEMI = "+447700900123"


@pytest.fixture
def notify(settings):
    with Provider() as provider:
        settings.TEXTS_BY, settings.NOTIFY_URL, settings.NOTIFY_API_KEY = "notify", provider.url, KEY
        settings.NOTIFY_TEXT_TEMPLATE, settings.TEXT_IN_TOKEN = "f33517ff-2a88-4f6e-b855-c550268ce08a", "theirs"
        yield provider


@pytest.fixture
def texts_in(client):
    def text(words: str, *, number: str = "447700900123", id: str = ""):
        body = {"id": id or f"in-{TextIn.objects.count()}", "source_number": number, "message": words}
        told = client.post(
            "/doors/texts/notify/received/",
            body,
            content_type="application/json",
            headers={"Authorization": "Bearer theirs"},
        )
        assert told.status_code == 200
        send_text_replies(now=now())

    return text


@pytest.fixture
def asked(cast):
    """Femi chose text messages and lets them say everything; the group is asked whether it agrees."""
    cast.femi.door, cast.femi.reach = "text", {"says": {"text": "everything"}}
    cast.femi.save()
    words = {"kind": "own_name", "subject": "", "words": "The Kitchen Table", "method": "majority"}
    propose(project=cast.project, by=Acting(cast.grace), now=now(), **words)
    send_what_is_due(now=now())
    return Ask.objects.get(person=cast.femi)


def said(ask: Ask):
    answer = counting(ask)
    return answer and answer.said


def test_a_question_goes_out_by_text_and_its_answer_comes_back(notify, texts_in, asked):
    [text] = notify.taken
    assert text["to"] == FEMI
    assert "The Kitchen Table" in text["text"]
    assert "A1 Yes" in text["text"]

    texts_in("Yes!")
    assert said(asked) == {"said": "yes", "why": ""}
    assert counting(asked).door == "text"
    texts_in("A: it is where we meet")

    assert said(asked) == {"said": "yes", "why": "it is where we meet"}
    assert "Thank you" in notify.taken[-1]["text"]


def test_she_changes_her_answer_by_texting_again(notify, texts_in, asked):
    texts_in("1")
    texts_in("0")

    texts_in("2")
    texts_in("0")

    assert said(asked)["said"] == "no"


def test_an_unclear_reply_gets_one_plain_question_back_and_records_nothing(notify, texts_in, asked):
    texts_in("maybe")

    assert said(asked) is None
    assert notify.taken[-1]["text"].startswith("Sorry, we are not sure what you mean.\nDo you agree?\nA1 Yes")


def test_two_open_questions_are_never_mixed_up(notify, texts_in, asked, cast):
    open_round(project=cast.project, why="asked", by=None, now=now())
    send_what_is_due(now=now())
    round_ask = Ask.objects.get(person=cast.femi, kind="standing.round")

    texts_in("1")
    assert (said(asked), said(round_ask)) == (None, None)
    assert "Which do you mean?" in notify.taken[-1]["text"]
    texts_in("B 2")
    texts_in("a1")

    assert list(said(round_ask).values()) == ["partly"]
    assert said(asked)["said"] == "yes"


def test_the_same_text_told_twice_is_one(notify, texts_in, asked):
    for _ in range(2):
        texts_in("1", id="the-same")

    assert asked.answers.count() == 1
    assert TextIn.objects.count() == 1


def test_stop_is_honoured_and_start_gives_no_more_than_before(notify, texts_in, asked, cast):
    texts_in("STOP")
    tell(cast.femi, "card_used", now=now())
    send_what_is_due(now=now())
    cast.femi.refresh_from_db()

    assert cast.femi.reach["says"]["text"] == "nothing"
    assert (
        Message.objects.filter(person=cast.femi, trouble="no_way_to_reach").count() == 2
    )  # this, and that it was stopped
    texts_in("start")
    cast.femi.refresh_from_db()
    assert "text" not in cast.femi.reach["says"]


def test_what_may_only_wait_is_not_told_or_answered_by_text(notify, texts_in, cast):
    cast.femi.door = "text"
    cast.femi.save()
    open_round(project=cast.project, why="asked", by=None, now=now())
    send_what_is_due(now=now())

    assert "Our project" not in notify.taken[0]["text"]
    assert TextTalk.objects.count() == 0
    texts_in("1")
    assert said(Ask.objects.get(person=cast.femi)) is None


def test_a_text_from_an_unknown_number_is_kept_for_the_desk(notify, texts_in, asked, as_, cast):
    for number in ("447700900999", "447700900999"):
        texts_in("Hello, is this the council?", number=number)

    desk = as_(cast.delia).get("/desk/texts/").content.decode()
    assert desk.count("Hello, is this the council?") == 2
    assert len([text for text in notify.taken if text["to"] == "+447700900999"]) == 1
    row = TextIn.objects.first()
    as_(cast.delia).post(f"/desk/texts/{row.ref}/done/")
    assert as_(cast.delia).get("/desk/texts/").content.decode().count("Hello, is this") == 1


def test_a_text_that_broke_off_after_it_was_taken_is_not_sent_again(notify, cast, at):
    cast.femi.door = "text"
    cast.femi.save()
    message = tell(cast.femi, "card_used", now=now())
    notify.break_off_after_taking = True

    send_what_is_due(now=now())
    message.refresh_from_db()
    assert message.sent_at is None
    send_what_is_due(now=at("2024-03-12 10:10"))

    message.refresh_from_db()
    assert message.sent_at
    assert [text["reference"] for text in notify.taken] == [message.ref]


def test_a_text_that_the_provider_refuses_goes_to_the_desk_and_by_the_next_door(notify, cast, mailoutbox):
    cast.femi.door, cast.femi.reach = "text", {"others": ["email"]}
    cast.femi.save()
    message = tell(cast.femi, "card_used", now=now())
    notify.refuse_with = 400

    for _ in range(2):
        send_what_is_due(now=now())

    message.refresh_from_db()
    assert (message.trouble, [email.to for email in mailoutbox]) == ("text_not_taken", [[cast.femi.email]])


def test_a_text_that_did_not_arrive_raises_a_task(notify, cast, client):
    message = tell(cast.femi, "card_used", now=now())
    body = {"reference": message.ref, "status": "permanent-failure", "to": FEMI}

    told = client.post(
        "/doors/texts/notify/receipt/",
        body,
        content_type="application/json",
        headers={"Authorization": "Bearer theirs"},
    )

    message.refresh_from_db()
    assert (told.status_code, message.trouble) == (200, "text_not_delivered")


@pytest.mark.parametrize(("token", "body", "status"), [("wrong", {"id": "1"}, 401), ("theirs", {"id": "1"}, 400)])
def test_what_is_not_our_provider_is_turned_away(notify, client, token, body, status):
    told = client.post(
        "/doors/texts/notify/received/",
        body,
        content_type="application/json",
        headers={"Authorization": f"Bearer {token}"},
    )

    assert told.status_code == status
    assert TextIn.objects.count() == 0


def test_any_provider_over_http(settings, cast):
    cast.femi.door = "text"
    cast.femi.save()
    tell(cast.femi, "card_used", now=now())
    with Provider() as provider:
        settings.TEXTS_BY, settings.TEXT_URL, settings.TEXT_TOKEN = "http", provider.url, "ours"
        send_what_is_due(now=now())

    assert [text["to"] for text in provider.taken] == [FEMI]


def test_what_we_said_back_is_not_kept(notify, texts_in, asked):
    texts_in("1")

    assert {(out.words, out.number) for out in TextOut.objects.all()} == {("", "")}
