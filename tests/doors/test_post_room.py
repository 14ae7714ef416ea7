"""Letters wait in the post room: printed, posted, late, come back; and what is too slow by post goes another way."""

import pytest
from django.urls import reverse

from sidebyside.doors import sending
from sidebyside.doors.jobs import give_up_letters_that_are_too_late, send_what_is_due
from sidebyside.doors.models_post import Letter, PaperForm
from sidebyside.kit.clock import now
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.people.models import Message
from tests.doors.by_post import by_post, invitation_for, letter_for, round_for, vote_for
from tests.pdf import opened


@pytest.fixture
def desk(cast, as_):
    return as_(cast.delia)


def said(page) -> str:
    return " ".join(page.content.decode().split())


def test_a_message_becomes_one_letter_however_often_it_is_sent(cast):
    by_post(cast.walter)
    letter = letter_for(round_for(cast, cast.walter))

    sending.SENDERS["post"](letter.message, True, now())

    assert (Letter.objects.filter(message=letter.message).count(), PaperForm.objects.filter(letter=letter).count()) == (
        1,
        1,
    )


def test_a_letter_holds_the_question_only_if_it_is_open_or_she_chose_so(cast):
    by_post(cast.walter, everything=False)

    private, open_ = letter_for(round_for(cast, cast.walter)), letter_for(invitation_for(cast))

    assert (private.everything, PaperForm.objects.filter(letter=private).exists()) == (False, False)
    assert (open_.everything, PaperForm.objects.filter(letter=open_).exists()) == (True, True)


def test_what_closes_too_soon_for_post_goes_by_the_next_door_at_once(cast):
    by_post(cast.walter, phone="0117 496 0123")
    ask = vote_for(cast, cast.walter, days=7)

    for _ in range(2):
        send_what_is_due(now=now())

    first, second = Message.objects.filter(ask=ask).order_by("id")
    assert (first.door, first.trouble, second.door) == ("post", "too_late_to_post", "phone")
    assert not Letter.objects.exists()


def test_a_letter_that_nobody_posted_in_time_is_given_up_and_she_is_rung(cast, at):
    by_post(cast.walter, phone="0117 496 0123")
    letter = letter_for(round_for(cast, cast.walter))

    give_up_letters_that_are_too_late(now=at("2024-03-19 09:00"))
    letter.message.refresh_from_db()
    assert letter.message.trouble == ""
    for _ in range(2):
        give_up_letters_that_are_too_late(now=at("2024-03-25 09:00"))

    letter.message.refresh_from_db()
    assert letter.message.trouble == "too_late_to_post"
    assert Message.objects.filter(instead_of=letter.message).count() == 1


def test_the_desk_prints_posts_and_is_shown_what_is_next(cast, desk):
    by_post(cast.walter)
    letter = letter_for(round_for(cast, cast.walter))
    page = said(desk.get(reverse("post-room")))
    assert "Walter Pell</a>: a question to answer" in page
    assert "Post it by 21 March 2024. The question closes on 2 April 2024." in page

    pdf = desk.post(reverse("print-letters"), {"which": "new"})
    assert pdf["Content-Type"] == "application/pdf"
    assert "Walter Pell" in opened(pdf.content).words
    assert desk.post(reverse("print-letters"), {"which": "new"}).status_code == 302  # nothing is left to print
    desk.post(reverse("letters-posted"), {"which": "some", "letters": [letter.ref]})
    desk.post(reverse("letters-posted"), {"which": "all"})

    letter.refresh_from_db()
    assert (letter.printed_by, letter.posted_by) == (cast.delia, cast.delia)
    assert "Posted on 12 March 2024." in said(desk.get(reverse("post-room")))


def test_it_says_what_a_letter_cannot_say_yet(desk, settings):
    bare = said(desk.get(reverse("post-room")))
    settings.POST_ADDRESS, settings.DESK_PHONE = ["The desk"], "0117 496 0000"
    told = said(desk.get(reverse("post-room")))

    for words in ("Where do letters come back to?", "How do people ring the desk?"):
        assert (words in bare, words in told) == (True, False)


