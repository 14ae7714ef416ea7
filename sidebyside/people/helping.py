"""Helpers: whom a member chose to answer in her name, for what, until when (decision 10)."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from sidebyside.kit import history
from sidebyside.kit.clock import LONDON
from sidebyside.kit.verdict import Refused, no, refuse_unless
from sidebyside.people import rules
from sidebyside.people.acting import Acting
from sidebyside.people.asks import KINDS
from sidebyside.people.links import person_with
from sidebyside.people.messages import tell
from sidebyside.people.models import Helping, Person
from sidebyside.people.roles import runs_a_project_of


def kinds_for_helpers() -> list[str]:
    """The kinds of ask that a helper may be chosen for, in a fixed order."""
    return sorted(name for name, kind in KINDS.items() if kind.helpers)


def choose_helper(*, by: Acting, email: str, kinds: Iterable[str], until_on: date, now: datetime) -> Helping:
    """A member chooses somebody in this hub. It holds once she has confirmed it, by herself. Raises Refused."""
    refuse_unless(rules.can_do_on_card(signed_in_by_card=bool(by.card_made_by), what="chooses_no_helper"))
    helper = person_with(email)
    if helper is None:
        raise Refused(no("nobody_here_with_that_email"))
    return _choose(by.person, helper, kinds, until_on, by, now)


@transaction.atomic
def record_choice(
    *, member: Person, helper: str, kinds: Iterable[str], until_on: date, by: Acting, now: datetime
) -> Helping:
    """The desk records what a member told it in person. helper: the name or email of whom she chose. Raises Refused."""
    chosen = _named(helper)
    if by.person in (chosen, member):
        raise Refused(no("desk_does_not_record_itself"))
    if runs_a_project_of(by.person, member):
        raise Refused(no("recorder_runs_a_project_of_hers"))
    helping = _choose(member, chosen, kinds, until_on, by, now)
    _confirm(helping, by, now)
    return helping


def _named(text: str) -> Person:
    """The one person with this email or this very name. Raises Refused when there is none, or more than one."""
    by_email = person_with(text)
    found = [by_email] if by_email else list(Person.objects.filter(name__iexact=text.strip(), erased_at=None)[:2])
    if len(found) != 1:
        raise Refused(no("several_people_with_that_name" if found else "nobody_here_with_that_name"))
    return found[0]


@transaction.atomic
def _choose(member: Person, helper: Person, kinds: Iterable[str], until_on: date, by: Acting, now: datetime) -> Helping:
    """A new choice of the same helper takes the place of the one before; the same choice again is one choice."""
    kinds = sorted(set(kinds))
    refuse_unless(
        rules.can_be_helper(same_person=member == helper, runs_a_project_of_hers=runs_a_project_of(helper, member))
    )
    refuse_unless(
        rules.can_choose_helper(
            kinds=kinds, allowed=kinds_for_helpers(), until_on=until_on, today=now.astimezone(LONDON).date()
        )
    )
    Person.objects.select_for_update().get(pk=member.pk)
    now_open = Helping.objects.filter(member=member, helper=helper, ended_at=None).first()
    if now_open and (now_open.kinds, now_open.until_on) == (kinds, until_on):
        return now_open
    Helping.objects.filter(member=member, helper=helper, ended_at=None).update(ended_at=now)
    helping = Helping.objects.create(
        member=member, helper=helper, kinds=kinds, until_on=until_on, recorded_by=by.person, recorded_at=now
    )
    history.note(history.HUB, by, "helper-chosen", helping.ref, now=now)
    return helping


@transaction.atomic
def confirm_helper(*, helping: Helping, by: Acting, now: datetime) -> None:
    """The member herself says yes, this is my choice: not on a card that somebody else made. Raises Refused."""
    refuse_unless(rules.can_do_on_card(signed_in_by_card=bool(by.card_made_by), what="chooses_no_helper"))
    if helping.member != by.person:
        raise Refused(no("only_she_confirms_her_helper"))
    if helping.ended_at:
        raise Refused(no("helping_has_ended"))
    _confirm(helping, by, now)


def _confirm(helping: Helping, by: Acting, now: datetime) -> None:
    if Helping.objects.filter(pk=helping.pk, confirmed_at=None, ended_at=None).update(confirmed_at=now):
        history.note(history.HUB, by, "helper-confirmed", helping.ref, now=now)
        tell(helping.helper, "you_were_chosen_to_help", {"name": helping.member.name}, now=now)
        tell(helping.member, "your_helper_can_start", {"name": helping.helper.name}, now=now)


@transaction.atomic
def end_helping(*, helping: Helping, by: Acting, now: datetime) -> None:
    """It ends at once, whenever the member or the helper says so; the desk may record that one of them said so."""
    if Helping.objects.filter(pk=helping.pk, ended_at=None).update(ended_at=now):
        history.note(history.HUB, by, "helper-ended", helping.ref, now=now)
        tell(helping.helper, "helping_ended", {"name": helping.member.name}, now=now)
        tell(helping.member, "your_helper_ended", {"name": helping.helper.name}, now=now)
