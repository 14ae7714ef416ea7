"""What is held of a person in notes and in the car park: she reads it, takes her yes back, and it is forgotten."""

from sidebyside.kit.clock import now
from sidebyside.my_data.actions import erase
from sidebyside.people.acting import Acting
from sidebyside.sessions import holdings_notes as holdings
from sidebyside.sessions import noting
from sidebyside.sessions.models import CarParkItem, NoteLine, NoteWording
from tests.my_data.whole import whole_database
from tests.sessions.after import met, parked
from tests.sessions.test_car_park import answered
from tests.sessions.test_notes import line, text


def test_she_reads_what_is_held_and_takes_her_yes_back(cast):
    meeting = met(cast)
    quote = line(meeting, cast.amara, "I felt heard.", kind="quote", quoted=cast.amara)
    parked(meeting, by=cast.amara)
    assert {row["data_words"] for row in holdings.my_lines(cast.amara)} == {"I felt heard."}
    assert [row["data_words"] for row in holdings.my_parked(cast.amara)] == ["Who pays for parking?"]

    given = next(iter(holdings.quotes_i_allow(cast.amara)))
    holdings.take_back_quote(ref=given.ref, by=Acting(cast.femi), now=now())
    holdings.take_back_quote(ref=given.ref, by=Acting(cast.amara), now=now())

    quote.refresh_from_db()
    assert quote.quote_ok is False
    assert list(holdings.quotes_i_allow(cast.amara)) == []


def test_when_she_is_forgotten_her_own_words_go_and_the_groups_notes_stay(cast, as_):
    meeting = met(cast)
    line(meeting, cast.amara, "zzquotezz", kind="quote", quoted=cast.amara)
    one = line(meeting, cast.grace, "The hall is loud.")
    noting.change_line(line=one, words="zzearlierzz", version=1, by=Acting(cast.amara), now=now())
    noting.change_line(line=one, words="The hall is too loud.", version=2, by=Acting(cast.grace), now=now())
    kept, done = parked(meeting, "Who pays?", by=cast.amara), parked(meeting, "zzdonezz", by=cast.amara)
    answered(cast, done)

    erase(person=cast.amara, by=Acting(cast.amara), now=now())

    left = whole_database()
    assert [word for word in ("zzquotezz", "zzearlierzz", "zzdonezz") if word in left] == []
    assert NoteLine.objects.get(pk=one.pk).words == "The hall is too loud."
    assert not CarParkItem.objects.filter(raised_by=cast.amara).exists()
    assert kept.words in text(as_(cast.femi), "car-park")
    assert NoteWording.objects.count() == 4
