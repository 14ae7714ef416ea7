"""What somebody said stands in the notes once she says yes, by any door, and only in the words that she said yes to."""

import pytest
from django.urls import reverse

from sidebyside.kit.clock import now
from sidebyside.kit.verdict import Refused
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask
from sidebyside.people.sheets import sheet_of, take
from sidebyside.sessions import noting
from sidebyside.sessions.models import NoteLine
from tests.sessions.after import met
from tests.sessions.test_notes import line, text


def test_what_somebody_said_is_seen_by_others_only_once_she_says_yes(cast, as_):
    meeting = met(cast)
    where = reverse("write-note", args=["our-project", meeting.ref, "quote"])
    as_(cast.grace).post(where, {"words": "I felt heard.", "quoted": cast.amara.ref})
    quote = NoteLine.objects.get()
    assert "I felt heard." in text(as_(cast.grace), "notes", meeting.ref)
    assert "I felt heard." not in text(as_(cast.femi), "notes", meeting.ref)
    assert as_(cast.femi).get(reverse("note", args=["our-project", meeting.ref, quote.ref])).status_code == 404
    allow = reverse("allow-quote", args=["our-project", meeting.ref, quote.ref])
    assert as_(cast.grace).post(allow, {"ok": "yes"}).status_code == 403

    ask = Ask.objects.select_related("person").get(person=cast.amara, kind="meetings.quote")
    as_(cast.amara).post(reverse("quote", args=["our-project", meeting.ref, quote.ref]), {"ok": "yes"})
    assert asks.counting(ask).said == {"ok": "yes"}
    assert "I felt heard." in text(as_(cast.femi), "notes", meeting.ref)
    as_(cast.amara).post(allow, {"ok": "no"})
    assert "I felt heard." not in text(as_(cast.femi), "notes", meeting.ref)


def test_her_words_in_another_wording_need_a_new_yes(cast):
    quote = line(met(cast), cast.amara, "I felt heard.", kind="quote", quoted=cast.amara)
    assert quote.quote_ok is True

    noting.change_line(line=quote, words="She felt heard.", version=1, by=Acting(cast.grace), now=now())

    quote.refresh_from_db()
    assert quote.quote_ok is None
    assert Ask.objects.get(person=cast.amara).question.endswith(":2")


def test_she_says_yes_by_post_and_a_yes_to_other_words_is_no_yes(cast):
    quote = line(met(cast), cast.grace, "I felt heard.", kind="quote", quoted=cast.walter)
    first = Ask.objects.select_related("person").get(person=cast.walter)
    noting.change_line(line=quote, words="I was heard.", version=1, by=Acting(cast.grace), now=now())
    by_post = Acting(cast.walter, door="post", keyed_by=cast.delia)
    with pytest.raises(Refused):
        take(first, {"ok": "yes"}, by=by_post, now=now())

    second = Ask.objects.select_related("person").get(person=cast.walter, withdrawn_at=None)
    assert "I was heard." in sheet_of(second).about[1]
    take(second, {"ok": "yes"}, by=by_post, now=now())

    quote.refresh_from_db()
    assert quote.quote_ok is True


def test_words_that_she_never_said_yes_to_are_not_read_as_what_the_line_was_before(cast, as_):
    quote = line(met(cast), cast.grace, "They lied to us.", kind="quote", quoted=cast.amara)
    noting.change_line(line=quote, words="I felt heard.", version=1, by=Acting(cast.amara), now=now())

    reads = {who: text(as_(who), "note", quote.meeting.ref, quote.ref) for who in (cast.amara, cast.grace, cast.femi)}
    assert all("I felt heard." in page for page in reads.values())
    assert ["They lied to us." in page for page in reads.values()] == [True, True, False]
