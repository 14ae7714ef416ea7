"""What the Lived Expertise Group says and does reaches nobody else: by no page, message, export, calendar, command or log."""

import io
import json
from datetime import timedelta

import pytest
from django.core import mail

from sidebyside.agreements import remarks, terms
from sidebyside.agreements.actions import propose
from sidebyside.doors.jobs import send_what_is_due
from sidebyside.doors.models import Letter, TextOut
from sidebyside.kit.events import happened
from sidebyside.kit.models import Entry, EntryWords
from sidebyside.kit.verify import verify_command
from sidebyside.kit.words import say
from sidebyside.kit.worker import work_once
from sidebyside.my_data.pages import all_of_mine
from sidebyside.people.acting import Acting
from sidebyside.people.asks import KINDS
from sidebyside.people.models import Answer, Ask, Helping, Message
from sidebyside.people.sheets import sheet_of, take
from sidebyside.sessions import agenda, calendars, coming, living, moving, noting, papers, parking, whens
from sidebyside.sessions.afterwards import ask_after_meetings
from sidebyside.sessions.following import tell_what_is_due
from sidebyside.sessions.models import Meeting
from sidebyside.sessions.plans import plan_from
from sidebyside.standing.commands import standing_command
from tests.cast import moment
from tests.policy.asking import EVERYTHING
from tests.policy.test_one_private_answer import differences, everything_others_see, in_a_world_where

pytestmark = pytest.mark.django_db
NOW = moment("2024-03-12 10:00")
AFTER = NOW + timedelta(days=10, hours=3)  # the meeting is over by then
SECRET = "zzonlyoursszz"
OTHERS = ("nadia", "femi", "grace", "edwin", "morag", "otto", "delia")


def has_a_life(cast) -> Meeting:
    """All that the group can do by itself, with the secret in every word of it: a meeting planned, moved, held and over."""
    group, by = cast.project.groups.get(kind="lived_expertise"), {"by": Acting(cast.amara), "now": NOW}
    own = {"project": cast.project, "group": group}
    where = {"title": SECRET, "place": SECRET, "join_how": SECRET, "way": "in-person", "template": ""}
    starts = NOW + timedelta(days=9)
    made = plan_from(**own, **where, starts_at=starts, ends_at=starts + timedelta(hours=2), **by)
    agenda.add_to_agenda(meeting=made, title=SECRET, words=SECRET, minutes=20, **by)
    papers.give_out(paper=papers.add_paper(meeting=made, title=SECRET, words=SECRET, minutes=5, **by), **by)
    coming.ask_before(meeting=made, **by)
    later = starts + timedelta(days=1)
    moving.move(meeting=made, starts_at=later, ends_at=later + timedelta(hours=2), place=SECRET, why=SECRET, **by)
    asked = {"kind": "hard_things", "subject": "", "words": SECRET, "method": "consent"}
    about = propose(**own, **asked, **by)
    remarks.remark(**own, about=f"proposal:{about.ref}", words=SECRET, **by)
    terms.point_at(**own, term=SECRET, seen_in=SECRET, now=NOW)
    times = [(starts, starts + timedelta(hours=2)), (later, later + timedelta(hours=2))]
    whens.ask_when(**own, title=SECRET, times=times, closes_at=NOW + timedelta(days=8), **by)
    return made


def meets(cast, made: Meeting) -> None:
    """It takes place: notes, a decision, the car park, and what people say of it afterwards."""
    made.refresh_from_db()
    by = {"by": Acting(cast.amara), "now": made.starts_at}
    living.begin(meeting=made, **by)
    day, walter = made.starts_at.date() + timedelta(days=3), cast.walter
    for kind in ("decision", "point"):
        noting.write_line(meeting=made, kind=kind, words=SECRET, **by)
    noting.write_line(meeting=made, kind="action", words=SECRET, owner=walter, due_on=day, **by)
    item = parking.park(meeting=made, words=SECRET, **by)
    parking.take_on(item=item, owner=walter, answer_by=day, **by)
    living.finish(meeting=made, by=by["by"], now=made.ends_at)
    ask_after_meetings(now=AFTER)
    for ask in Ask.objects.filter(kind="meetings.own_after").select_related("person"):
        said = {q.name: q.choices[0].value if q.choices else SECRET for q in sheet_of(ask).questions}
        take(ask, said, by=Acting(ask.person), now=AFTER)
    noting.ask_to_agree(meeting=made, by=by["by"], now=AFTER)


@pytest.fixture
def reached(cast):
    """Everybody by a door of her own. The two in the group let no door say more than that something waits."""
    doors = dict(
        zip(cast.people(), ["email", "post", "text", "email", "email", "post", "email", "text", "email"], strict=True)
    )
    for name, person in cast.people().items():
        person.door, person.phone, person.post_address = doors[name], "07700 900111", ["1 Low Row"]
        person.reach = {"says": {} if name in ("amara", "walter") else EVERYTHING, "quiet": None}
        person.save()
    return cast


