"""What the pages about coming to a meeting read."""

from datetime import datetime

from sidebyside.access.models import Interest
from sidebyside.kit.sealed_reads import note_reads
from sidebyside.kit.words import say
from sidebyside.people.asks import KINDS
from sidebyside.people.models import Ask, Person
from sidebyside.people.naming import called
from sidebyside.sessions import coming
from sidebyside.sessions import coming_rules as rules
from sidebyside.sessions.models import Meeting
from sidebyside.who_can import Act, may

WAYS = (*rules.THERE, rules.VIEWS, rules.NO)


def my_ask(meeting: Meeting, person: Person) -> Ask | None:
    """Her sheet to prepare this meeting, if she was asked."""
    return person.asks.filter(question=coming.question_of(meeting), withdrawn_at=None).select_related("person").first()


def plans(request, meeting: Meeting) -> bool:
    """Does she plan this meeting: by her job, or for a group's own, as whoever planned it?"""
    if meeting.group_id:
        return meeting.planned_by_id == request.person.pk
    return bool(may(request.roles, Act.PLAN_MEETING))


def who_is_coming(meeting: Meeting, reader: Person, *, now: datetime, plans: bool, runs: bool) -> dict:
    """Names, by how they come. For those who plan: what to arrange. For those who run it: what is to be read out."""
    said = coming.answers(meeting)
    people = {one.pk: one for one in Person.objects.filter(pk__in=said)}
    waiting = [one.name for one in coming.whose(meeting) if one.pk not in said]
    ways = {way: [called(people[pk]) for pk in said if said[pk]["coming"] == way] for way in WAYS}
    return {
        "meeting": meeting,
        "ways": [{"words": say(f"comes_{way}"), "names": sorted(names)} for way, names in ways.items() if names],
        "waiting": waiting,
        "arrange": _to_arrange(said, people, reader, now) if plans else None,
        "views": coming.views_sent(meeting) if runs else [],
        "asked": meeting.asked_before_at is not None,
        "begun": meeting.starts_at <= now,
        "mine": my_ask(meeting, reader),
        "minutes": KINDS[coming.BEFORE.name].minutes,
    }


def _to_arrange(said: dict[int, dict], people: dict[int, Person], reader: Person, now: datetime) -> list[dict]:
    """What people want arranged, by name. Whoever decides about somebody's care does not read hers; each reading is noted."""
    closed = set(Interest.objects.standing().filter(person=reader).values_list("member_id", flat=True))
    open_to = [pk for pk in said if said[pk].get("arrange") and pk not in closed]
    note_reads(
        reader=reader, owners=[people[pk] for pk in open_to], what=coming.BEFORE.name, why="read_to_plan", now=now
    )
    return sorted(
        ({"who": called(people[pk]), "words": said[pk]["arrange"]} for pk in open_to), key=lambda one: one["who"]
    )
