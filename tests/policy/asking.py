"""Each kind of ask in the product, really asked of one person who lets every door say everything."""

from collections.abc import Callable
from datetime import date, timedelta

from sidebyside.access import checking_in
from sidebyside.access.models import Adjustment, Sharing
from sidebyside.agreements.actions import propose
from sidebyside.agreements.biographies import ask_everybody, write
from sidebyside.kit.clock import now
from sidebyside.people.acting import Acting
from sidebyside.people.asks import KINDS
from sidebyside.people.models import Ask, Helping, Person
from sidebyside.people.sheets import sheet_of
from sidebyside.projects import actions, joining, longer
from sidebyside.projects.models import Group, GroupMember, Membership, Stage
from sidebyside.projects.texts import source
from sidebyside.sessions import actions as meeting
from sidebyside.sessions import coming, noting, whens
from sidebyside.sessions.plans import plan_from
from sidebyside.standing.actions import open_round
from sidebyside.texts import actions as texts
from tests.cast import Cast, make_person

ADDRESS = ["Flat 2", "14 Mill Lane", "Bristol BS1 0AA"]
EVERYTHING = dict.fromkeys(("email", "text", "post", "phone"), "everything")


def reachable(person: Person, *, door: str, format: str = "standard", phone: str = "07700 900111") -> Person:
    """Every door is hers, and may say everything; this one is first."""
    person.door, person.format, person.phone, person.post_address = door, format, phone, ADDRESS
    person.reach = {"says": EVERYTHING, "quiet": None}
    person.save()
    return person


def helped_by(person: Person, helper: Person) -> Helping:
    kinds = sorted(name for name, kind in KINDS.items() if kind.helpers)
    Helping.objects.filter(member=person).update(ended_at=now())
    day = now().date() + timedelta(days=100)
    more = {"recorded_by": person, "recorded_at": now(), "confirmed_at": now()}
    return Helping.objects.create(member=person, helper=helper, kinds=kinds, until_on=day, **more)


def _by_grace(cast: Cast) -> dict:
    return {"by": Acting(cast.grace), "now": now()}


def _round(cast, person):
    open_round(project=cast.project, why="asked", by=None, now=now())


def _proposal(cast, person):
    words = {"kind": "way_of_deciding", "subject": "", "words": "One person, one voice.", "method": "majority"}
    propose(project=cast.project, days=28, **words, **_by_grace(cast))


def _own_group(cast, person) -> Group:
    group, _made = Group.objects.get_or_create(
        project=cast.project, kind="lived_expertise", defaults={"name": "Lived Expertise Group", "made_at": now()}
    )
    GroupMember.objects.get_or_create(group=group, person=person, until=None, defaults={"since": now()})
    return group


def _own_proposal(cast, person):
    group = _own_group(cast, person)
    words = {"kind": "hard_things", "subject": "", "words": "We stop when somebody says so.", "method": "majority"}
    propose(project=cast.project, group=group, days=28, **words, by=Acting(person), now=now())


def _invitation(cast, person):
    joining.invite(project=cast.project, person=person, joins_as="lived_expertise", **_by_grace(cast))


def _advice(cast, person):
    actions.ask_advice(project=cast.project, question="What is missing?", of=person, **_by_grace(cast))


def _place(cast, person):
    joining.place_ask(Membership.objects.get(project=cast.project, person=person), now())


def _longer(cast, person):
    Membership.objects.filter(person=person).update(told={"ends_on": "2024-05-24"})
    more = {"planned_from": date(2024, 3, 1), "planned_weeks": 10, "started_at": now()}
    stage = Stage.objects.create(project=cast.project, kind="design", title="Design", order=0, **more)
    words = {"weeks": 5, "why": "The letters took longer.", "seen_until": date(2024, 5, 24)}
    longer.plan_more_time(project=cast.project, stage=stage, **words, **_by_grace(cast))


def _passport(cast, person):
    checking_in.ask_who_joined(event="", project=cast.project, now=now())


def _booked(cast, person):
    Sharing.objects.create(
        person=person, project=cast.project, kind="facilitator", reader=cast.grace, given_at=now(), entered_by=person
    )
    made = {"owner": cast.grace, "made_by": cast.grace, "made_at": now(), "changed_at": now(), "state": "booked"}
    Adjustment.objects.create(project=cast.project, person=person, what="A taxi both ways", **made)
    checking_in.check_in(project=cast.project, people=[person], now=now())


def _time_alone(cast, person):
    helped_by(person, cast.nadia)
    checking_in.check_in(project=cast.project, people=[person], now=now())


