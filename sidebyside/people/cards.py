"""Printed cards to sign in with: made at the desk, no use until she sets a word, each use told to her (decision 11)."""

from datetime import datetime

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.db.models import F

from sidebyside.kit import history
from sidebyside.kit.verdict import Refused, no, refuse_unless
from sidebyside.people import rules
from sidebyside.people.acting import Acting
from sidebyside.people.digests import digest, new_code, plain
from sidebyside.people.messages import tell
from sidebyside.people.models import Card, Person
from sidebyside.people.roles import runs_a_project_of


@transaction.atomic
def make_card(*, person: Person, by: Acting, now: datetime) -> str:
    """Make a card for somebody and return its code, which is kept nowhere. Cards she had before end. Raises Refused."""
    Person.objects.select_for_update().get(pk=person.pk)
    if person.erased_at:
        raise Refused(no("person_was_forgotten"))
    if runs_a_project_of(by.person, person):
        raise Refused(no("card_maker_runs_a_project_of_hers"))
    Card.objects.filter(person=person, ended_at=None).update(ended_at=now)
    code = new_code(12)
    card = Card.objects.create(person=person, code_digest=digest("card", code), made_by=by.person, made_at=now)
    history.note(history.HUB, by, "card-made", person.ref, now=now, values={"card": card.ref})
    tell(person, "card_made", {"by": by.person.name}, now=now)
    return code


def set_word(*, code: str, word: str, again: str, now: datetime) -> Card:
    """The first use of a card: she sets her own word, and is signed in. Raises Refused."""
    refuse_unless(rules.can_set_word(word=plain(word), again=plain(again)))
    card = _find(code)
    if card is None or card.word_set_at:
        raise Refused(no("card_cannot_be_set_up"))
    changed = Card.objects.filter(pk=card.pk, word_set_at=None).update(
        word_digest=make_password(plain(word)), word_set_at=now
    )
    if not changed:
        raise Refused(no("card_cannot_be_set_up"))
    tell(card.person, "card_word_set", now=now)
    return card


def use_card(*, code: str, word: str, now: datetime) -> Card:
    """Sign in by card. Five wrong words in a row end it. Raises Refused."""
    card = _find(code)
    if card is None:
        make_password(plain(word))  # so that a code nobody has takes as long to refuse
        raise Refused(no("card_or_word_is_not_right"))
    _count_a_try(card, now)
    right = bool(card.word_set_at) and check_password(plain(word), card.word_digest)
    refuse_unless(rules.can_use_card(ended=False, word_is_set=bool(card.word_set_at), word_is_right=right))
    Card.objects.filter(pk=card.pk).update(tries=0)
    tell(card.person, "card_used", now=now)
    return card


def _find(code: str) -> Card | None:
    return Card.objects.in_force().filter(code_digest=digest("card", code)).select_related("person", "made_by").first()


def _count_a_try(card: Card, now: datetime) -> None:
    """Counted before the word is looked at. The one after the last ends the card and tells her."""
    if not card.word_set_at:
        return
    if Card.objects.filter(pk=card.pk, tries__lt=rules.TRIES).update(tries=F("tries") + 1) == 1:
        return
    if Card.objects.filter(pk=card.pk, ended_at=None).update(ended_at=now):
        tell(card.person, "card_locked", now=now)
    raise Refused(no("card_or_word_is_not_right"))


@transaction.atomic
def end_card(*, card: Card, by: Acting, now: datetime) -> None:
    """A lost card is ended by her or by the desk, and signs out whoever is using it."""
    if Card.objects.filter(pk=card.pk, ended_at=None).update(ended_at=now):
        history.note(history.HUB, by, "card-ended", card.person.ref, now=now, values={"card": card.ref})
