"""What the page about my doors is filled in with."""

from sidebyside.doors.forms_choosing import SAID_AT, USUAL
from sidebyside.people.models import Person
from sidebyside.people.reach import reach_of


def as_it_is(person: Person) -> dict:
    reach = reach_of(person)
    return {
        "door": person.door,
        "others": list(reach.doors[1:]),
        "post_address": "\n".join(person.post_address or []),
        "quiet": "yes" if reach.quiet else "no",
        "together": "yes" if reach.together else "no",
    } | {f"says_{door}": reach.says.get(door, USUAL) for door in SAID_AT}
