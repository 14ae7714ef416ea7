"""What whoever runs the hub does about people from the command line."""

from typing import TextIO

from sidebyside.kit.clock import now
from sidebyside.people import actions
from sidebyside.people.links import person_with


def add_desk_command(name: str, email: str, out: TextIO) -> int:
    """Add somebody (or find her by her email) and let her keep the hub's desk.

    Returns 0; 1 for what is no email; 2 when somebody of another name has that email: then nothing is done.
    """
    if "@" not in email.strip("@"):
        print(f"{email} is not an email address. Write one like name@example.org.", file=out)
        return 1
    moment, there = now(), person_with(email)
    if there and there.name.strip().casefold() != name.strip().casefold():
        print(f"{email} belongs to {there.name}, not to {name}: nothing was changed.", file=out)
        return 2
    person = there or actions.add_person(name=name, email=email, by=None, now=moment)
    actions.give_the_desk_to(person=person, now=moment)
    print(f"{person.name} now keeps the desk. She signs in with {person.email}.", file=out)
    return 0
