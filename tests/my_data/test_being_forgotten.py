"""Somebody who is forgotten is in no table any more, the group's decisions stay, and the history is still whole."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.db import connection

from sidebyside.agreements.actions import close, propose, vote
from sidebyside.agreements.models import Proposal
from sidebyside.doors.models import EmailIn, TextIn, TextOut
from sidebyside.kit import history
from sidebyside.kit.tidying import write_afresh
from sidebyside.kit.verdict import Refused
from sidebyside.kit.verify import faults_in_all_rooms
from sidebyside.my_data.actions import erase
from sidebyside.my_data.jobs import write_the_database_afresh
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.people.models import Account, Message
from sidebyside.projects.models import Membership
from sidebyside.recipes import load
from sidebyside.standing.actions import answer_disagreement, disagree, say_what_shows
from sidebyside.standing.models import Disagreement, Statement
from tests.my_data.whole import whole_database
from tests.policy.planted import NOON, plant, word
from tests.policy.projects import PACK

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(days=30)


def forget(person, *, by=None, now=LATER):
    erase(person=person, by=by or Acting(person), now=now)
    person.refresh_from_db()


def hers(about, amara) -> set[str]:
    return {word(model, field) for (model, field), person in about.items() if person == amara}


def test_no_word_of_hers_is_found_in_any_table(cast):
    planted = hers(plant(cast)[0], cast.amara) | {word("standing.Disagreement", "words")}
    assert {one for one in planted if one not in whole_database()} == set()

    forget(cast.amara)

    left = whole_database()
    assert {one for one in planted if one in left} == set()


def test_the_history_is_whole_afterwards_and_has_lost_only_her_words(cast):
    history.note(cast.project.room, Acting(cast.amara), "disagreed", "x", now=NOON, words="hers zzhers")
    history.note(cast.project.room, Acting(cast.grace), "disagreed", "x", now=NOON, words="somebody else's")

    forget(cast.amara)

    said = [entry["said"] for entry in history.read(cast.project.room)]
    assert "hers zzhers" not in said
    assert "somebody else's" in said
    assert list(faults_in_all_rooms()) == []


def test_she_is_an_empty_row_that_only_keeps_its_reference(cast):
    ref = cast.femi.ref
    forget(cast.femi)

    assert (cast.femi.ref, cast.femi.name, cast.femi.email, cast.femi.phone) == (ref, "", None, None)
    assert cast.femi.erased_at == LATER
    assert not Membership.objects.joined().filter(person=cast.femi).exists()
    assert not Account.objects.filter(person=cast.femi).exists()


def test_twice_is_once(cast):
    forget(cast.amara)
    before = history.head_of(history.HUB)
    forget(cast.amara, now=LATER + timedelta(days=1))

    assert cast.amara.erased_at == LATER
    assert history.head_of(history.HUB) == before


def test_her_browser_is_signed_out(cast, as_):
    amara = as_(cast.amara)
    as_(cast.otto)
    forget(cast.amara)

    assert Session.objects.count() == 1
    assert amara.get("/me/").status_code == 302


def test_help_ends_both_ways_and_whoever_was_told_her_name_reads_it_no_more(cast):
    tell(cast.otto, "you_were_chosen_to_help", {"name": cast.walter.name}, now=NOON)
    tell(cast.otto, "card_made", {"by": "Somebody Else"}, now=NOON)

    forget(cast.walter)

    cast.helping.refresh_from_db()
    assert cast.helping.ended_at == LATER
    assert "Walter" not in whole_database()
    assert [m.values for m in Message.objects.filter(person=cast.otto).order_by("id")] == [
        {"name": {"code": "no_longer_here"}},
        {"by": "Somebody Else"},
    ]


def test_a_helper_who_is_forgotten_stops_helping_and_the_answers_stay(cast, as_):
    forget(cast.nadia)

    page = as_(cast.walter).get("/me/").content.decode()
    assert "Somebody who is no longer here no longer helps you." in page


def agreed(project, by, words, *, said="yes", why=""):
    """A proposal by somebody, which she alone answered, closed a month later."""
    proposal = propose(
        project=project, kind="way_of_deciding", subject="", words=words, method="majority", by=Acting(by), now=NOON
    )
    vote(proposal=proposal, said=said, why=why, by=Acting(by), now=NOON)
    return proposal


def test_what_the_group_agreed_stays_and_her_reason_for_it_goes(cast):
    proposal = agreed(cast.project, cast.amara, "We decide together", why="zzmyreasonzz")
    vote(proposal=proposal, said="yes", why="Femi's own reason", by=Acting(cast.femi), now=NOON)
    Proposal.objects.update(closes_at=NOON)
    close(proposal=proposal, now=LATER)
    Proposal.objects.update(outcome="agreed")

    forget(cast.amara)

    proposal.refresh_from_db()
    assert (proposal.words, proposal.reasons) == ("We decide together", ["Femi's own reason"])
    assert "zzmyreasonzz" not in whole_database()


def test_what_is_being_answered_stays_until_its_day_and_goes_if_it_is_not_agreed(cast):
    proposal = agreed(cast.project, cast.amara, "Try zzmyideazz", said="no")
    forget(cast.amara, now=NOON + timedelta(days=1))
    proposal.refresh_from_db()
    assert proposal.words == "Try zzmyideazz"

    close(proposal=proposal, now=LATER)

    assert "zzmyideazz" not in whole_database()


def test_a_statement_of_hers_no_longer_counts_and_a_disagreement_ends(cast):
    method, by = load(*PACK).methods[0].id, Acting(cast.amara)
    said = say_what_shows(project=cast.project, method=method, words="zzshownzz", by=by, now=NOON)
    disagree(project=cast.project, about="label", words="zznotsozz", by=Acting(cast.amara), now=NOON)

    forget(cast.amara, now=NOON + timedelta(days=1))

    said.refresh_from_db()
    assert said.withdrawn_at
    assert (Statement.objects.get().words, Disagreement.objects.get().words) == ("", "")
    assert Disagreement.objects.get().closed_at
    assert list(faults_in_all_rooms()) == []


def test_what_somebody_answered_by_her_job_stays_as_the_organisations_word(cast):
    mine = disagree(project=cast.project, about="label", words="No", by=Acting(cast.amara), now=NOON)
    hers = disagree(project=cast.project, about="label", words="Nor I", by=Acting(cast.walter), now=NOON)
    answer_disagreement(disagreement=mine, words="By my job", by=Acting(cast.grace), now=NOON)
    answer_disagreement(disagreement=hers, words="As a friend", by=Acting(cast.femi), now=NOON)

    forget(cast.grace)
    forget(cast.femi)

    answers = Disagreement.objects.order_by("id").values_list("answer", flat=True)
    assert list(answers) == ["By my job", ""]


def test_others_read_that_she_is_no_longer_here(cast, as_):
    disagree(project=cast.project, about="label", words="zznotsozz", by=Acting(cast.amara), now=NOON)
    forget(cast.amara)
    forget(cast.morag)

    grace = as_(cast.grace)
    for page in ("people", "history", "standing/disagreements"):
        body = grace.get(f"/projects/our-project/{page}/").content.decode()
        assert "Somebody who is no longer here" in body
        assert "Amara" not in body


def test_the_last_one_at_the_desk_hands_it_on_first(cast):
    with pytest.raises(Refused) as refused:
        forget(cast.delia)

    assert refused.value.verdict.code == "hand_on_the_desk_first"
    cast.delia.refresh_from_db()
    assert cast.delia.erased_at is None


@pytest.mark.django_db(transaction=True)
def test_no_word_of_hers_is_left_in_the_files_of_the_hub(cast, tmp_path, settings):
    """The SQLite file and its log hold nothing of hers; the folder of unsent emails neither. (PostgreSQL keeps its own.)"""
    settings.EMAIL_FILE_PATH = tmp_path
    tmp_path.joinpath("one.log").write_text(f"To: {cast.femi.email}\n\nHello\n")
    tmp_path.joinpath("two.log").write_text("To: somebody.else@example.org\n\nHello\n")
    Disagreement.objects.create(
        project=cast.project, about="label", words="zzonfilezz " * 900, by=cast.femi, opened_at=NOON
    )
    assert b"zzonfilezz" in files() or connection.vendor != "sqlite"

    forget(cast.femi)

    assert [path.name for path in tmp_path.iterdir()] == ["two.log"]
    left = files()
    assert [hers for hers in (b"zzonfilezz", b"Femi Oakes", b"femi@example.org", b"07700 900123") if hers in left] == []


def files() -> bytes:
    if connection.vendor != "sqlite":
        return b""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA database_list")
        file = Path(cursor.fetchone()[2])
    return b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*"))


def test_what_came_and_went_by_text_and_email_goes_even_from_before_she_was_known(cast, tmp_path, settings):
    settings.DATA_DIR = tmp_path
    text = {"received_at": NOON, "outcome": "text_from_unknown_number"}
    TextIn.objects.create(provider_ref="1", number="+447700900123", words="mine", **text)
    TextIn.objects.create(provider_ref="2", number="+447700900999", words="another's", **text)
    TextOut.objects.create(number="+447700900123", words="to me", made_at=NOON)
    EmailIn.objects.create(came_as="1", sender="Femi@Example.org", received_at=NOON, outcome="email_unknown")

    forget(cast.femi)

    assert [row.words for row in TextIn.objects.all()] == ["another's"]
    assert not TextOut.objects.exists()
    assert not EmailIn.objects.exists()


def test_only_her_very_name_is_taken_out_of_what_others_were_told(cast):
    told = {"a": "FEMI OAKES", "b": "Femi Oakeshott", "c": "We thank Femi Oakes and all", "d": 3}
    message = tell(cast.otto, "card_used", told, now=NOON)

    forget(cast.femi)

    message.refresh_from_db()
    assert message.values == {**told, "a": {"code": "no_longer_here"}}


@pytest.mark.django_db(transaction=True)
def test_by_night_the_database_is_written_afresh_after_somebody_was_forgotten(cast, monkeypatch):
    asked = []
    monkeypatch.setattr("sidebyside.my_data.jobs.write_afresh", lambda: asked.append(write_afresh()))
    write_the_database_afresh(now=LATER.replace(hour=3))
    forget(cast.femi)

    for hour in (2, 3, 4):
        write_the_database_afresh(now=LATER.replace(hour=hour) + timedelta(days=1))
    write_the_database_afresh(now=LATER.replace(hour=3) + timedelta(days=3))

    assert len(asked) == 1
    assert Membership.objects.filter(person=cast.amara).exists()
