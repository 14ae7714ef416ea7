"""Who may open a passport: its owner, or a helper whom she chose for it. And no card opens what others shared."""

from sidebyside.access.actions import may_open
from sidebyside.access.facts import PASSPORT
from sidebyside.kit.clock import now
from sidebyside.kit.sealed_reads import note_read
from sidebyside.kit.verdict import no
from sidebyside.people.acting import Acting, answering
from sidebyside.people.guard import NotAllowed


def hers(request, kind: str = PASSPORT) -> Acting:
    """In whose name this page is filled in. A helper's reading is noted, like anybody else's.

    Raises NotAllowed for a helper who was not chosen for this kind of ask.
    """
    by = answering(request)
    verdict = may_open(by, now(), kind)
    if not verdict:
        raise NotAllowed(verdict)
    if by.helper:
        note_read(reader=by.helper, owner=by.person, what=PASSPORT, why="helped_with_it", now=now())
    return by


def alone(request) -> Acting:
    """She herself, with no helper on the page. Raises NotAllowed."""
    if request.helping is not None:
        raise NotAllowed(no("only_she_says_this"))
    return request.by


def no_card(request) -> None:
    """Whoever made a card may have used it, so it opens nobody else's needs. Raises NotAllowed."""
    if request.by.card_made_by:
        raise NotAllowed(no("card_reads_no_needs"))
