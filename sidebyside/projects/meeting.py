"""Let us meet: a project says whether it is open to new people, and somebody says by any door that she would like to meet."""

import json
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.crypto import salted_hmac

from sidebyside.kit import history
from sidebyside.kit.clock import LONDON
from sidebyside.kit.verdict import Refused, no, refuse_unless
from sidebyside.people.acting import Acting
from sidebyside.people.actions import add_person
from sidebyside.people.links import person_with
from sidebyside.people.models import Organisation, Person
from sidebyside.projects import joining, rules
from sidebyside.projects.actions import hold
from sidebyside.projects.models import Hello, Membership, Opening, Project

SAYS = ("about", "time", "pay", "looking_for", "meets", "until_on")
MET, NOT_NOW, TAKEN_BACK = "asked_to_join", "not_now", "taken_back"


@transaction.atomic
def open_to_new_people(*, project: Project, by: Acting, now: datetime, today: date, **says) -> Opening:
    """Open a project to new people until a day, with what anybody may read of it (SAYS). While open, it is changed.

    Opened again after it closed, it is a second time: both stay on the timeline. Raises Refused.
    """
    project = hold(project)
    refuse_unless(rules.can_open(state=project.state, until_on=says["until_on"], today=today))
    there = project.openings.filter(closed_at=None).first()
    if there and there.until_on >= today:
        return _say(there, says, by, now)
    project.openings.filter(closed_at=None).update(closed_at=now)
    opening = Opening.objects.create(project=project, opened_by=by.person, opened_at=now, **says)
    until = {"until": opening.until_on.isoformat(), "time": project.openings.count()}
    history.note(project.room, by, "opened-to-new-people", opening.ref, now=now, values=until)
    return opening


def _say(opening: Opening, says: dict, by: Acting, now: datetime) -> Opening:
    changed = [name for name in SAYS if getattr(opening, name) != says[name]]
    for name in changed:
        setattr(opening, name, says[name])
    if changed:
        opening.save(update_fields=changed)
        what = {"what": changed}
        history.note(opening.project.room, by, "opening-described", opening.ref, now=now, values=what)
    return opening


@transaction.atomic
def close_to_new_people(*, project: Project, by: Acting, now: datetime) -> None:
    """Nobody new says hello by the web from now on. Whoever did before is still answered."""
    if hold(project).openings.filter(closed_at=None).update(closed_at=now):
        history.note(project.room, by, "closed-to-new-people", project.ref, now=now)


def opening_now(project: Project, *, today: date) -> Opening | None:
    """The opening that is open now, if the project runs and is open to new people."""
    if project.state != "running":
        return None
    return project.openings.filter(closed_at=None, until_on__gte=today).first()


@transaction.atomic
def say_hello(
    *,
    project: Project,
    said: Any,
    now: datetime,
    today: date,
    by: Acting | None = None,
    door: str = "web",
    said_at: datetime | None = None,
    sent_from: str = "",
) -> Hello:
    """Somebody would like to meet this project. The same words again are one hello. Raises Refused.

    said: name, way (email, phone, post, in-person), reach, helps, more. by: who wrote it down, if somebody did.
    sent_from: a digest of the address that it was sent from, so that nobody floods the project.
    """
    project = hold(project)
    digest = salted_hmac(f"sidebyside.hello.{project.ref}", json.dumps(said, sort_keys=True)).hexdigest()
    there = project.hellos.filter(digest=digest, answered_at=None).first()
    if there:
        return there
    lately = Hello.objects.filter(sent_from=sent_from, recorded_at__gt=now - timedelta(hours=1)) if sent_from else None
    refuse_unless(
        rules.can_say_hello(
            state=project.state,
            is_open=opening_now(project, today=today) is not None,
            written_down=by is not None,
            lately=lately.count() if lately is not None else 0,
        )
    )
    hello = Hello.objects.create(
        project=project,
        said=said,
        digest=digest,
        door=door,
        said_at=said_at or now,
        recorded_at=now,
        recorded_by=by.person if by else None,
        sent_from=sent_from,
    )
    history.note(project.room, by, "hello-said", hello.ref, now=now, values={"door": door})
    return hello


