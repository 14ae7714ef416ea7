"""Who is doing something, in whose name, and through which door. Every action's `by`."""

from dataclasses import dataclass

from sidebyside.people.models import Person


@dataclass(frozen=True)
class Acting:
    """person: whose act it is. helper: who enters it for her, if anybody. door: how it came.

    keyed_by: who typed in what she wrote on paper or said by phone, if somebody did; not her choice, as a helper is.
    card_made_by: who made the card that she is signed in with, or printed the paper whose code she used, if she did
    (decision 6: such answers can be left out).
    """

    person: Person
    helper: Person | None = None
    door: str = "web"
    card_made_by: Person | None = None
    keyed_by: Person | None = None

    @property
    def hand(self) -> Person:
        """Whose hand it came through: the helper, whoever typed it in, or herself."""
        return self.helper or self.keyed_by or self.person


def answering(request) -> Acting:
    """In whose name an ask is answered on this page: the member she is helping just now, or else herself.

    Only pages that show or answer an ask use this; everything else is done by `request.by`. Whether a helper may
    answer that ask is decided in `asks.answer`.
    """
    if request.helping is None:
        return request.by
    return Acting(person=request.helping.member, helper=request.person, card_made_by=request.by.card_made_by)
