"""How somebody is named: by her name, until she is forgotten."""

from django.utils.translation import gettext as _

from sidebyside.people.models import Person


def called(person: Person | None) -> str:
    """Her name; for somebody who was forgotten, and for nobody, that they are no longer here."""
    return person.name if person and not person.erased_at else no_longer_here()


def words_or_gone(words: str) -> str:
    """Somebody's words; or, where they are gone with her, that they are."""
    return words or _("These words are gone. Whoever wrote them asked to be forgotten.")


def no_longer_here() -> str:
    return _("Somebody who is no longer here")