def all_that_went_out() -> str:
    rows = [list(model.objects.values()) for model in (Message, TextOut, Letter)]
    emails = [(email.subject, email.body, *(str(part) for part in email.alternatives)) for email in mail.outbox]
    return json.dumps([rows, emails], default=str)


def test_no_message_email_text_or_letter_and_no_log_or_command_holds_a_word_of_it(reached, caplog):
    made = has_a_life(reached)
    meets(reached, made)
    for days in (0, 1, 30):
        work_once(now=made.ends_at + timedelta(days=days))
        send_what_is_due(now=made.ends_at + timedelta(days=days))
    out = io.StringIO()
    standing_command(reached.project.slug, None, True, out)
    verify_command(None, out)

    assert len(mail.outbox) >= 3
    assert SECRET not in all_that_went_out()
    assert SECRET not in caplog.text + out.getvalue()


def test_a_message_of_it_says_no_more_than_that_something_is_new(cast):
    """To those in the group too: not that it met, not where, and not what anybody has to do for it."""
    made = has_a_life(cast)
    meets(cast, made)
    tell_what_is_due(now=made.starts_at + timedelta(days=3))

    assert set(Message.objects.filter(ask=None).values_list("code", flat=True)) == {"told_own_meeting"}
    assert say("told_own_meeting") == "There is something new in a group of yours."


def test_no_export_or_calendar_of_anybody_else_holds_it_and_hers_says_only_that_there_is_a_meeting(cast):
    has_a_life(cast)

    for name in OTHERS:
        person = getattr(cast, name)
        assert SECRET not in json.dumps(all_of_mine(person, now=NOW), default=str), name
        assert b"VEVENT" not in calendars.of_person(person, now=NOW), name
    hers = calendars.of_person(cast.amara, now=NOW)
    assert b"VEVENT" in hers
    assert SECRET.encode() not in hers


def test_its_history_is_kept_apart_and_none_of_it_is_with_the_project(cast):
    made = has_a_life(cast)
    meets(cast, made)

    texts = "".join(Entry.objects.filter(room=cast.project.room).values_list("text", flat=True))
    words = list(EntryWords.objects.filter(room=cast.project.room).values_list("words", flat=True))
    assert made.ref not in texts
    assert SECRET not in json.dumps(words, default=str)
    assert Entry.objects.filter(room=made.room).count() >= 9


def test_whoever_is_not_in_it_cannot_tell_from_any_page_that_it_met(cast, as_):
    happened("project-started", project=cast.project, now=NOW)
    look = everything_others_see(cast, as_, {"amara", "walter", "otto", "morag", "edwin"}, of_a_sort=1)

    def they_meet():
        meets(cast, has_a_life(cast))

    def seen():
        return {key: value for key, value in look().items() if key not in ("messages", "history")}

    silent, met = in_a_world_where(lambda: None, seen), in_a_world_where(they_meet, seen)

    assert len(silent) > 60
    assert sorted(differences(silent, met)) == []


def test_its_questions_are_sealed_and_only_those_in_it_are_asked(cast):
    made = has_a_life(cast)
    meets(cast, made)

    asked = Ask.objects.filter(room=made.room)
    assert {ask.kind for ask in asked} == {kind for kind in KINDS if ".own_" in kind}
    assert set(asked.values_list("reveals", flat=True)) == {"sealed"}
    assert {ask.person for ask in asked} == {cast.amara, cast.walter}
    assert not Answer.objects.filter(ask__room=cast.project.room).exists()


@pytest.mark.parametrize("who", ["femi", "grace", "edwin"])
def test_no_address_of_its_meeting_opens_for_anybody_else(cast, as_, who):
    made = has_a_life(cast)
    client, at = as_(getattr(cast, who)), f"/projects/our-project/meetings/{made.ref}/"
    pages = ("", "agenda/", "coming/", "before/", "live/", "live/table/", "notes/", "car-park/", "calendar.ics")

    assert {client.get(at + page).status_code for page in pages} == {404}
    assert {client.post(f"{at}{page}/").status_code for page in ("off", "live/begin", "live/park", "live/note")} == {
        404
    }


@pytest.mark.parametrize(("kinds", "status"), [(["standing.round"], 404), (["meetings.own_before"], 200)])
def test_a_helper_opens_its_question_only_if_the_member_chose_her_for_that(cast, as_, kinds, status):
    made, client = has_a_life(cast), as_(cast.nadia)
    Helping.objects.update(kinds=kinds)
    client.post(f"/me/helping/{cast.helping.ref}/start/")

    assert client.get(f"/projects/our-project/own/meetings/{made.ref}/before/").status_code == status
    pages = [f"meetings/{made.ref}/", f"meetings/{made.ref}/notes/", "own/", "own/agreements/"]
    assert {client.get(f"/projects/our-project/{page}").status_code for page in pages} == {404}
