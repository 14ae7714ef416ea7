"""What it cost somebody to answer, and giving it back: no door costs a member money that she does not get back (decision 12)."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import F

from sidebyside.doors.models_costs import DoorRate, GivenBack
from sidebyside.kit import history
from sidebyside.kit.clock import LONDON
from sidebyside.kit.verdict import Refused, no
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.people.models import Person

WAYS = ("text", "call", "stamp")  # a text to us, a call to us, a stamp where no paid envelope was used
HOWS = ("cash", "bank", "with_pay", "other")


@transaction.atomic
def spent(person: Person, way: str, *, now: datetime) -> None:
    """She sent a text, rang us, or used a stamp of her own. It is counted in its month until it is given back."""
    month = now.astimezone(LONDON).date().replace(day=1)
    still_open = {"person": person, "way": way, "month": month, "given_on": None}
    if GivenBack.objects.filter(**still_open).update(count=F("count") + 1) == 0:
        _row, new = GivenBack.objects.get_or_create(**still_open, defaults={"count": 1})
        if not new:  # another text made it in the meantime
            GivenBack.objects.filter(**still_open).update(count=F("count") + 1)


def rates() -> dict[str, int]:
    """way -> pence for one; what nobody has set is not in it. No figure is ours."""
    return dict(DoorRate.objects.values_list("way", "pence"))


@transaction.atomic
def set_rate(*, way: str, pence: int, by: Acting, now: datetime) -> None:
    """What the hub gives for one. What was given back already stays as it was. Raises Refused."""
    if way not in WAYS:
        raise Refused(no("choose_an_answer"))
    there = DoorRate.objects.select_for_update().filter(way=way).first()
    if there and there.pence == pence:
        return
    DoorRate.objects.update_or_create(way=way, defaults={"pence": pence, "set_by": by.person, "set_at": now})
    history.note(history.HUB, by, "door-rate-set", way, now=now, values={"pence": pence})


@transaction.atomic
def give_back(*, person: Person, how: str, on: date, by: Acting, now: datetime) -> int:
    """All that has a rate was given to her on this day. She is told. Returns the pence; none when there was nothing left.

    Raises Refused: for herself, nobody writes that down; nor for a day to come.
    """
    if how not in HOWS:
        raise Refused(no("choose_an_answer"))
    if person == by.person:
        raise Refused(no("nobody_gives_back_to_herself"))
    if on > now.astimezone(LONDON).date():
        raise Refused(no("given_back_in_the_future"))
    known, pence = rates(), 0
    open_rows = GivenBack.objects.filter(person=person, given_on=None, way__in=known)
    if not open_rows.exists():
        return 0
    history.note(history.HUB, by, "costs-given-back", person.ref, now=now)
    for row in open_rows.select_for_update().order_by("id"):
        row.pence, row.how, row.given_on, row.given_by = row.count * known[row.way], how, on, by.person
        row.save(update_fields=["pence", "how", "given_on", "given_by"])
        pence += row.pence
    tell(person, "costs_given_back", now=now)
    return pence
