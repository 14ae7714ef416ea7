"""How long things are kept: a proposal, changed at the desk, counted before, carried out by the worker."""

from datetime import timedelta

import pytest

from sidebyside.kit import history
from sidebyside.kit.models import Entry, SealedRead
from sidebyside.kit.sealed_reads import note_read
from sidebyside.kit.worker import all_jobs
from sidebyside.my_data.holdings import never_answered
from sidebyside.my_data.keeping import drop_what_is_old, keep_for, tell_the_desk
from sidebyside.my_data.models import Retention
from sidebyside.my_data.pages import keeping_of
from sidebyside.my_data.rules import days_that_count
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.people.models import Message, Person, SignInLink
from sidebyside.projects.joining import answer_invitation, invite
from tests.policy.planted import NOON

pytestmark = pytest.mark.django_db


def days(number: int):
    return NOON + timedelta(days=number)


def messages(now) -> int:
    drop_what_is_old(now=now)
    return Message.objects.count()


def test_messages_go_after_a_year_and_links_after_a_day(cast):
    tell(cast.amara, "card_used", now=NOON)
    SignInLink.objects.create(person=cast.amara, token_digest="a", code_digest="b", made_at=NOON)

    assert messages(days(2)) == 1
    assert SignInLink.objects.count() == 0
    assert messages(days(364)) == 1
    assert messages(days(366)) == 0


def test_who_read_what_is_sealed_is_kept_for_two_years(cast):
    note_read(reader=cast.grace, owner=cast.amara, what="held_answers", why="held_groups_why", now=NOON)

    drop_what_is_old(now=days(729))
    assert SealedRead.objects.count() == 1
    drop_what_is_old(now=days(731))
    assert SealedRead.objects.count() == 0


def test_the_desk_changes_how_long_and_a_shorter_time_counts_in_a_week(cast, as_):
    tell(cast.amara, "card_used", now=days(-40))
    page = as_(cast.delia).post("/desk/kept/people.messages/", {"days": "30"}, follow=True).content.decode()
    assert "Chosen by Delia Crane on 12 March 2024." in page

    assert messages(days(6)) == 1
    assert messages(days(8)) == 0
    assert '"keeping-changed"' in Entry.objects.filter(room=history.HUB).order_by("id").last().text


@pytest.mark.parametrize("typed", ["0", "9000", "soon", ""])
def test_a_time_that_makes_no_sense_is_said_so_and_what_was_typed_is_kept(typed, cast, as_):
    response = as_(cast.delia).post("/desk/kept/people.messages/", {"days": typed})

    assert response.status_code == 200
    assert "There is a problem" in response.content.decode() or "error" in response.content.decode()
    assert f'value="{typed}"' in response.content.decode()
    assert not Retention.objects.filter(changed_at__isnull=False).exists()


def test_a_longer_time_counts_at_once():
    known = {"default": 10, "before": 10, "changed_at": NOON}

    assert days_that_count(days=20, now=NOON, **known) == 20
    assert days_that_count(days=5, now=NOON, **known) == 10
    assert days_that_count(days=5, now=days(7), **known) == 5


def test_what_goes_soon_is_listed_at_the_desk_and_told(cast, as_):
    tell(cast.amara, "card_used", now=NOON)
    drop_what_is_old(now=days(352))
    assert "1 goes in the next two weeks." in as_(cast.delia).get("/desk/kept/").content.decode()

    tell_the_desk(now=days(352))

    assert Message.objects.get(code="things_go_soon").values == {"number": 1}
    assert Message.objects.get(code="things_go_soon").person == cast.delia


def asked(cast, name="Sorrel Dunn") -> Person:
    person = Person.objects.create(name=name, made_at=NOON, email=f"{name.split()[0].lower()}@example.org")
    invite(project=cast.project, person=person, joins_as="lived_expertise", by=Acting(cast.grace), now=NOON)
    return person


def test_somebody_who_was_asked_to_join_and_never_answered_is_forgotten_after_a_year(cast):
    never, no = asked(cast), asked(cast, "Ivo Lark")
    answer_invitation(membership=no.memberships.get(), yes=False, by=Acting(no), now=NOON)
    assert list(never_answered(days(1))) == [never]

    drop_what_is_old(now=days(364))
    assert not Person.objects.filter(erased_at__isnull=False).exists()
    drop_what_is_old(now=days(366))

    assert list(Person.objects.filter(erased_at__isnull=False)) == [never]
    assert not never.memberships.filter(left_at=None).exists()


def test_one_kind_that_fails_stops_no_other(cast, monkeypatch):
    tell(cast.amara, "card_used", now=NOON)
    monkeypatch.setattr("sidebyside.my_data.actions.all_forgetters", lambda: [broken])
    asked(cast)

    with pytest.raises(ValueError):
        drop_what_is_old(now=days(400))

    assert not Message.objects.filter(code="card_used").exists()


def broken(**_):
    raise ValueError


def test_the_same_choice_again_is_one_choice(cast):
    keeping = keeping_of("people.messages")
    for _ in range(2):
        keep_for(keeping=keeping, days=400, by=Acting(cast.delia), now=NOON)

    assert Entry.objects.filter(text__contains='"keeping-changed"').count() == 1


def test_the_worker_does_all_of_it():
    mine = {name.rsplit(".", 1)[1] for name in all_jobs() if ".my_data." in name}

    assert mine == {"forget_on_the_day", "drop_what_is_old", "tell_the_desk", "write_the_database_afresh"}
