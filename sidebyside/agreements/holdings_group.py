"""What is held of a person in life stories, in what is written of power, and in the log of meetings on the side."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet

from sidebyside.agreements import biographies
from sidebyside.agreements import rules_group as rules
from sidebyside.agreements.models import Biography, Power, SideMeeting
from sidebyside.kit.holdings import PARTLY, STAYS, Given, consents, forgets, holds, keeps
from sidebyside.kit.words import say
from sidebyside.people.acting import Acting
from sidebyside.people.models import Person
from sidebyside.people.naming import no_longer_here
from sidebyside.projects.holdings import wrote_by_her_job
from sidebyside.projects.models import Membership, Project

WORDS = ("there", "about", "came_of_it")


def who_i_am(person: Person) -> Iterator[dict]:
    for row in person.biographies.select_related("project").order_by("-changed_at", "-id"):
        yield {
            "data_project": row.project.name,
            "data_who_i_am": [
                f"{say(f'who_i_am_{name}')} {row.parts[name]}" for name in rules.PARTS if name in row.parts
            ],
            "data_who_may_see": say(f"seen_by_{row.seen_by}"),
            "data_said_at": row.changed_at,
        }


def my_powers(person: Person) -> Iterator[dict]:
    for row in Power.objects.filter(written_by=person).select_related("project").order_by("-written_at", "-id"):
        yield {
            "data_project": row.project.name,
            "data_power_of": row.body or None,
            "data_words": [row.holds, row.means, row.will_share],
            "data_when": row.written_at,
            "data_look_again": row.review_on,
            "data_ended": row.ended_at,
        }


def my_side_meetings(person: Person) -> Iterator[dict]:
    for row in SideMeeting.objects.filter(written_by=person).select_related("project").order_by("-on", "-id"):
        yield {
            "data_project": row.project.name,
            "data_words": [row.there, row.about, row.came_of_it],
            "data_when": row.written_at,
        }


def whom_i_let_read(person: Person) -> Iterator[Given]:
    rows = person.biographies.exclude(seen_by=rules.NOBODY_BUT_ME).select_related("project")
    for row in rows.order_by("changed_at", "id"):
        yield Given(row.project.ref, f"i_show_who_i_am_{row.seen_by}", row.changed_at, {"project": row.project.name})


def take_back(*, ref: str, by: Acting, now: datetime) -> None:
    for project in Project.objects.filter(ref=ref, biographies__person=by.person):
        biographies.hide(project=project, by=by, now=now)


@forgets
def forget(*, person: Person, by: Acting, now: datetime) -> None:
    """Her story goes, and what she wrote of power but by her job of a body. The log stays, without her name in it."""
    Biography.objects.filter(person=person).delete()
    for row in Power.objects.filter(written_by=person):
        if not row.body or not wrote_by_her_job(person, row.project_id, row.written_at):
            _empty(row, person, now)
    for meeting in SideMeeting.objects.filter(project__memberships__person=person).distinct():
        _without(meeting, person.name)


def _empty(row: Power, person: Person, now: datetime) -> None:
    """That something stood here, and until when, and nothing of what: it is nobody's and no body's any more."""
    row.person, row.body, row.holds, row.means, row.will_share = person, "", "", "", ""
    row.ended_at = row.ended_at or now
    row.save(update_fields=["person", "body", "holds", "means", "will_share", "ended_at"])


def _without(meeting: SideMeeting, name: str) -> None:
    before = [getattr(meeting, field) for field in WORDS]
    for field, words in zip(WORDS, before, strict=True):
        setattr(meeting, field, words.replace(name, no_longer_here()))
    if before != [getattr(meeting, field) for field in WORDS]:
        meeting.save(update_fields=WORDS)


def old_stories(before: datetime) -> QuerySet:
    """Not changed since then, of people who are in no project that goes on."""
    here = Membership.objects.joined().filter(project__state__in=["draft", "running", "paused"])
    return Biography.objects.filter(changed_at__lt=before).exclude(person__in=here.values("person"))


holds("agreements.who_i_am", title="held_who_i_am", why="held_who_i_am_why", rows=who_i_am)
holds(
    "agreements.powers",
    title="held_powers",
    why="held_powers_why",
    rows=my_powers,
    forgotten=PARTLY,
    stays_because="held_powers_stay",
)
holds(
    "agreements.side_meetings",
    title="held_side_meetings",
    why="held_side_meetings_why",
    rows=my_side_meetings,
    forgotten=STAYS,
    stays_because="held_side_meetings_stay",
)
consents("agreements.who_i_am", title="consent_who_i_am", given=whom_i_let_read, withdraw=take_back)
# A year is a proposal, as for access needs (check before use).
keeps("agreements.who_i_am", title="kept_who_i_am", why="kept_who_i_am_why", default_days=365, overdue=old_stories)
