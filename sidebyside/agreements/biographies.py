"""Who somebody is, in her own words: written, shown to those whom she chooses, changed and taken back at any time.

None of it enters the history of the project: that somebody wrote, and what, is hers alone. Only that what all of them share
together shows another word for the project is recorded, with nobody's name.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import transaction

from sidebyside.agreements import rules_group as rules
from sidebyside.agreements.facts_group import members_know_each_other
from sidebyside.agreements.hands import left_out
from sidebyside.agreements.models import Biography
from sidebyside.kit import history
from sidebyside.kit.clock import LONDON
from sidebyside.kit.events import happened
from sidebyside.kit.verdict import refuse_unless
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask, Person
from sidebyside.projects.actions import hold
from sidebyside.projects.facts import places
from sidebyside.projects.joining import hands_in
from sidebyside.projects.models import Project

WHO_I_AM = asks.add_kind(
    asks.Kind("agreements.who_i_am", "sealed", 10, "ask_who_i_am_title", ("who-i-am", ("slug",)), helpers=False)
)
OPEN_FOR = timedelta(days=28)  # long enough for a letter and its answer; a proposal
WRITTEN, RATHER_NOT = {"what": "written"}, {"what": "no"}  # the answer says that she wrote, and nothing of what


@transaction.atomic
def write(
    *,
    project: Project,
    parts: Mapping[str, str],
    seen_by: str,
    by: Acting,
    now: datetime,
    said_at: datetime | None = None,
) -> Biography:
    """Keep what she wrote of herself, and who may read it. parts: those that she says, by name; others stay. Raises Refused.

    said_at: when she wrote it, if earlier (paper). An ask for it that is still open is answered.
    """
    hold(project)
    return _write(project, parts, seen_by, by, now, said_at)


@transaction.atomic
def write_on_sheet(
    *, ask: Ask, parts: Mapping[str, str], seen_by: str, by: Acting, now: datetime, said_at: datetime
) -> Biography:
    """The same, by letter, text, email or phone. seen_by: empty for as before, at first nobody but she. Raises Refused."""
    project = hold(Project.objects.get(ref=ask.room.removeprefix("project:")))
    asks.answer(ask=ask, said=WRITTEN, by=by, now=now, said_at=said_at)
    return _write(project, parts, seen_by, by, now, said_at)


def decline(*, ask: Ask, by: Acting, now: datetime, said_at: datetime | None = None) -> None:
    """She would rather not say. What she wrote before, if anything, stays as it is. Raises Refused."""
    asks.answer(ask=ask, said=RATHER_NOT, by=by, now=now, said_at=said_at)


def _write(project, parts, seen_by, by, now, said_at) -> Biography:
    """The project is held. The day she says how she arrives is kept with it: it is old soon."""
    said_at = said_at or now
    row = project.biographies.filter(person=by.person).first() or Biography(project=project, person=by.person)
    changed_at, seen_by = row.changed_at if row.pk else None, seen_by or row.seen_by
    refuse_unless(rules.can_write_story(seen_by=seen_by, said_at=said_at, changed_at=changed_at))
    new = {name: words.strip() for name, words in parts.items() if name in rules.PARTS}
    if new.get("arriving", "") != row.parts.get("arriving", "") and "arriving" in new:
        new["arriving_on"] = said_at.astimezone(LONDON).date().isoformat()
    row.parts = {name: words for name, words in (row.parts | new).items() if words}
    row.seen_by, row.changed_at, row.hands = seen_by, said_at, hands_in(by)
    with _tells_if_it_shows(project, by, now):
        row.save()
    _answer_what_is_open(project, by, now, said_at)
    return row


@contextmanager
def _tells_if_it_shows(project: Project, by: Acting, now: datetime) -> Iterator[None]:
    """Tell upwards when what the project can show of it is another than before, and nothing else of what was written."""
    before = members_know_each_other(project, now).status
    yield
    if members_know_each_other(project, now).status != before:
        hands = {by.person.pk, *hands_in(by)} & left_out(project).by_job
        happened("story-written", project=project, now=now, by_members=not hands)


def _answer_what_is_open(project: Project, by: Acting, now: datetime, said_at: datetime) -> None:
    waiting = open_ask(project, by.person, now)
    if waiting:
        asks.answer(ask=waiting, said=WRITTEN, by=by, now=now, said_at=said_at)


def open_ask(project: Project, person: Person, now: datetime) -> Ask | None:
    """What she was asked here, if she has not answered and still can."""
    rows = person.asks.filter(question=_question(project), withdrawn_at=None, answers=None)
    return rows.filter(closes_at__gt=now).first()


@transaction.atomic
def arrive(*, project: Project, words: str, by: Acting, now: datetime) -> Biography:
    """How she arrives today; empty takes it away. Who reads it is as she chose before, and at first nobody but she."""
    hold(project)
    row = project.biographies.filter(person=by.person).first()
    seen_by = row.seen_by if row else rules.NOBODY_BUT_ME
    if row and row.parts.get("arriving") == words.strip():  # the same words on another day are said anew
        row.parts = {name: said for name, said in row.parts.items() if name != "arriving"}
        row.save(update_fields=["parts"])
    return _write(project, {"arriving": words}, seen_by, by, now, None)


@transaction.atomic
def hide(*, project: Project, by: Acting, now: datetime) -> None:
    """Nobody but she reads it from now on."""
    project = hold(project)
    with _tells_if_it_shows(project, by, now):
        project.biographies.filter(person=by.person).update(seen_by=rules.NOBODY_BUT_ME)


@transaction.atomic
def ask_everybody(*, project: Project, by: Acting, now: datetime) -> int:
    """Ask everybody who has not written, once, by her own door. Returns how many. Raises Refused."""
    project = hold(project)
    people = still_to_ask(project, by.person)
    wrote = project.biographies.filter(person=by.person, seen_by=rules.EVERYBODY).exists()
    refuse_unless(rules.can_ask_who_we_are(state=project.state, wrote_first=wrote, to_ask=len(people)))
    asks.ask_all(
        WHO_I_AM,
        question=_question(project),
        people=people,
        room=project.room,
        now=now,
        closes_at=now + OPEN_FOR,
        values={"slug": project.slug, "project": project.name},
    )
    history.note(project.room, by, "asked-who-we-are", project.ref, now=now)
    return len(people)


def still_to_ask(project: Project, asking: Person) -> list[Person]:
    """Everybody here who takes no break, has written nothing and was not asked. Three queries."""
    done = set(project.biographies.values_list("person_id", flat=True))
    done |= set(Ask.objects.filter(question=_question(project)).values_list("person_id", flat=True))
    here = {place.membership.person_id: place.membership.person for place in places(project) if place.asked}
    return [person for pk, person in here.items() if pk not in done | {asking.pk}]


def _question(project: Project) -> str:
    return f"{WHO_I_AM.name}:{project.ref}"
