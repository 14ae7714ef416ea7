"""What the pages about when to meet read."""

from datetime import datetime
from urllib.parse import urlencode

from django.urls import reverse

from sidebyside.access.facts import shared_with
from sidebyside.kit.clock import LONDON
from sidebyside.people.acting import Acting
from sidebyside.people.models import Person
from sidebyside.people.naming import called
from sidebyside.projects.models import LIVED_EXPERTISE, Project
from sidebyside.sessions import when_rules as rules
from sidebyside.sessions import whens
from sidebyside.sessions.models import WhenOption, WhenPoll
from sidebyside.sessions.sheets_when import time_in_words
from sidebyside.who_can import Act, may

AT_MOST = 50


def asked(project: Project, by: Acting) -> dict:
    """What is asked now about when to meet, and what was asked before; the newest first."""
    rows = list(whens.open_to(project, by).order_by("-made_at", "-id")[:AT_MOST])
    return {"open": [row for row in rows if not row.closed_at], "closed": [row for row in rows if row.closed_at]}


def may_close(request, poll: WhenPoll) -> bool:
    """Whoever asked, and whoever plans meetings here."""
    return poll.made_by_id == request.person.pk or (not poll.group_id and bool(may(request.roles, Act.PLAN_MEETING)))


def poll(poll: WhenPoll, reader: Person, *, now: datetime) -> dict:
    """For each time how many can, and whom it leaves out: first those who joined with lived expertise."""
    said = whens.answers(poll)
    here = {one.pk: one for one in whens.whose(poll.project, poll.group)}
    people = here | {one.pk: one for one in Person.objects.filter(pk__in=said.keys() - here.keys())}
    rows = poll.project.memberships.joined().filter(joins_as=LIVED_EXPERTISE, person__in=people)
    lived, shares = set(rows.values_list("person_id", flat=True)), set(shared_with(poll.project, reader))
    mine = reader.asks.filter(question=whens.question_of(poll), withdrawn_at=None).exists()
    return {
        "poll": poll,
        "times": [_time(one, said, people, lived, shares) for one in poll.options.order_by("starts_at", "id")],
        "answered": len(said),
        "waiting": [called(one) for pk, one in here.items() if pk not in said],
        "open": poll.closed_at is None and poll.closes_at > now,
        "mine": mine,
    }


def _time(option: WhenOption, said: dict, people: dict[int, Person], lived: set[int], shares: set[int]) -> dict:
    out = sorted(rules.left_out(said, option.ref), key=lambda pk: (pk not in lived, called(people[pk])))
    return {
        "ref": option.ref,
        "words": time_in_words(option),
        "count": rules.count(said, option.ref),
        "left_out": [{"name": called(people[pk]), "lived": pk in lived} for pk in out],
        "sharing": len(shares & set(out)),
        "office": rules.in_office_hours(option.starts_at, option.ends_at),
        "suits_all": bool(said) and not out,
    }


def to_plan(poll: WhenPoll, time: str) -> str:
    """Where to plan a meeting at one of the times. The address holds no words, only what they are found by."""
    name = "plan-own" if poll.group_id else "plan-meeting"
    return f"{reverse(name, args=[poll.project.slug])}?{urlencode({'poll': poll.ref, 'time': time})}"


def first_words(project: Project, reader: Person, asked: dict) -> dict:
    """What the form to plan a meeting starts from, when its address names a time that was asked about: else nothing."""
    options = WhenOption.objects.filter(
        poll__in=whens.open_to(project, Acting(reader)), poll__ref=asked.get("poll", "")
    )
    option = options.filter(ref=asked.get("time", "")).select_related("poll").first()
    if option is None:
        return {}
    starts, ends = option.starts_at.astimezone(LONDON), option.ends_at.astimezone(LONDON)
    clocks = {"starts": f"{starts:%H:%M}", "ends": f"{ends:%H:%M}"}
    return {"title": option.poll.title, "on": starts.date(), "poll": option.poll.ref} | clocks
