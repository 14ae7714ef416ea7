"""What this part shows of a project, and what other parts may ask it. Shown only by what members said themselves."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from sidebyside.access import rules
from sidebyside.access.models import Adjustment, Interest, Need, Sharing
from sidebyside.kit.facts import NOT_YET, PARTLY, SHOWN, Fact, offers
from sidebyside.people.asks import that_count
from sidebyside.people.models import Answer, Ask, Helping, Person
from sidebyside.projects.facts import Place, places
from sidebyside.projects.models import Project
from sidebyside.projects.rules import BY_THEIR_JOB

PASSPORT, CHECK_IN, GOT_IT = "access.passport", "access.check_in", "access.got_it"
ASKED, AGAIN, MET = "access.everyone_asked", "access.everyone_asked_again_lately", "access.needs_confirmed_met"
READ_NOTHING = ("entered_by", "card_made_by", "said_at", "recorded_at", "ask__person", "ask__kind", "ask__reveals")
READ = (*READ_NOTHING, "said")
GETTING = {"all": SHOWN, "some": PARTLY, "few": NOT_YET, "not_enough": NOT_YET}


@offers(ASKED, AGAIN, MET)
def what_access_shows(project: Project, now: datetime) -> dict[str, Fact]:
    """Three queries, and one more when somebody helped somebody to answer."""
    said, counted = _own_words(project)
    return _asked(said, counted, now) | {MET: _getting(said)}


def who_was_asked_shows(project: Project, now: datetime) -> dict[str, Fact]:
    """Whether everyone was asked, and again lately. As many queries, and nothing of what anybody said is opened."""
    return _asked(*_own_words(project, READ_NOTHING), now)


def _asked(said: list[Answer], counted: set[int], now: datetime) -> dict[str, Fact]:
    latest = _newest_of_each(said)
    lately = {pk: at for pk, at in latest.items() if at + rules.LATELY > now}
    runs_out = min(lately.values(), default=None)
    return {
        ASKED: _of_everybody(len(latest), len(counted), "everyone_asked"),
        AGAIN: _of_everybody(len(lately), len(counted), "everyone_asked_again", runs_out and runs_out + rules.LATELY),
    }


def _own_words(project: Project, fields: Iterable[str] = READ) -> tuple[list[Answer], set[int]]:
    """What those who are counted said about their needs, oldest first, free of the hands of anybody here by their job
    (decision 6); and who is counted. fields: what is read of each answer."""
    everybody = places(project)
    counted = {place.membership.person_id for place in everybody if place.counted}
    by_job = {p.membership.person_id for p in everybody if p.membership.joined_at and _job(p)}
    rows = Answer.objects.filter(ask__room=project.room, ask__kind__in=[PASSPORT, CHECK_IN, GOT_IT])
    answers = list(rows.select_related("ask").only(*fields).order_by("said_at", "recorded_at", "id"))
    helped = any(answer.entered_by_id != answer.ask.person_id for answer in answers)
    hands = by_job | (_written_down_by(project, by_job) if helped else set())
    free = [answer for answer in answers if _free(answer, by_job, hands)]
    return [answer for answer in free if answer.ask.person_id in counted], counted


def _job(place: Place) -> bool:
    return place.membership.joins_as in BY_THEIR_JOB


def _written_down_by(project: Project, by_job: set[int]) -> set[int]:
    rows = Helping.objects.filter(recorded_by__in=by_job, member__memberships__project=project)
    return set(rows.values_list("helper_id", flat=True))


def _free(answer: Answer, by_job: set[int], hands: set[int]) -> bool:
    if answer.card_made_by_id in by_job:
        return False
    return answer.entered_by_id == answer.ask.person_id or answer.entered_by_id not in hands


def _newest_of_each(said: Iterable[Answer]) -> dict[int, datetime]:
    return {answer.ask.person_id: answer.said_at for answer in said if answer.ask.kind != GOT_IT}


def _of_everybody(some: int, everyone: int, code: str, good_until: datetime | None = None) -> Fact:
    if not some:
        return Fact(NOT_YET, f"{code}_not_yet")
    status = SHOWN if some == everyone else PARTLY
    return Fact(status, code, {"some": some, "everyone": everyone}, good_until)


def _getting(said: Iterable[Answer]) -> Fact:
    """Whether people get what they need: one word for all of them, and never how many, or who."""
    newest: dict[tuple[int, str], Any] = {
        (answer.ask.person_id, answer.ask.kind): answer.said for answer in that_count(said)
    }
    words: dict[int, list[str]] = {}
    for (person, kind), what in newest.items():
        found = list(what.values()) if kind == GOT_IT else [what.get("gets")]
        words.setdefault(person, []).extend(word for word in found if word in rules.GOT)
    word = rules.word_on_getting(rules.lowest_word(each) for each in words.values() if each)
    return Fact(GETTING[word], f"needs_met_{word}")


@dataclass(frozen=True)
class Shared:
    """What one person let a reader see in a project: her answers, by question."""

    person: Person
    needs: tuple[Need, ...]


def needs_in(project: Project, reader: Person, now: datetime, given: dict[int, set[str]] | None = None) -> list[Shared]:
    """What each person of this project lets this reader read here, by name. Four queries, however many people.

    given: what `shared_with` said, where it was asked already.

    Whoever shows it notes it: `kit.sealed_reads.note_reads(reader=…, owners=[one.person for one in …], …)`. Her own
    are not among them. A yes counts only while both are in the project; nobody who decides about her care reads anything.
    """
    given = shared_with(project, reader) if given is None else given
    if not given:
        return []
    rows = Need.objects.filter(person__in=given).select_related("person").order_by("person__name", "person_id", "id")
    found: dict[int, list[Need]] = {pk: [] for pk in given}
    for need in rows:
        if rules.may_read(seen_by=need.seen_by, given=given[need.person_id], decides=False):
            found[need.person_id].append(need)
    return [Shared(needs[0].person, tuple(needs)) for needs in found.values() if needs]


def shared_with(project: Project, reader: Person) -> dict[int, set[str]]:
    """Person -> as what she lets this reader read what she needs, in this project, now. Three queries."""
    here = dict.fromkeys(project.memberships.joined().values_list("person_id", flat=True))
    if reader.pk not in here:
        return {}
    deciding = set(Interest.objects.standing().filter(person=reader).values_list("member_id", flat=True))
    rows = project.sharings.standing().filter(person__in=here, person__erased_at=None).exclude(person=reader)
    given: dict[int, set[str]] = {}
    for person, kind, to in rows.order_by("person__name", "id").values_list("person_id", "kind", "reader_id"):
        if to in (reader.pk, None) and person not in deciding:
            given.setdefault(person, set()).add(kind)
    return given


def adjustments_of(project: Project) -> QuerySet[Adjustment]:
    """What is arranged in this project now, the soonest first, each with whom it is for and who does it.

    Only for those who may read it: `adjustments_for(project, reader)` for a page. Her own she always may.
    """
    rows = project.adjustments.standing().select_related("person", "owner")
    return rows.order_by("due_on", "id")


def adjustments_for(project: Project, reader: Person) -> list[Adjustment]:
    """What this reader may see of what is arranged here: for those who let her read their needs by name."""
    open_to = [pk for pk, kinds in shared_with(project, reader).items() if kinds - {rules.GROUP}]
    return list(adjustments_of(project).filter(person__in=open_to))


def who_was_asked(project: Project) -> dict[int, Answer | None]:
    """Person -> her newest answer about her needs here (None: asked, has not said). Two queries."""
    rows = project_asks(project).values_list("person_id", flat=True)
    found: dict[int, Answer | None] = dict.fromkeys(rows)
    asked = Answer.objects.filter(ask__room=project.room, ask__kind__in=[PASSPORT, CHECK_IN]).defer("said")
    for answer in asked.select_related("ask").order_by("said_at", "id"):
        found[answer.ask.person_id] = answer
    return found


def project_asks(project: Project) -> QuerySet[Ask]:
    return Ask.objects.filter(room=project.room, kind__in=[PASSPORT, CHECK_IN], withdrawn_at=None)


def readers_named(project: Project, person: Person) -> QuerySet[Sharing]:
    """Whom she lets read what she needs in this project."""
    return project.sharings.standing().filter(person=person).select_related("reader").order_by("kind", "id")


def decides_about(person: Person) -> set[int]:
    """Who assesses, pays for or manages this person's care, as she or they said."""
    return set(person.interests.standing().values_list("person_id", flat=True))
