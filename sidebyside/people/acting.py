"""Who is doing something, in whose name, and through which door. Every action's `by`."""

from dataclasses import dataclass

from sidebyside.people.models import Person


@dataclass(frozen=True)
class Acting:
    """person: whose act it is. helper: who enters it for her, if anybody. door: how it came.

    card_made_by: who made the card that she is signed in with, if she is (DECISIONS 6: such answers can be left out).
    """

    person: Person
    helper: Person | None = None
    door: str = "web"
    card_made_by: Person | None = None
