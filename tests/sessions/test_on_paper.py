"""A meeting on paper: its sheets to print, and the page where one person types in what belongs to the room."""

from datetime import date

import pytest
from django.urls import reverse

from sidebyside.agreements.models import Term
from sidebyside.sessions import seats
from sidebyside.sessions.models import Heard
from tests.keystrokes import filled
from tests.pdf import assert_accessible
from tests.sessions.after import met
from tests.sessions.live import make_meeting

ALL = ["wall", "agenda", "seats", "cards", "here", "counts", "parked", "words", "notes"]


def address(meeting, name="meeting-keying") -> str:
    return reverse(name, args=["our-project", meeting.ref])


def said(page) -> str:
    return " ".join(page.content.decode().split())


@pytest.fixture
def meeting(cast):
    return met(cast)


@pytest.fixture
def grace(cast, as_):
    return as_(cast.grace)


def key(client, meeting, **typed):
    """Type in the sheets: nothing else than this is filled in."""
    once = filled(client.get(address(meeting)).content)["once"]
    return client.post(address(meeting), {"once": once, **typed}), {"once": once, **typed}


def test_everything_of_the_room_is_typed_in_on_one_page(cast, grace, meeting):
    reply, _data = key(
        grace, meeting,
        **{f"came-{cast.amara.ref}": "r", f"came-{cast.walter.ref}": "P", f"came-{cast.femi.ref}": "v"},
        **{"count-temperature-1-good": "9", "count-temperature-1-so_so": "2", "count-sense-2-no": "1", "heard-lived": "4"},
        parked="Who pays for parking? / edw / 27 3\nWhat about the winter?",
        words="commissioning\nRAG rating",
        notes="d We meet on Tuesdays\np The bus is late\na Ring the hall / Femi / 27.3.2024",
    )  # fmt: skip

    assert reply["Location"].endswith("?done=yes")
    assert dict(meeting.attendance.values_list("person__name", "came")) == {
        "Amara Venn": "in-person", "Walter Pell": "phone", "Femi Oakes": "views",
    }  # fmt: skip
    counted = meeting.checks.order_by("half").values_list("kind", "half", "counted__said", "counted__how_many")
    assert set(counted) == {("temperature", 1, "good", 9), ("temperature", 1, "so_so", 2), ("sense", 2, "no", 1)}
    parked = list(meeting.car_park.order_by("id").values_list("words", "owner__name", "answer_by", "raised_by"))
    assert parked[0] == ("Who pays for parking?", "Edwin Marsh", date(2024, 3, 27), None)
    assert parked[1] == ("What about the winter?", None, None, None)
    assert set(Term.objects.values_list("term", flat=True)) == {"commissioning", "RAG rating"}
    notes = list(meeting.notes.order_by("order").values_list("kind", "words", "owner__name", "due_on"))
    assert notes[2] == ("action", "Ring the hall", "Femi Oakes", date(2024, 3, 27))
    assert [kind for kind, *_ in notes] == ["decision", "point", "action"]
    assert Heard.objects.filter(meeting=meeting, kind="lived").count() == 4


def kept(meeting) -> tuple:
    """How much of everything there is."""
    rows = (meeting.attendance, meeting.checks, meeting.heard, meeting.car_park, meeting.notes)
    return (*(row.count() for row in rows), *Term.objects.values_list("term", "times"))


def test_what_is_sent_twice_is_kept_once(cast, grace, meeting):
    typed = {f"came-{cast.amara.ref}": "r", "count-sense-1-yes": "5", "heard-lived": "3"}
    lines = {"parked": "The winter", "words": "Jargon\njargon", "notes": "p The bus is late"}
    _reply, data = key(grace, meeting, **typed, **lines)
    once = kept(meeting)

    grace.post(address(meeting), data)

    assert once == kept(meeting) == (1, 1, 3, 1, 1, ("Jargon", 2))


