"""The coercion drill: for a month somebody holds a member's phone, her letterbox and the role of her helper.

He reads every text and letter, texts back what he likes, sends back every form, rings the desk as if he were her, and
opens every page that a helper can open. He cannot read, change or work out her view or her vote, nor lock her out.
"""

from datetime import timedelta

import pytest
from django.urls import reverse

from sidebyside.agreements.actions import propose
from sidebyside.doors import calls
from sidebyside.doors.jobs import send_text_replies, send_what_is_due
from sidebyside.doors.models import Letter, PaperForm, TextIn
from sidebyside.doors.text_in import received
from sidebyside.kit.clock import now
from sidebyside.kit.verdict import Refused
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask, Message
from sidebyside.standing.actions import answer_round, open_round
from tests.crawl import crawl
from tests.doors.notify import KEY, Provider
from tests.policy.asking import ADDRESS, helped_by
from tests.standing.world import helping as answers_for

HER_VIEW = {"money": "no", "power": "no"}
HER_WHY = "zzonlyshesaysthiszz"


@pytest.fixture
def carrier(settings):
    with Provider() as provider:
        settings.TEXTS_BY, settings.NOTIFY_URL, settings.NOTIFY_API_KEY = "notify", provider.url, KEY
        settings.NOTIFY_TEXT_TEMPLATE = "template"
        yield provider


@pytest.fixture
def she(cast):
    """Femi is reached by text, then by letter, and lets them say what is usual. Her helper is the one who holds them."""
    cast.femi.door, cast.femi.post_address = "text", ADDRESS
    cast.femi.reach = {"others": ["post"], "quiet": None}
    cast.femi.save()
    return cast.femi


@pytest.fixture
def role(cast, she):
    """The helper's role, for every kind of ask that a helper can be chosen for."""
    return helped_by(she, cast.nadia)


@pytest.fixture
def asked(cast, she):
    words = {"kind": "way_of_deciding", "subject": "", "words": "One person, one voice.", "method": "majority"}
    propose(project=cast.project, by=Acting(cast.grace), now=now(), days=28, **words)
    round_ = open_round(project=cast.project, why="asked", by=None, now=now())
    answer_round(round=round_, said=HER_VIEW, by=Acting(she), now=now())
    vote = Ask.objects.get(person=she, kind="agreements.proposal")
    asks.answer(ask=vote, said={"said": "no", "why": HER_WHY}, by=Acting(she), now=now())
    return {"view": Ask.objects.get(person=she, kind="standing.round"), "vote": vote}


def still_hers(asked) -> None:
    assert asks.counting(asked["view"]).said == HER_VIEW
    assert asks.counting(asked["vote"]).said == {"said": "no", "why": HER_WHY}


def test_by_text_he_learns_nothing_and_changes_nothing(carrier, cast, she, asked, at):
    for day in range(30):
        later = at("2024-03-12 10:00") + timedelta(days=day)
        send_what_is_due(now=later)
        for n, words in enumerate(["A1", "yes", "1", "money yes", "B 1", "LIST", "who am I"]):
            received(provider_ref=f"{day}-{n}", number=she.phone, words=words, now=later)
        send_text_replies(now=later)

    still_hers(asked)
    said = " ".join(text["text"] for text in carrier.taken)
    assert [word for word in ("Our project", "voice", "money", HER_WHY, "round") if word in said] == []
    assert {row.outcome for row in TextIn.objects.all()} == {"text_has_no_question"}


def test_by_text_he_cannot_open_a_door_wider_or_lock_her_out(carrier, cast, she, asked, as_):
    for n, words in enumerate(["STOP", "START", "START everything", "STOP"]):
        received(provider_ref=f"in-{n}", number=she.phone, words=words, now=now())

    she.refresh_from_db()
    assert she.reach["says"] == {"text": "nothing"}
    assert as_(she).get(reverse("asks")).status_code == 200
    assert as_(she).get(reverse("my-doors")).status_code == 200
    assert Message.objects.filter(person=she, code="texts_stop").count() == 2  # she is told, on her page and by letter


def test_by_letter_he_learns_nothing_and_has_no_form_to_send_back(cast, she, asked):
    she.door = "post"
    she.save()
    open_again = Message.objects.filter(person=she)
    open_again.update(sent_at=None)
    asked["view"].answers.all().delete()  # even when she has not answered yet
    send_what_is_due(now=now())

    assert Letter.objects.filter(message__person=she).exists()
    assert PaperForm.objects.count() == 0


def test_on_the_phone_the_desk_writes_down_nothing_private(cast, she, asked):
    for ask, said in ((asked["view"], {"money": "yes"}), (asked["vote"], {"said": "yes"})):
        with pytest.raises(Refused, match="not_on_the_phone"):
            calls.write_down(ask=ask, said=said, door="phone", by=Acting(cast.delia), now=now())

    still_hers(asked)


def test_as_her_helper_he_reads_nothing_of_what_she_said(cast, role, asked, as_):
    pages = crawl(answers_for(as_(cast.nadia), role))
    rounds = [body for path, body in pages.items() if asked["view"].values["round"] in path]

    assert len(pages) > 10
    assert [path for path, body in pages.items() if HER_WHY.encode() in body] == []
    assert len(rounds) == 1
    assert b" checked" not in rounds[0]


def test_what_he_enters_as_her_helper_does_not_take_the_place_of_her_own_word(cast, she, role, asked):
    by = Acting(she, helper=cast.nadia)
    asks.answer(ask=asked["view"], said={"money": "yes", "power": "yes"}, by=by, now=now() + timedelta(days=3))
    asks.answer(ask=asked["vote"], said={"said": "yes", "why": ""}, by=by, now=now() + timedelta(days=3))

    still_hers(asked)
    assert Message.objects.filter(person=she, code="answered_in_your_name").count() == 2


def test_as_her_helper_he_changes_nothing_about_how_she_is_reached_or_signs_in(cast, she, role, as_):
    client = answers_for(as_(cast.nadia), role)
    wider = {"quiet": "no", "together": "no"}
    wider |= {f"says_{door}": "everything" for door in ("email", "text", "post", "phone")}

    client.post(reverse("my-doors"), {"door": "email", "others": [], "post_address": ""})
    client.post(reverse("my-doors-say"), wider)

    before = (she.door, she.reach, she.email)
    she.refresh_from_db()
    assert (she.door, she.reach, she.email) == before
    assert role.kinds.count("access.time_alone") == 0
