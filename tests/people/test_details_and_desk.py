"""What is mine to change, what the desk does, and how pages look."""

import io

import pytest
from django.urls import reverse

from sidebyside.home.looks import COOKIE
from sidebyside.kit import history
from sidebyside.kit.clock import now
from sidebyside.kit.refs import new_ref
from sidebyside.people.commands import add_desk_command
from sidebyside.people.models import Organisation, Person

AMARA = {"name": "Amara Venn", "email": "amara@example.org", "phone": "", "reads": "easy-read"}


def test_i_change_my_details_and_history_says_which_and_not_what(as_, cast):
    as_(cast.amara).post(reverse("my-details"), AMARA | {"phone": "07700 900456"})

    cast.amara.refresh_from_db()
    assert cast.amara.phone == "07700 900456"
    newest = history.read(history.HUB)[0]
    assert newest["values"] == {"fields": ["phone"]}
    assert "900456" not in str(newest)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"email": "otto@example.org"}, "Somebody in this hub has that email address already."),
        ({"name": ""}, "Write a name."),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_what_was_typed_is_kept(change, words, as_, cast):
    Person.objects.filter(pk=cast.amara.pk).update(format="standard")  # the words looked for are the standard ones
    page = as_(cast.amara).post(reverse("my-details"), AMARA | {"phone": ""} | change).content.decode()

    assert words in page
    assert all(f'value="{typed}"' in page for typed in change.values() if typed)
    cast.amara.refresh_from_db()
    assert cast.amara.email == "amara@example.org"


def test_the_email_that_somebody_is_reached_by_is_not_taken_away(as_, cast):
    Person.objects.filter(pk=cast.amara.pk).update(door="email", format="standard")

    page = as_(cast.amara).post(reverse("my-details"), AMARA | {"email": ""}).content.decode()

    assert "we need your email address" in page


def test_the_desk_adds_somebody_with_only_a_name_and_twice_is_once(as_, cast):
    form = {"ref": new_ref(), "name": "Ines Tarn", "email": "", "phone": "", "reads": "standard", "door": "in-person"}
    for _ in range(2):
        as_(cast.delia).post(reverse("desk-add-person"), form)

    added = Person.objects.get(name="Ines Tarn")
    assert (added.email, added.phone, hasattr(added, "account")) == (None, None, False)
    assert history.read(history.HUB)[0]["verb"] == "person-added"


def test_the_desk_says_who_leads_an_organisation_and_who_said_so_is_kept(as_, cast):
    as_(cast.delia).post(reverse("desk-organisations"), {"name": "Ramps Now", "led": "yes"})
    made = Organisation.objects.get(name="Ramps Now")
    assert (made.led_by_lived_expertise, made.said_by) == (True, cast.delia)

    as_(cast.delia).post(reverse("desk-organisation", args=[made.ref]), {"led": "no"})

    made.refresh_from_db()
    assert made.led_by_lived_expertise is False


def test_the_desk_finds_somebody_by_part_of_a_name(as_, cast):
    page = as_(cast.delia).get(reverse("desk"), {"find": "pell"}).content.decode()

    assert "Walter Pell" in page
    assert "Amara Venn" not in page


def test_the_first_keeper_of_the_desk_is_made_from_the_command_line(db, as_):
    said = io.StringIO()
    for _ in range(2):
        assert add_desk_command("Hester Lowe", "hester@example.org", said) == 0

    assert as_(Person.objects.get(email="hester@example.org")).get(reverse("desk")).status_code == 200
    assert add_desk_command("Hester Lowe", "hester", said) == 1
    assert "not an email address" in said.getvalue()


def test_nobody_gets_the_desk_by_having_the_email_of_somebody_of_another_name(cast, as_):
    said = io.StringIO()

    assert add_desk_command("Head Of Service", "otto@example.org", said) == 2

    assert said.getvalue() == "otto@example.org belongs to Otto Brandt, not to Head Of Service: nothing was changed.\n"
    assert as_(cast.otto).get(reverse("desk")).status_code == 403


def test_messages_stay_new_until_she_says_that_she_read_them(as_, cast):
    cast.amara.messages.create(code="card_used", door="web", made_at=cast.helping.recorded_at, due_at=now())
    amara = as_(cast.amara)
    assert "New." in amara.get(reverse("me")).content.decode()

    amara.post(reverse("messages-read"))

    assert "New." not in amara.get(reverse("me")).content.decode()


LOOKS = {"language": "en", "words": "easy-read", "size": "large", "space": "wide", "colour": "dark"}


def test_how_this_looks_is_kept_in_the_browser_and_goes_back_to_where_i_was(client):
    reply = client.post(reverse("look"), LOOKS | {"next": "/help/"})

    assert reply["Location"] == "/help/"
    assert 'class="easy-read size-large space-wide colour-dark"' in client.get("/help/").content.decode()


def test_how_this_looks_goes_nowhere_else(client):
    assert client.post(reverse("look"), LOOKS | {"next": "https://elsewhere.example/"})["Location"] == "/"


def test_how_this_looks_comes_with_me_to_another_browser(as_, cast):
    as_(cast.otto).post(reverse("look"), LOOKS)

    assert "size-large" in as_(cast.otto).get("/help/").content.decode()


def test_somebody_who_reads_easy_read_gets_it_without_asking_and_can_turn_it_off(as_, cast):
    amara = as_(cast.amara)
    assert 'class="easy-read' in amara.get("/help/").content.decode()

    amara.post(reverse("look-easy-read"), {"next": "/help/"})

    assert 'class="easy-read' not in amara.get("/help/").content.decode()


def test_a_cookie_that_somebody_wrote_by_hand_does_no_harm(client):
    client.cookies[COOKIE] = "size=%22%3E%3Cscript%3E&colour=dark&words"

    assert 'class="colour-dark"' in client.get("/help/").content.decode()
