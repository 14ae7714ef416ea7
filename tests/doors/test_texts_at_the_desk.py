"""Texts that need a person: who at the desk may read them; and letters that stand for questions do not run out."""

import json

from sidebyside.doors.models import TextIn, TextTalk
from sidebyside.doors.text_in import received
from sidebyside.doors.text_out import open_talk
from sidebyside.kit.clock import now
from sidebyside.kit.sealed_reads import reads_of
from sidebyside.people import asks
from sidebyside.people.models import Ask, HubRole
from tests.cast import moment
from tests.doors.test_texts import FEMI, asked, notify, said, texts_in  # noqa: F401  fixtures


def a_text(person, words="It is about my money.") -> TextIn:
    return TextIn.objects.create(
        provider_ref="1",
        number=FEMI,
        person=person,
        words=words,
        received_at=now(),
        for_the_desk=True,
        outcome="text_has_no_question",
    )


def test_nobody_who_runs_a_project_of_hers_reads_her_text_even_at_the_desk(cast, as_):
    row = a_text(cast.femi)
    HubRole.objects.create(person=cast.grace, role="desk", since=moment("2023-09-01 09:00"))
    grace, delia = as_(cast.grace), as_(cast.delia)

    assert "about my money" not in grace.get("/desk/texts/").content.decode()
    assert grace.post(f"/desk/texts/{row.ref}/done/").status_code == 403
    assert "about my money" in delia.get("/desk/texts/").content.decode()
    assert [(read.reader_ref, read.what) for read in reads_of(cast.femi)] == [(cast.delia.ref, "read_text")]


def test_nor_the_text_of_two_people_with_one_phone(cast, as_):
    cast.otto.phone = cast.femi.phone
    cast.otto.save()
    a_text(None)
    HubRole.objects.create(person=cast.grace, role="desk", since=moment("2023-09-01 09:00"))

    assert "about my money" not in as_(cast.grace).get("/desk/texts/").content.decode()


def test_questions_that_closed_give_their_letters_back(cast, asked):  # noqa: F811
    kind = asks.KINDS[asked.kind]
    for number in range(30):
        [one] = asks.ask_all(kind, question=f"q:{number}", people=[cast.femi], room="r", now=now(), values=asked.values)
        talk = open_talk(one, FEMI, now())
        Ask.objects.filter(pk=one.pk).update(closes_at=now())

    assert talk.letter == "A"


def test_an_answer_is_changed_though_its_letter_was_given_to_another_question(cast, notify, texts_in, asked):  # noqa: F811
    texts_in("1")
    texts_in("0")
    [other] = asks.ask_all(
        asks.KINDS[asked.kind], question="q:1", people=[cast.femi], room="r", now=now(), values=asked.values
    )
    assert open_talk(other, FEMI, now()).letter == "A"
    Ask.objects.filter(pk=other.pk).update(closes_at=now())

    texts_in("2")
    texts_in("0")

    assert (said(asked)["said"], TextTalk.objects.filter(ended_at=None).count()) == ("no", 0)


def test_a_text_with_letters_that_no_database_keeps_is_taken(cast, notify, client):  # noqa: F811
    body = {"id": "odd", "source_number": "07700900123", "message": "\x00 \u202e\U0001f600 STOP\x00"}
    told = client.post(
        "/doors/texts/notify/received/",
        json.dumps(body),
        content_type="application/json",
        headers={"Authorization": "Bearer theirs"},
    )
    assert (told.status_code, "\x00" in TextIn.objects.get().words) == (200, False)
    assert received(provider_ref="odd", number="?", words="", now=now()) == TextIn.objects.get()


def test_a_phone_that_answers_by_itself_is_not_answered_for_ever(notify, texts_in, asked):  # noqa: F811
    before = len(notify.taken)
    for _ in range(9):
        texts_in("I am driving and will get back to you.")
    assert len(notify.taken) - before == 5
    texts_in("1")
    assert (said(asked)["said"], len(notify.taken) - before) == ("yes", 6)
