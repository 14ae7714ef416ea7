"""Choosing my doors: which is first, which are next, how much each may say, and when to leave me alone."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from sidebyside.kit import history
from sidebyside.kit.verdict import Refused, no
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.people.models import DOORS, Person
from sidebyside.people.reach import EVERYTHING, HOW_MUCH, has, may_say, reach_of
from sidebyside.people.roles import runs_a_project_of

USUAL = "usual"  # what is said where she chose nothing
NEEDS = {"email": "door_needs_an_email", "text": "door_needs_a_phone", "phone": "door_needs_a_phone"}


@transaction.atomic
def choose_doors(
    *, person: Person, door: str, others: Sequence[str], post_address: Sequence[str], by: Acting, now: datetime
) -> None:
    """Keep which of her doors is first and which come next. by: herself, or the desk on her word.

    She is told, by the old door too. Choosing the same again changes nothing. Raises Refused.
    """
    wanted = [door, *[other for other in others if other != door]]
    if set(wanted) - set(DOORS):
        raise Refused(no("choose_an_answer"))
    _refuse_other_hands(person, by)
    person = Person.objects.select_for_update().get(pk=person.pk)
    was = (person.door, person.reach.get("others", []), person.post_address)
    before, person.post_address = person.door, [line for line in post_address if line] or None
    private_by_post = may_say("post", reveals="inside", says=person.reach.get("says", {})) == EVERYTHING
    if by.card_made_by and private_by_post and person.post_address != was[2]:
        raise Refused(no("card_opens_no_door"))
    for name in wanted:
        if name not in has(person):
            raise Refused(no(NEEDS.get(name, "door_needs_an_address")))
    person.door, person.reach = door, {**person.reach, "others": wanted[1:]}
    if was == (person.door, person.reach["others"], person.post_address):
        return
    _keep(person, by, now)
    if before != door:
        tell(person, "doors_chosen", now=now, door=before)


@transaction.atomic
def choose_how_much(
    *, person: Person, says: dict[str, str], quiet: bool, together: bool, by: Acting, now: datetime
) -> None:
    """Keep how much each door may say, and when it may say it. by: herself, or the desk on her word. She is told.

    says: door -> everything, waiting, nothing or usual; a door that is left out stays as it is. Raises Refused.
    """
    if set(says) - set(DOORS) or set(says.values()) - {USUAL, *HOW_MUCH}:
        raise Refused(no("choose_an_answer"))
    _refuse_other_hands(person, by)
    person = Person.objects.select_for_update().get(pk=person.pk)
    _refuse_more_by_card(person, says, by)
    both = {**person.reach.get("says", {}), **says}
    kept = {name: kept for name, kept in person.reach.items() if name != "quiet"}
    kept |= {"says": {name: how for name, how in both.items() if how != USUAL}, "together": together}
    kept |= {} if quiet else {"quiet": None}
    if reach_of(person) != reach_of(Person(door=person.door, reach=kept)):
        person.reach = kept
        _keep(person, by, now)


def _keep(person: Person, by: Acting, now: datetime) -> None:
    person.save(update_fields=["door", "reach", "post_address"])
    history.note(history.HUB, by, "doors-chosen", person.ref, now=now)
    tell(person, "doors_chosen", now=now)


def _refuse_more_by_card(person: Person, says: dict[str, str], by: Acting) -> None:
    """Whoever made a card may have used it: with a card no door is opened wider than it was (decision 11)."""
    before = person.reach.get("says", {})
    after = {door: how for door, how in {**before, **says}.items() if how != USUAL}
    if by.card_made_by and any(_how_much(door, after) > _how_much(door, before) for door in says):
        raise Refused(no("card_opens_no_door"))


def _how_much(door: str, says: dict[str, str]) -> list[int]:
    """How much this door says of an open question and of a private one: more is a higher number."""
    return [-HOW_MUCH.index(may_say(door, reveals=reveals, says=says)) for reveals in ("open", "inside")]


def _refuse_other_hands(person: Person, by: Acting) -> None:
    """The desk writes down what she chose: not whoever runs a project of hers, who could then read or fill in her letters."""
    if by.person != person and runs_a_project_of(by.person, person):
        raise Refused(no("recorder_runs_a_project_of_hers"))
