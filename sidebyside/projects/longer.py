"""When a project grows longer than people were told, everybody is asked again. No answer is never a yes."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.dateparse import parse_date

from sidebyside.kit import history
from sidebyside.kit.clock import LONDON
from sidebyside.kit.events import happened
from sidebyside.kit.verdict import Refused, no, refuse_unless
from sidebyside.kit.worker import each
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.people.models import Answer
from sidebyside.projects import rules
from sidebyside.projects.actions import hold, planned_timeline
from sidebyside.projects.facts import own_yes_to_more_time, places
from sidebyside.projects.joining import leave
from sidebyside.projects.models import Break, Membership, MoreTime, Project, Stage

YES, NO, TALK, ASKED = "yes", "no", "talk", "asked"
SAID = (YES, NO, TALK)
LONGER = asks.add_kind(asks.Kind("projects.longer", "open", 5, "ask_longer_title", ("longer", ("slug",))))


def end_told(membership: Membership) -> date | None:
    """The end that she said yes to: when she joined, or again when it grew longer. It had the extra time in it."""
    return membership.stays_until or parse_date(membership.told.get("ends_on", ""))


def planned_end(project: Project) -> date | None:
    """When it is over by the plan, with all the extra time."""
    stages = planned_timeline(project.stages.order_by("order"))
    return stages[-1].ends_with_extra if stages else None


@transaction.atomic
def plan_more_time(
    *, project: Project, stage: Stage, weeks: int, seen_until: date, why: str, by: Acting, now: datetime
) -> MoreTime:
    """Plan some weeks more for a stage, and ask everybody again who was told an earlier end. Raises Refused.

    seen_until: the end that was on the page, so that the same sent twice plans it once. why: told to everybody.
    """
    project = hold(project)
    stage = project.stages.get(pk=stage.pk)
    was_until = planned_end(project) or seen_until
    refuse_unless(
        rules.can_plan_more_time(
            state=project.state,
            stage_ended=bool(stage.ended_at),
            weeks=weeks,
            was_until=was_until,
            seen_until=seen_until,
        )
    )
    stage.planned_weeks += weeks
    stage.save(update_fields=["planned_weeks"])
    until = planned_end(project) or was_until
    if until <= was_until:
        raise Refused(no("more_time_is_some_weeks"))
    more = MoreTime.objects.create(
        project=project, was_until=was_until, until=until, why=why.strip(), by=by.person, at=now
    )
    values = {"was_until": was_until.isoformat(), "until": until.isoformat()}
    history.note(project.room, by, "project-grew-longer", more.ref, now=now, values=values, words=why.strip())
    _ask_everybody(more, now)
    happened("project-grew-longer", project=project, now=now)
    return more


def _ask_everybody(more: MoreTime, now: datetime) -> None:
    """Those who were told an earlier end. Who takes a break is asked too: it is about whether she is here at all."""
    here = more.project.memberships.joined().select_related("person").order_by("id")
    again = [m for m in here if rules.is_asked_again(told_until=end_told(m), until=more.until)]
    for membership in again:
        membership.stays_until, membership.goes_on = end_told(membership) or more.was_until, ASKED
    Membership.objects.bulk_update(again, ["stays_until", "goes_on"])
    asks.Ask.objects.filter(kind=LONGER.name, room=more.project.room, withdrawn_at=None).update(withdrawn_at=now)
    asks.ask_all(
        LONGER,
        question=_question(more),
        people=[membership.person for membership in again],
        room=more.project.room,
        now=now,
        values={"slug": more.project.slug, "more_time": more.ref, "project": more.project.name},
    )


def _question(more: MoreTime) -> str:
    return f"projects.longer:{more.ref}"


def newest(project: Project) -> MoreTime | None:
    return project.more_times.order_by("-at", "-id").first()


@transaction.atomic
def say_if_i_go_on(
    *, membership: Membership, said: str, by: Acting, now: datetime, said_at: datetime | None = None
) -> Membership:
    """Yes, I go on; no, I leave at the old end; or talk to me first. It can be changed until the old end. Raises Refused."""
    if said not in SAID:
        raise Refused(no("choose_an_answer"))
    project = hold(membership.project)
    held = Membership.objects.select_for_update(of=("self",)).select_related("project", "person")
    membership, more = held.get(pk=membership.pk), newest(project)
    ask = membership.person.asks.filter(question=_question(more)).first() if more else None
    if ask is None or more is None or membership.left_at:
        raise Refused(no("not_asked_to_go_on"))
    asks.answer(ask=ask, said=said, by=by, now=now, said_at=said_at)
    newest_word = asks.counting(ask)
    membership.goes_on = str(newest_word.said) if newest_word else said
    told = parse_date(membership.told.get("ends_on", "")) or more.was_until
    membership.stays_until = more.until if membership.goes_on == YES else min(told, more.was_until)
    membership.save(update_fields=["goes_on", "stays_until"])
    if membership.goes_on == YES:
        Break.objects.filter(membership=membership, ended_at=None, why="end_came").update(ended_at=now)
    everybody = places(project)
    counts = any(place.counted for place in everybody if place.membership == membership)
    counts = counts and (said != YES or membership.person_id in own_yes_to_more_time(project, everybody))
    happened("member-goes-on", project=project, now=now, by_members=counts)
    return membership


def see_to_the_ends_that_came(*, now: datetime) -> int:
    """The old end has come: who said no leaves; who said nothing rests, and nothing is asked of her until she says yes.

    Nobody's place ends but by her own word (decision 6): silence makes no yes, and it makes no leaving either.
    """
    today = now.astimezone(LONDON).date()
    ended = Membership.objects.joined().filter(stays_until__lt=today, project__state="running")
    seen_to = Break.objects.filter(membership=OuterRef("pk"), ended_at=None, why="end_came")
    rows = ended.filter(goes_on__in=[ASKED, TALK, NO]).exclude(Exists(seen_to))
    return each(rows.select_related("project", "person").order_by("id")[:200], lambda row: _end_came(row, now))


@transaction.atomic
def _end_came(membership: Membership, now: datetime) -> bool:
    hold(membership.project)
    membership = Membership.objects.select_related("project", "person").get(pk=membership.pk)
    values = {"project": membership.project.name}
    if membership.left_at or membership.goes_on == YES:
        return False
    if membership.goes_on == NO:
        tell(membership.person, "told_left_at_the_end", values, now=now)
        leave(membership=membership, by=_in_her_words(membership), now=now)
        return True
    Break.objects.update_or_create(
        membership=membership,
        ended_at=None,
        defaults={"why": "end_came"},
        create_defaults={"why": "end_came", "from_at": now},
    )
    tell(membership.person, "told_end_came", values, now=now)
    return True


def _in_her_words(membership: Membership) -> Acting:
    """She said so before, by the door that her answer came by."""
    rows = Answer.objects.filter(
        ask__person=membership.person, ask__kind=LONGER.name, ask__room=membership.project.room
    )
    last = rows.order_by("-said_at", "-id").first()
    return Acting(membership.person, door=last.door if last else "web")
