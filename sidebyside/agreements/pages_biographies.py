"""What the pages about who we are read. Whatever is shown of somebody else's story is noted for its owner."""

from datetime import date, datetime
from typing import Any

from django.utils.dateparse import parse_date

from sidebyside.agreements import rules_group as rules
from sidebyside.agreements.biographies import WHO_I_AM, still_to_ask
from sidebyside.agreements.models import Biography
from sidebyside.kit.clock import LONDON
from sidebyside.kit.days import day
from sidebyside.kit.sealed_reads import note_reads
from sidebyside.kit.words import say
from sidebyside.people.models import Person
from sidebyside.projects.facts import Place, places
from sidebyside.projects.models import BY_THEIR_JOB, Project
from sidebyside.projects.pages import JOINS_AS
from sidebyside.who_can import INSIDE, Act, Role, may

BUT_ARRIVING = [name for name in rules.PARTS if name not in ("name", "arriving")]


def who_we_are(
    project: Project, *, reader: Person, roles: set[Role], now: datetime, card_made_by: Person | None = None
) -> dict[str, Any]:
    """The stories that are for whoever opens this page, hers apart; and who, here by their job, is still to write first.

    card_made_by: who made the card that she is signed in with: whoever made it may be the one who reads.
    """
    everybody = places(project)
    here = {place.membership.person_id: place for place in everybody if _is_here(place)}
    stories = list(project.biographies.filter(person__in=here).select_related("person").order_by("person__name", "id"))
    mine = next((row for row in stories if row.person_id == reader.pk), None)
    by_job = any(_by_job(place) for place in everybody if _may_be(place, reader, card_made_by))
    others = [row for row in stories if row != mine and _reads(row, reader, roles, by_job)]
    today = now.astimezone(LONDON).date()
    shown = [(row, in_words(row, today)) for row in others if row.parts]
    note_reads(
        reader=reader, owners=[row.person for row, _said in shown], what=WHO_I_AM.name, why="read_to_know_you", now=now
    )
    wrote = {row.person_id for row in stories if row.seen_by == rules.EVERYBODY}
    may_ask = bool(may(roles, Act.ASK_WHO_WE_ARE)) and project.state == "running"
    return {
        "mine": _mine(mine) if may(roles, Act.WRITE_OF_MYSELF) else None,
        "stories": [_story(row, said, here[row.person_id]) for row, said in shown],
        "first": [
            p.membership.person.name for p in here.values() if _by_job(p) and p.membership.person_id not in wrote
        ],
        "to_ask": len(still_to_ask(project, reader)) if may_ask else 0,
    }


def _is_here(place: Place) -> bool:
    return bool(place.membership.joined_at and not place.membership.left_at)


def _by_job(place: Place) -> bool:
    return place.membership.joins_as in BY_THEIR_JOB


def _may_be(place: Place, reader: Person, card_made_by: Person | None) -> bool:
    """Is, or was, this the place of whoever reads?"""
    return bool(place.membership.joined_at) and place.membership.person in (reader, card_made_by)


def _reads(row: Biography, reader: Person, roles: set[Role], ever_by_job: bool) -> bool:
    return rules.may_read(
        row.seen_by,
        is_hers=row.person_id == reader.pk,
        inside=bool(roles & (INSIDE | {Role.HELPER})),
        joins_with_lived_expertise=Role.LIVED_EXPERTISE in roles,
        ever_by_job=ever_by_job,
    )


def in_words(row: Biography, today: date) -> list[dict]:
    """What she wrote, as the facts component takes it. How she arrives has its day beside it, and is left out once it is old."""
    said = [{"name": say(f"shown_{name}"), "words": row.parts[name]} for name in BUT_ARRIVING if row.parts.get(name)]
    on = parse_date(row.parts.get("arriving_on", ""))
    if on and row.parts.get("arriving") and not rules.arriving_is_old(on, today):
        said.append({"name": f"{say('shown_arriving')} ({day(on)})", "words": row.parts["arriving"]})
    return said


def _mine(row: Biography | None) -> dict:
    return {"seen_by": say(f"seen_by_{row.seen_by}") if row else "", "changed_at": row.changed_at if row else None}


def _story(row: Biography, said: list[dict], place: Place) -> dict:
    name = row.parts.get("name") or row.person.name
    also = [row.person.name] if name != row.person.name else []
    return {
        "name": name,
        "meta": ". ".join([*also, str(JOINS_AS[place.membership.joins_as])]),
        "said": said,
    }


def mine(project: Project, person: Person) -> dict[str, str]:
    """What she wrote so far, to begin the form with."""
    row = project.biographies.filter(person=person).first()
    return {**row.parts, "seen_by": row.seen_by} if row else {}