def test_only_ticked_letters_are_posted(cast, desk):
    by_post(cast.walter)
    letter = letter_for(round_for(cast, cast.walter))
    Letter.objects.update(printed_at=now(), printed_by=cast.delia)

    page = said(desk.post(reverse("letters-posted"), {"which": "some"}))

    letter.refresh_from_db()
    assert letter.posted_at is None
    assert "Tick each letter that you posted." in page


def test_a_letter_whose_day_has_come_says_so(cast, desk, at):
    by_post(cast.walter)
    letter_for(round_for(cast, cast.walter))

    at("2024-03-21 09:00")

    assert "Late: post it today." in said(desk.get(reverse("post-room")))


def test_what_came_back_is_told_and_her_next_door_is_tried(cast, desk):
    by_post(cast.walter, phone="0117 496 0123")
    letter = letter_for(round_for(cast, cast.walter))
    Letter.objects.update(posted_at=now(), posted_by=cast.delia)
    address = reverse("letter-came-back", args=[letter.ref])
    assert "Choose what fits best." in said(desk.post(address, {"why": ""}))

    for _ in range(2):
        assert desk.post(address, {"why": "moved"}).status_code == 302
    send_what_is_due(now=now())

    letter.refresh_from_db()
    assert (letter.returned_why, letter.message.trouble) == ("moved", "letter_returned")
    assert Message.objects.get(instead_of=letter.message).door == "phone"
    assert "A letter came back. Ask them for their address." in said(desk.get(reverse("post-room")))


def test_a_letter_that_was_never_posted_cannot_come_back(cast, desk):
    by_post(cast.walter)
    letter = letter_for(round_for(cast, cast.walter))

    page = said(desk.post(reverse("letter-came-back", args=[letter.ref]), {"why": "moved"}))

    assert "This letter was not posted yet." in page


def test_what_was_answered_by_another_door_is_not_printed_any_more(cast, desk):
    by_post(cast.amara)
    ask = round_for(cast, cast.amara)
    letter_for(ask)
    asks.answer(ask=ask, said={"time": "yes"}, by=Acting(cast.amara), now=now())

    assert "No letter waits to be printed." in said(desk.get(reverse("post-room")))


def test_when_nothing_came_back_shortly_before_it_closes_the_desk_rings(cast, desk, at):
    by_post(cast.walter)
    letter_for(round_for(cast, cast.walter))
    Letter.objects.update(posted_at=now(), posted_by=cast.delia)
    assert "Nothing has come back yet" not in said(desk.get(reverse("post-room")))

    at("2024-03-29 09:00")

    assert "Nothing has come back yet. The question closes on 2 April 2024." in said(desk.get(reverse("post-room")))


def test_the_post_room_costs_few_queries_however_much_post_there_is(cast, desk, django_assert_max_num_queries):
    for person in (cast.amara, cast.walter, cast.femi):
        by_post(person)
    letter_for(round_for(cast, cast.walter))
    for person in (cast.amara, cast.walter, cast.femi):
        for _ in range(5):
            tell(person, "card_used", now=now())
    send_what_is_due(now=now())

    with django_assert_max_num_queries(16):
        desk.get(reverse("post-room"))


def test_a_machine_that_makes_no_pdf_says_so_and_loses_nothing(cast, desk, monkeypatch):
    by_post(cast.walter)
    letter_for(round_for(cast, cast.walter))
    monkeypatch.setattr("sidebyside.kit.pdf.can_make_pdf", lambda: False)
    monkeypatch.setattr("sidebyside.doors.pages_post.can_make_pdf", lambda: False)

    assert desk.post(reverse("print-letters"), {"which": "new"}).status_code == 302

    assert "Letters cannot be printed yet" in said(desk.get(reverse("post-room")))
    assert Letter.objects.get(message__person=cast.walter).printed_at is None


@pytest.mark.parametrize("name", ["amara", "grace", "edwin", "otto"])
def test_nobody_but_the_desk_opens_the_post_room(cast, as_, name):
    assert as_(cast.people()[name]).get(reverse("post-room")).status_code == 403
