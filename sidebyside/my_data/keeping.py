"""How long things are kept: chosen at the desk, counted and carried out by the worker."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from sidebyside.kit import history
from sidebyside.kit.holdings import Keeping, all_keepings
from sidebyside.kit.verdict import refuse_unless
from sidebyside.kit.worker import each
from sidebyside.my_data import rules
from sidebyside.my_data.models import Retention
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.people.models import Person
from sidebyside.who_can import Role

A_GO, GOES = 500, 10  # how many rows are dropped in one go, and how many goes a kind has in one run
WORTH_SAYING = 30  # the desk is told of what was kept for a month at least


def days_of(keeping: Keeping, row: Retention | None, *, now: datetime) -> int:
    """For how many days this kind is kept, as it counts now."""
    return rules.days_that_count(
        default=keeping.default_days,
        days=row.days if row else None,
        before=row.days_before if row else None,
        changed_at=row.changed_at if row else None,
        now=now,
    )


@transaction.atomic
def keep_for(*, keeping: Keeping, days: int, by: Acting, now: datetime) -> Retention:
    """From now on this kind is kept for so many days. A shorter time counts in a week. Raises Refused."""
    refuse_unless(rules.can_keep_for(days))
    row, _ = Retention.objects.select_for_update().get_or_create(kind=keeping.kind)
    as_it_is = days_of(keeping, row, now=now)
    if row.days == days or (row.days is None and days == as_it_is):
        return row
    row.days, row.days_before, row.changed_by, row.changed_at = days, as_it_is, by.person, now
    _count(keeping, row, now)
    row.save()
    history.note(history.HUB, by, "keeping-changed", now=now, values={"kind": keeping.kind, "days": days})
    return row


def drop_what_is_old(*, now: datetime) -> int:
    """Drop what was kept for its time, and count what goes next. One kind that fails stops no other. Returns how many."""
    keepings = {keeping.kind: keeping for keeping in all_keepings()}
    for kind in keepings:
        Retention.objects.get_or_create(kind=kind)
    rows = Retention.objects.filter(kind__in=keepings).order_by("id")
    return each(rows, lambda row: _drop(keepings[row.kind], row, now))


def _drop(keeping: Keeping, row: Retention, now: datetime) -> bool:
    before, dropped = now - timedelta(days=days_of(keeping, row, now=now)), 0
    for rows, how_many in _in_goes(keeping, before):
        keeping.drop(rows=rows, now=now)
        dropped += how_many
    if dropped:
        row.dropped, row.dropped_at = dropped, now
    _count(keeping, row, now)
    row.save()
    return bool(dropped)


def _in_goes(keeping: Keeping, before: datetime) -> Iterator[tuple[QuerySet, int]]:
    last: list = []
    for _ in range(GOES):
        found = keeping.overdue(before)
        keys = list(found.order_by("pk").values_list("pk", flat=True)[:A_GO])
        if not keys or keys == last:
            return
        last = keys
        yield found.model._default_manager.filter(pk__in=keys), len(keys)


def _count(keeping: Keeping, row: Retention, now: datetime) -> None:
    days = days_of(keeping, row, now=now)
    row.soon = keeping.overdue(now + rules.SOON - timedelta(days=days)).count()
    row.counted_at = now


def tell_the_desk(*, now: datetime) -> None:
    """Each week the desk is told how many things go soon, so that somebody can look before they do."""
    keepings = {keeping.kind: keeping for keeping in all_keepings()}
    rows = Retention.objects.filter(kind__in=keepings, soon__gt=0)
    number = sum(row.soon for row in rows if days_of(keepings[row.kind], row, now=now) >= WORTH_SAYING)
    if number:
        desk = Person.objects.filter(erased_at=None, hub_roles__role=Role.DESK.value, hub_roles__until=None)
        for person in desk.distinct():
            tell(person, "things_go_soon", {"number": number}, now=now)
