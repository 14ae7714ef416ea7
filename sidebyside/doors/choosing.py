"""Choosing my doors: which is first, which are next, how much each may say, and when to leave me alone."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from sidebyside.kit import history
from sidebyside.kit.verdict import Refused, no
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.people.models import DOORS, Person
from sidebyside.people.reach import EVERYTHING, HOW_MUCH, has

NEEDS = {"email": "door_needs_an_email", "text": "door_needs_a_phone", "phone": "door_needs_a_phone"}


@transaction.atomic
def choose_doors(
    *,
    person: Person,
    door: str,
    others: Sequence[str],
    says: dict[str, str],
    quiet: bool,
    together: bool,
    post_address: Sequence[str],
    by: Acting,
    now: datetime,
) -> None:
    """Keep how she wants to be reached. by: herself, or the desk on her word. She is told, by the old door too.

    says: door -> everything, waiting or nothing; a door that is left out says what is usual. Raises Refused.
    """
    wanted = [door, *[other for other in others if other != door]]
    if set(wanted) - set(DOORS) or any(how not in HOW_MUCH for how in says.values()):
        raise Refused(no("choose_an_answer"))
    person = Person.objects.select_for_update().get(pk=person.pk)
    _refuse_more_by_card(person, says, by)
    was = (person.door, person.reach, person.post_address)
    before, person.post_address = person.door, [line for line in post_address if line] or None
    for name in wanted:
        if name not in has(person):
            raise Refused(no(NEEDS.get(name, "door_needs_an_address")))
    person.door = door
    person.reach = {"others": wanted[1:], "says": says, "together": together} | ({} if quiet else {"quiet": None})
    if was == (person.door, person.reach, person.post_address):
        return
    person.save(update_fields=["door", "reach", "post_address"])
    history.note(history.HUB, by, "doors-chosen", person.ref, now=now)
    tell(person, "doors_chosen", now=now)
    if before != door:
        tell(person, "doors_chosen", now=now, door=before)


def _refuse_more_by_card(person: Person, says: dict[str, str], by: Acting) -> None:
    """Whoever made a card may have used it: with a card no door is opened wider than it was (decision 11)."""
    kept = person.reach.get("says", {})
    wider = [door for door, how in says.items() if how == EVERYTHING and kept.get(door) != EVERYTHING]
    if by.card_made_by and wider:
        raise Refused(no("card_opens_no_door"))