def write_down(
    *, project: Project, said: dict, door: str, said_on: date | None, by: Acting, now: datetime, today: date
) -> Hello:
    """The desk, or a facilitator, writes down what somebody said by phone, in person or on paper. Raises Refused."""
    if said_on and said_on > today:
        raise Refused(no("said_in_the_future"))
    said_at = datetime.combine(said_on, time(12), tzinfo=LONDON) if said_on and said_on < today else now
    return say_hello(project=project, said=said, now=now, today=today, by=by, door=door, said_at=said_at)


def _held(hello: Hello) -> Hello:
    """This hello, held, once its project is. Raises Refused when it was answered."""
    hold(hello.project)
    held = Hello.objects.select_for_update(of=("self",)).select_related("project").get(pk=hello.pk)
    refuse_unless(rules.can_answer_hello(answered=bool(held.answered_at)))
    return held


@transaction.atomic
def arrange(*, hello: Hello, meeting: dict, by: Acting, now: datetime) -> Hello:
    """Say when, where and how to meet. She is told by her own door. Saying the same again changes nothing. Raises Refused."""
    hello = _held(hello)
    if hello.meeting == meeting:
        return hello
    hello.meeting, hello.arranged_at = meeting, now
    hello.to_tell, hello.told_at, hello.started_at = "meeting", None, None
    hello.save(update_fields=["meeting", "arranged_at", "to_tell", "told_at", "started_at"])
    history.note(hello.project.room, by, "hello-arranged", hello.ref, now=now)
    return hello


@transaction.atomic
def say_not_now(*, hello: Hello, words: str, by: Acting, now: datetime) -> Hello:
    """Say kindly why it is not now. She is told by her own door, with what else is open. Raises Refused."""
    hello = _answered(_held(hello), NOT_NOW, by, now)
    hello.kindly, hello.to_tell, hello.told_at, hello.started_at = {"words": words.strip()}, NOT_NOW, None, None
    hello.save(update_fields=["kindly", "to_tell", "told_at", "started_at"])
    return hello


@transaction.atomic
def take_back(*, hello: Hello, by: Acting, now: datetime) -> Hello:
    """She no longer wants to, which is fine: what she wrote is emptied at once. Raises Refused."""
    hello = _answered(_held(hello), TAKEN_BACK, by, now)
    hello.said, hello.meeting, hello.to_tell = {}, None, ""
    hello.save(update_fields=["said", "meeting", "to_tell"])
    return hello


@transaction.atomic
def ask_to_join(
    *,
    hello: Hello,
    joins_as: str,
    organisation: Organisation | None,
    paid_by_job: bool,
    offer: str,
    by: Acting,
    now: datetime,
) -> Membership:
    """After meeting: she gets a place in the hub, if she has none, and is asked to join as anybody is. Raises Refused."""
    hello = _held(hello)
    membership = joining.invite(
        project=hello.project,
        person=_person(hello.said, by, now),
        joins_as=joins_as,
        organisation=organisation,
        paid_by_job=paid_by_job,
        offer=offer,
        by=by,
        now=now,
    )
    _answered(hello, MET, by, now)
    return membership


def _person(said: dict, by: Acting, now: datetime) -> Person:
    """Whoever has this email here; else somebody new, reached as she said she wants to be."""
    way, reach = said["way"], said["reach"]
    email, phone = (reach if way == one else "" for one in ("email", "phone"))
    there = person_with(email) if email else None
    if there:
        return there
    person = add_person(name=said["name"], email=email, phone=phone, door=way, by=by, now=now)
    if way == "post":
        person.post_address = reach.splitlines()
        person.save(update_fields=["post_address"])
    return person


def _answered(hello: Hello, answer: str, by: Acting, now: datetime) -> Hello:
    hello.answer, hello.answered_by, hello.answered_at = answer, by.person, now
    hello.save(update_fields=["answer", "answered_by", "answered_at"])
    history.note(
        hello.project.room, by, "hello-answered", hello.ref, now=now, values={"answer_code": f"hello_{answer}"}
    )
    return hello


def was_told(*, hello: Hello, by: Acting, now: datetime) -> None:
    """Somebody rang, wrote or met her, and told her. Twice is once."""
    Hello.objects.filter(pk=hello.pk, told_at=None).exclude(to_tell="").update(told_at=now)


def waiting(project: Project) -> QuerySet[Hello]:
    """Who still waits for something: an answer, or to be told it; the one who has waited longest first."""
    still = Q(answered_at=None) | (~Q(to_tell="") & Q(told_at=None))
    return project.hellos.filter(still).select_related("project").order_by("said_at", "id")
