"""What this part holds about a person: the texts she made, and those that she checked."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.dateformat import format as in_words

from sidebyside.kit.holdings import PARTLY, Given, consents, forgets, holds
from sidebyside.kit.words import say
from sidebyside.people.acting import Acting
from sidebyside.people.models import Person
from sidebyside.texts.actions import say_if_named, settle
from sidebyside.texts.models import Checker, Version
from sidebyside.texts.rules import BEING_MADE


def my_texts(person: Person) -> Iterator[dict]:
    for row in Version.objects.filter(made_by=person).order_by("-made_at", "-id"):
        yield {"data_what": say(f"format_{row.format}"), "data_words": row.words or row.link, "data_when": row.made_at}


def my_checks(person: Person) -> Iterator[dict]:
    rows = Checker.objects.filter(person=person).select_related("checking__version").order_by("-id")
    for row in rows:
        yield {
            "data_what": say(f"format_{row.checking.version.format}"),
            "data_when": row.checking.on_day,
            "data_may_be_named": row.may_be_named,
        }


def where_i_may_be_named(person: Person) -> Iterator[Given]:
    rows = Checker.objects.filter(person=person, may_be_named=True).select_related("checking").order_by("-id")
    for row in rows:
        if row.said_at:
            day = in_words(row.checking.on_day, "j F Y")
            yield Given(row.checking.ref, "may_be_named_as_checker", row.said_at, {"day": day})


def take_back_my_name(*, ref: str, by: Acting, now: datetime) -> None:
    """The text is a draft again, unless somebody else who checked it may be named."""
    ask = by.person.asks.filter(question=f"texts.named:{ref}").first()
    if ask:
        say_if_named(ask=ask, said="no", by=by, now=now)


@forgets
def forget(*, person: Person, by: Acting, now: datetime) -> None:
    """The project's words stay, with nobody's name. She no longer counts as having checked anything."""
    Version.objects.filter(made_by=person, state=BEING_MADE).delete()
    checked = list(Version.objects.filter(checkings__checkers__person=person).distinct().select_related("text"))
    Checker.objects.filter(person=person).delete()
    for version in checked:
        settle(version, by=None, now=now)


holds(
    "texts.made",
    title="held_texts",
    why="held_texts_why",
    rows=my_texts,
    forgotten=PARTLY,
    stays_because="held_texts_stay",
)
holds("texts.checked", title="held_checks", why="held_checks_why", rows=my_checks)
consents("texts.named", title="consent_named", given=where_i_may_be_named, withdraw=take_back_my_name)
