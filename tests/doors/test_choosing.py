"""How somebody is reached: her own choice, or the desk on her word; and the old door is told."""

import pytest
from django.core import mail
from django.urls import reverse

from sidebyside.doors import choosing
from sidebyside.doors.jobs import send_what_is_due
from sidebyside.kit.clock import now
from sidebyside.kit.verdict import Refused
from sidebyside.people.acting import Acting
from sidebyside.people.models import Message

FORM = {
    "door": "text",
    "others": ["post", "email"],
    "post_address": "1 Mill Lane\n\n Bristol ",
    "quiet": "no",
    "together": "yes",
    "says_email": "usual",
    "says_text": "everything",
    "says_post": "waiting",
    "says_phone": "nothing",
}
KEPT = {
    "others": ["post", "email"],
    "says": {"text": "everything", "post": "waiting", "phone": "nothing"},
    "together": True,
    "quiet": None,
}


def test_i_choose_my_doors_and_find_them_as_i_left_them(as_, cast):
    femi = as_(cast.femi)

    for _ in range(2):
        femi.post(reverse("my-doors"), FORM)

    assert (
        Message.objects.filter(person=cast.femi, code="doors_chosen").count() == 2
    )  # by the new door and the old, once
    cast.femi.refresh_from_db()
    assert (cast.femi.door, cast.femi.reach, cast.femi.post_address) == ("text", KEPT, ["1 Mill Lane", "Bristol"])
    page = femi.get(reverse("my-doors")).content.decode()
    assert "1 Mill Lane\nBristol" in page
    assert page.count("checked") == 9  # three that stay, two others, four doors


def test_the_door_that_was_first_before_is_told_too(as_, cast):
    as_(cast.femi).post(reverse("my-doors"), FORM)
    mail.outbox.clear()

    send_what_is_due(now=now())

    assert [email.to for email in mail.outbox] == [[cast.femi.email]]
    assert Message.objects.filter(person=cast.femi, code="doors_chosen", instead_of=None).count() == 2


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"door": "post", "post_address": ""}, "we need your post address"),
        ({"door": "smoke"}, "choose one of the answers"),
        ({"says_text": ""}, "Choose one of the answers"),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_keeps_what_was_typed(as_, cast, change, words):
    page = as_(cast.femi).post(reverse("my-doors"), FORM | change).content.decode()

    assert words in page
    cast.femi.refresh_from_db()
    assert cast.femi.door == "web"


def test_the_desk_writes_down_what_she_said_and_nobody_else_does(as_, cast):
    address = reverse("desk-doors", args=[cast.femi.ref])

    assert as_(cast.grace).get(address).status_code == 403
    as_(cast.delia).post(address, FORM)

    cast.femi.refresh_from_db()
    assert cast.femi.door == "text"


def test_with_a_card_no_door_is_opened_wider(cast):
    kept = {
        "others": [],
        "quiet": True,
        "together": False,
        "post_address": [],
        "by": Acting(cast.femi, card_made_by=cast.delia),
    }

    with pytest.raises(Refused, match="card_opens_no_door"):
        choosing.choose_doors(person=cast.femi, door="text", says={"text": "everything"}, now=now(), **kept)
    choosing.choose_doors(person=cast.femi, door="text", says={"text": "nothing"}, now=now(), **kept)
