"""What the pages about my doors are filled in with."""

from sidebyside.doors.choosing import USUAL
from sidebyside.doors.forms_choosing import SAID_AT
from sidebyside.people.models import Person
from sidebyside.people.reach import reach_of


def her_doors(person: Person) -> dict:
    return {
        "door": person.door,
        "others": list(reach_of(person).doors[1:]),
        "post_address": "\n".join(person.post_address or []),
    }


def doors_that_say(person: Person) -> set[str]:
    """Her doors that may say more or less. What stands on her own page is told by email too, where she has one."""
    doors = set(reach_of(person).doors)
    return doors | {"email"} if "web" in doors and person.email else doors


def how_much(person: Person) -> dict:
    reach = reach_of(person)
    when = {"quiet": "yes" if reach.quiet else "no", "together": "yes" if reach.together else "no"}
    return when | {f"says_{door}": reach.says.get(door, USUAL) for door in SAID_AT}