def test_what_cannot_be_read_is_named_line_by_line_and_all_else_is_kept(cast, grace, meeting):
    reply, _data = key(
        grace, meeting,
        **{f"came-{cast.amara.ref}": "x", f"came-{cast.walter.ref}": "r", "count-sense-1-yes": "many", "heard-lived": "2"},
        parked="The winter\nParking / Zed / 27 3\nTaxis / Femi / soon",
        notes="We meet\nd We meet\na Ring the hall",
    )  # fmt: skip

    page = said(reply)
    for words in (
        "Write one of these letters: r, o, p, v or n.",
        "“Parking / Zed / 27 3”: Nobody here is called Zed.",
        "“Taxis / Femi / soon”: soon is not a day.",
        "“We meet”: Begin the line with d, p or a",
        "“a Ring the hall”: ",
        "Please write a whole number",
    ):
        assert words in page, words
    form = filled(reply.content)
    assert form["parked"].splitlines() == ["Parking / Zed / 27 3", "Taxis / Femi / soon"]
    assert form["notes"].splitlines() == ["We meet", "a Ring the hall"]
    assert (form["count-sense-1-yes"], form["heard-lived"]) == ("many", "")
    assert [row.words for row in meeting.car_park.all()] == ["The winter"]
    assert [row.words for row in meeting.notes.all()] == ["We meet"]
    assert [row.person for row in meeting.attendance.all()] == [cast.walter]


def test_a_name_that_fits_several_people_is_asked_for_whole(cast, grace, meeting):
    cast.femi.name = "Edwina Oakes"
    cast.femi.save()

    page = said(key(grace, meeting, parked="Parking / Edw / 27 3\nTaxis / edwin")[0])

    assert "Edw fits more than one person. Write the whole name." in page
    assert [row.owner for row in meeting.car_park.all()] == [cast.edwin]


def test_cards_that_were_counted_wrongly_are_corrected_on_the_same_page(cast, grace, meeting):
    key(grace, meeting, **{"count-sense-1-yes": "5", "count-sense-1-no": "1"})
    form = filled(grace.get(address(meeting)).content)
    assert (form["count-sense-1-yes"], form["count-sense-1-no"]) == ("5", "1")

    key(grace, meeting, **{"count-sense-1-yes": "6", "count-sense-1-no": ""})

    assert list(meeting.checks.values_list("counted__said", "counted__how_many")) == [("yes", 6)]


def test_once_the_notes_are_agreed_the_car_park_can_still_be_typed_in(cast, grace, meeting):
    meeting.notes_agreed_at = meeting.ends_at
    meeting.save()

    page = said(key(grace, meeting, parked="The winter", notes="d Too late")[0])

    assert "“d Too late”: " in page
    assert meeting.car_park.count() == 1
    assert not meeting.notes.exists()


def test_only_whoever_runs_it_types_it_in_and_only_from_its_start_on(cast, as_, grace, meeting):
    assert as_(cast.amara).get(address(meeting)).status_code == 403
    assert as_(cast.otto).get(address(meeting)).status_code == 404
    later = met(cast, days_ago=-7)
    assert "Not now" in said(grace.get(address(later)))
    assert grace.post(address(later), {"parked": "The winter"}).status_code == 403
    assert not later.car_park.exists()


def test_the_page_asks_the_database_the_same_however_many_came(cast, grace, meeting, django_assert_max_num_queries):
    key(grace, meeting, **{f"came-{person.ref}": "r" for person in (cast.amara, cast.walter, cast.femi)})
    with django_assert_max_num_queries(25):
        grace.get(address(meeting))


@pytest.mark.parametrize("size", ["standard", "easy-read", "large-print"])
def test_the_sheets_are_one_pdf_that_everybody_can_read(cast, grace, size):
    meeting = make_meeting(cast)
    seats.make(meeting, 3)

    reply = grace.post(address(meeting, "meeting-on-paper"), {"parts": ALL, "size": size})

    assert reply["Content-Type"] == "application/pdf"
    read = assert_accessible(reply.content, lang="en-GB", title="On paper: What we heard")
    for words in ("How we work together", "Walter Pell", seats.code_of(meeting, 2), "Did that make sense?", "Car park"):
        assert words.lower() in read.words.lower(), words
    assert len(read.images) == 3


def test_whoever_does_not_run_it_prints_the_agenda_and_no_names(cast, as_):
    meeting = make_meeting(cast)
    page = said(as_(cast.femi).get(address(meeting, "meeting-on-paper")))

    assert [part for part in ALL if f'value="{part}"' in page] == ["wall", "agenda"]
    refused = as_(cast.femi).post(address(meeting, "meeting-on-paper"), {"parts": ["here"], "size": "standard"})
    assert refused["Content-Type"].startswith("text/html")
    assert "There is something to put right" in said(refused)