def _after_meeting(cast, person):
    starts = now() + timedelta(hours=1)
    when = {"starts_at": starts, "ends_at": starts + timedelta(hours=2)}
    made = meeting.plan(project=cast.project, title="We meet", place="The hall", **when, **_by_grace(cast))
    type(made).objects.filter(pk=made.pk).update(starts_at=now() - timedelta(hours=3), ends_at=now())
    meeting.ask_after_meetings(now=now())


def _quote(cast, person):
    _after_meeting(cast, cast.grace)
    made = cast.project.meetings.latest("id")
    noting.write_line(meeting=made, kind="quote", words="I felt heard.", quoted=person, **_by_grace(cast))


def _before_meeting(cast, person):
    starts = now() + timedelta(days=30)  # a letter has time to come back
    when = {"starts_at": starts, "ends_at": starts + timedelta(hours=2)}
    made = meeting.plan(project=cast.project, title="We meet", place="The hall", **when, **_by_grace(cast))
    coming.ask_before(meeting=made, **_by_grace(cast))


def _when(cast, person, group=None):
    starts = [now() + timedelta(days=days) for days in (40, 41)]  # a letter has time to come back
    times = [(one, one + timedelta(hours=2)) for one in starts]
    by = Acting(person) if group else Acting(cast.grace)
    closes_at = now() + timedelta(days=30)
    whens.ask_when(
        project=cast.project, group=group, title="We meet", times=times, closes_at=closes_at, by=by, now=now()
    )


def _own_when(cast, person):
    _when(cast, person, _own_group(cast, person))


def _own_meeting(cast, person):
    starts = now() + timedelta(days=30)  # a letter has time to come back
    where = {"title": "Only us", "place": "The library", "way": "in-person", "join_how": "", "template": ""}
    when = {"starts_at": starts, "ends_at": starts + timedelta(hours=2), "now": now()}
    return plan_from(project=cast.project, group=_own_group(cast, person), by=Acting(person), **where, **when)


def _own_before(cast, person):
    coming.ask_before(meeting=_own_meeting(cast, person), by=Acting(person), now=now())


def _own_after(cast, person):
    made = _own_meeting(cast, person)
    type(made).objects.filter(pk=made.pk).update(starts_at=now() - timedelta(hours=3), ends_at=now())
    meeting.ask_after_meetings(now=now())


def _named(cast, person):
    about = source(cast.project, "about")
    version = texts.write(source=about, format="easy-read", language="en", words="We ask how it is.", **_by_grace(cast))
    day = {"on_day": now().date(), "today": now().date(), "session": "We read it together.", "paid": True}
    texts.record_checking(
        source=about, version=version, checkers=[person], may_check=[person], **day, **_by_grace(cast)
    )


def _who_i_am(cast, person):
    write(project=cast.project, parts={"why": "It is my job."}, seen_by="everybody", **_by_grace(cast))
    ask_everybody(project=cast.project, **_by_grace(cast))


MAKERS: dict[str, Callable] = {
    "standing.round": _round,
    "agreements.proposal": _proposal,
    "agreements.who_i_am": _who_i_am,
    "agreements.own_proposal": _own_proposal,
    "projects.join": _invitation,
    "projects.advice": _advice,
    "projects.place": _place,
    "projects.longer": _longer,
    "access.passport": _passport,
    "access.check_in": _booked,
    "access.got_it": _booked,
    "access.time_alone": _time_alone,
    "meetings.before": _before_meeting,
    "meetings.when": _when,
    "meetings.own_when": _own_when,
    "meetings.own_before": _own_before,
    "meetings.own_after": _own_after,
    "meetings.afterwards": _after_meeting,
    "meetings.quote": _quote,
    "texts.named": _named,
}


def asked(kind: str, cast: Cast, person: Person) -> Ask:
    """Ask this person this kind of thing, through the product's own action."""
    MAKERS[kind](cast, person)
    return Ask.objects.select_related("person").filter(person=person, kind=kind).latest("id")


def somebody_for(kind: str, cast: Cast, **reach) -> Person:
    """Amara; or somebody new for an invitation, who is not in the project yet."""
    person = make_person("Ines Vale") if kind == "projects.join" else cast.amara
    return reachable(person, **reach)


def first_boxes(ask: Ask) -> dict[str, str]:
    """What somebody says who ticks the first box of each question, and writes a few words where there are none."""
    return {q.name: q.choices[0].value if q.choices else "In my own words" for q in sheet_of(ask).questions}
