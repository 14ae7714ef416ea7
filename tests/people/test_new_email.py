"""A new email address is hers once the link that was sent to it was used; until then the one before stays."""

import re

import pytest
from django.core import mail
from django.urls import reverse

from sidebyside.kit import history
from sidebyside.kit.clock import now
from sidebyside.kit.verdict import Refused
from sidebyside.people import links, new_email
from sidebyside.people.acting import Acting
from sidebyside.people.models import HubRole, Person, SignInLink

OTTO = {"name": "Otto Brandt", "phone": "", "reads": "standard", "door": "web"}
NEW = "otto.new@example.org"


def ask(client, email=NEW):
    return client.post(reverse("my-details"), OTTO | {"email": email}, follow=True).content.decode()


def sent_link() -> str:
    return re.search(r"http://[^/]+(/me/email/\S+)", mail.outbox[-1].body)[1]


def email_of(person) -> str | None:
    return Person.objects.get(pk=person.pk).email


def press(client, link):
    return client.post(link, {"pressed": "yes"})


def test_the_email_before_holds_until_the_link_sent_to_the_new_one_is_used(as_, cast):
    otto = as_(cast.otto)
    page = ask(otto)
    assert f"We sent a link to {NEW}." in page
    assert mail.outbox[-1].to == [NEW]
    assert otto.get(sent_link()).status_code == 200
    assert email_of(cast.otto) == "otto@example.org"

    press(as_(None), sent_link())

    assert email_of(cast.otto) == NEW
    assert history.read(history.HUB)[0]["values"] == {"fields": ["email"]}
    assert "We sent a link to" not in otto.get(reverse("me")).content.decode()


def test_the_link_to_a_new_email_works_once_and_for_thirty_minutes(as_, cast, at):
    ask(as_(cast.otto))
    link = sent_link()
    at("2024-03-12 10:30")
    assert press(as_(None), link).status_code == 410
    assert email_of(cast.otto) == "otto@example.org"

    at("2024-03-12 10:29")
    assert press(as_(None), link).status_code == 302
    assert press(as_(None), link).status_code == 410


def test_the_link_to_a_new_email_signs_nobody_in(as_, cast):
    ask(as_(cast.otto))
    stranger, token = as_(None), sent_link().split("/")[3]
    press(stranger, sent_link())

    assert stranger.get(reverse("me")).status_code == 302
    assert links.find(token, now=now()) is None
    assert stranger.post(reverse("sign-in-link", args=[token])).status_code == 410


def test_links_sent_to_the_email_before_sign_nobody_in_any_more(as_, cast):
    before = as_(None)
    before.post(reverse("sign-in"), {"email": "otto@example.org"})
    old = re.search(r"http://[^/]+(/sign-in/\S+)", mail.outbox[-1].body)[1]
    ask(as_(cast.otto))
    assert before.get(old).status_code == 200

    press(as_(None), sent_link())

    assert before.post(old).status_code == 410


def test_asking_again_ends_the_link_before_and_five_an_hour_are_sent(as_, cast, at):
    otto = as_(cast.otto)
    ask(otto)
    first = sent_link()
    for number in range(6):
        page = ask(otto, f"otto{number}@example.org")

    assert len(mail.outbox) == 5
    assert "You asked for many links in this hour." in page
    assert as_(None).get(first).status_code == 410


def test_one_press_of_the_button_sends_one_link(as_, cast):
    for _ in range(2):
        ask(as_(cast.otto))

    assert len(mail.outbox) == 1


def test_an_email_that_somebody_else_took_meanwhile_stays_theirs(as_, cast):
    ask(as_(cast.otto))
    Person.objects.filter(pk=cast.femi.pk).update(email=NEW)

    page = press(as_(None), sent_link()).content.decode()

    assert "Somebody in this hub has that email address already." in page
    assert email_of(cast.otto) == "otto@example.org"


def test_taking_an_email_away_needs_no_link(as_, cast):
    ask(as_(cast.otto), "")

    assert email_of(cast.otto) is None
    assert not SignInLink.objects.exists()


def test_the_desk_writes_down_the_email_of_somebody_who_has_none_and_it_is_proved_first(as_, cast):
    desk, page = as_(cast.delia), reverse("desk-write-email", args=[cast.walter.ref])
    desk.post(page, {"email": "walter@example.org"})
    assert mail.outbox == []

    desk.post(page, {"email": "walter@example.org", "said": "on"})

    assert email_of(cast.walter) is None
    assert "We sent a link" in desk.get(reverse("desk-person", args=[cast.walter.ref])).content.decode()
    press(as_(None), sent_link())
    assert email_of(cast.walter) == "walter@example.org"


@pytest.mark.parametrize(
    ("whose", "by", "why"),
    [
        ("amara", "delia", "has_an_email_already"),
        ("delia", "delia", "desk_does_not_record_itself"),
        ("walter", "grace", "recorder_runs_a_project_of_hers"),
    ],
)
def test_the_desk_changes_no_email_and_nobody_writes_down_one_for_a_member_whose_project_they_run(whose, by, why, cast):
    HubRole.objects.create(person=cast.grace, role="desk", since=now())

    with pytest.raises(Refused, match=why):
        new_email.write_down(
            person=getattr(cast, whose), email="puppet@example.org", by=Acting(getattr(cast, by)), now=now()
        )
