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

DOORS = {"door": "text", "others": ["post", "email"], "post_address": "1 Mill Lane\n\n Bristol "}
SAYS = {
    "quiet": "no",
    "together": "yes",
    "says_email": "usual",
    "says_text": "everything",
    "says_post": "waiting",
}
KEPT = {
    "others": ["post", "email"],
    "says": {"text": "everything", "post": "waiting"},
    "together": True,
    "quiet": None,
}


def test_i_choose_my_doors_and_find_them_as_i_left_them(as_, cast):
    femi = as_(cast.femi)

    for _ in range(2):
        femi.post(reverse("my-doors"), DOORS)
        femi.post(reverse("my-doors-say"), SAYS)

    told = Message.objects.filter(person=cast.femi, code="doors_chosen")
    assert told.count() == 3  # by the new door and the old, and once of how much, however often it is sent
    cast.femi.refresh_from_db()
    assert (cast.femi.door, cast.femi.reach, cast.femi.post_address) == ("text", KEPT, ["1 Mill Lane", "Bristol"])
    first, second = (femi.get(reverse(name)).content.decode() for name in ("my-doors", "my-doors-say"))
    assert "1 Mill Lane\nBristol" in first
    assert (first.count(" checked"), second.count(" checked")) == (
        3,
        5,
    )  # a door and two others; two times, three doors


def test_only_the_doors_i_chose_are_asked_about_and_the_others_stay_as_they_were(as_, cast):
    cast.femi.reach = {"others": [], "says": {"post": "nothing"}}
    cast.femi.save()
    femi = as_(cast.femi)

    page = femi.get(reverse("my-doors-say")).content.decode()
    femi.post(reverse("my-doors-say"), {"quiet": "yes", "together": "no", "says_email": "waiting"})

    assert [door for door in ("email", "text", "post", "phone") if f"says_{door}" in page] == ["email"]
    cast.femi.refresh_from_db()
    assert cast.femi.reach["says"] == {"post": "nothing", "email": "waiting"}


def test_the_door_that_was_first_before_is_told_too(as_, cast):
    as_(cast.femi).post(reverse("my-doors"), DOORS)
    mail.outbox.clear()

    send_what_is_due(now=now())

    assert [email.to for email in mail.outbox] == [[cast.femi.email]]
    assert Message.objects.filter(person=cast.femi, code="doors_chosen", instead_of=None).count() == 2


@pytest.mark.parametrize(
    ("name", "change", "words"),
    [
        ("my-doors", {"door": "post", "post_address": ""}, "we need your post address"),
        ("my-doors", {"door": "smoke"}, "choose one of the answers"),
        ("my-doors-say", {"says_email": ""}, "Choose one of the answers"),
        ("my-doors-say", {"quiet": "sometimes"}, "choose one of the answers"),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_keeps_what_was_typed(as_, cast, name, change, words):
    page = as_(cast.femi).post(reverse(name), DOORS | SAYS | change).content.decode()

    assert words in page
    cast.femi.refresh_from_db()
    assert (cast.femi.door, cast.femi.reach) == ("web", {})


def test_the_desk_writes_down_what_she_said_and_nobody_else_does(as_, cast):
    for name, said in (("desk-doors", DOORS), ("desk-doors-say", SAYS)):
        address = reverse(name, args=[cast.femi.ref])
        assert as_(cast.grace).get(address).status_code == 403
        as_(cast.delia).post(address, said)

    cast.femi.refresh_from_db()
    assert (cast.femi.door, cast.femi.reach) == ("text", KEPT)


def test_with_a_card_no_door_is_opened_wider(cast):
    said = {"person": cast.femi, "quiet": True, "together": False, "now": now()}
    by = Acting(cast.femi, card_made_by=cast.delia)

    with pytest.raises(Refused, match="card_opens_no_door"):
        choosing.choose_how_much(says={"text": "everything"}, by=by, **said)
    choosing.choose_how_much(says={"text": "nothing"}, by=by, **said)
