"""What is done with time: forgetting on its day, dropping what is old, and writing the database anew by night."""

from datetime import datetime, timedelta

from sidebyside.kit.clock import LONDON
from sidebyside.kit.tidying import write_afresh
from sidebyside.kit.worker import every
from sidebyside.my_data import actions, keeping
from sidebyside.people.models import Person

BY_NIGHT = 3  # the hour in which nobody minds waiting a little


@every(hours=1)
def forget_on_the_day(*, now: datetime) -> None:
    actions.forget_those_whose_day_came(now=now)


@every(hours=1)
def drop_what_is_old(*, now: datetime) -> None:
    keeping.drop_what_is_old(now=now)


@every(days=7)
def tell_the_desk(*, now: datetime) -> None:
    keeping.tell_the_desk(now=now)


@every(hours=1)
def write_the_database_afresh(*, now: datetime) -> None:
    """In the two nights after somebody was forgotten."""
    by_night = now.astimezone(LONDON).hour == BY_NIGHT
    if by_night and Person.objects.filter(erased_at__gt=now - timedelta(days=2)).exists():
        write_afresh()
