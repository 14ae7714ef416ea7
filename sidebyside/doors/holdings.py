"""What the doors hold of a person: what came in from her and what went out to her; how it is forgotten, and how long it stays."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from sidebyside.doors.models import AnswerLink, EmailIn, EmailOut, GivenBack, TextIn, TextOut, TextTalk
from sidebyside.doors.models_post import Letter, PaperTry
from sidebyside.doors.text_in import people_with
from sidebyside.doors.text_out import number_of
from sidebyside.kit.holdings import forgets, holds, keeps
from sidebyside.people.acting import Acting
from sidebyside.people.models import Person


def came_in_from_me(person: Person) -> Iterator[dict]:
    for email in EmailIn.objects.filter(person=person).order_by("-received_at", "-id"):
        yield {"data_when": email.received_at, "data_from": email.sender or None, "data_words": email.words or None}
    for text in TextIn.objects.filter(person=person).order_by("-received_at", "-id"):
        yield {"data_when": text.received_at, "data_from": text.number, "data_words": text.words}


def my_letters(person: Person) -> Iterator[dict]:
    for letter in Letter.objects.filter(message__person=person).order_by("-made_at", "-id"):
        yield {
            "data_made": letter.made_at,
            "data_posted": letter.posted_at,
            "data_came_back": letter.returned_at,
        }


def my_costs(person: Person) -> Iterator[dict]:
    for row in GivenBack.objects.filter(person=person).order_by("-month", "way", "id"):
        yield {
            "data_month": row.month,
            "data_way_code": f"cost_one_{row.way}",
            "data_count": row.count,
            "data_pence": row.pence,
            "data_given_on": row.given_on,
        }


@forgets
def forget(*, person: Person, by: Acting, now: datetime) -> None:
    """What came in from her and what went to her address or number, also from before anybody knew whose it was.

    Letters, forms and calls go with the messages that they bring (`people`).
    """
    EmailIn.objects.filter(person=person).delete()
    TextIn.objects.filter(person=person).delete()
    TextTalk.objects.filter(ask__person=person).delete()
    AnswerLink.objects.filter(ask__person=person).delete()
    GivenBack.objects.filter(person=person).delete()
    if person.email:
        _delete(EmailIn.objects.filter(person=None), "sender", person.email)
        _delete(EmailOut.objects.all(), "to", person.email)
    number = number_of(person.phone) if person.phone else None
    if number:
        _forget_number(number)


def _forget_number(number: str) -> None:
    """If somebody else has this number too, what has not gone out yet to it may be theirs."""
    shared = len(people_with(number)) > 1
    _delete(TextIn.objects.filter(person=None), "number", number)
    _delete(TextOut.objects.exclude(sent_at=None) if shared else TextOut.objects.all(), "number", number)
    transaction.on_commit(lambda: _drop_files(number))


def _delete(rows: QuerySet, field: str, value: str) -> None:
    """A sealed field cannot be searched, so each row is opened."""
    found = [pk for pk, kept in rows.values_list("pk", field).iterator() if str(kept).casefold() == value.casefold()]
    for start in range(0, len(found), 500):
        rows.model._default_manager.filter(pk__in=found[start : start + 500]).delete()


def _drop_files(number: str) -> None:
    """Texts that were written to files, where no provider is named."""
    folder = Path(settings.DATA_DIR) / "texts"
    for path in folder.glob("*.txt"):
        if path.read_text(encoding="utf-8").startswith(f"To: {number}\n"):
            path.unlink(missing_ok=True)


def old_emails(before: datetime) -> QuerySet:
    """Those that nobody still has to read."""
    return EmailIn.objects.filter(received_at__lt=before).exclude(for_the_desk=True, dealt_with_at=None)


def old_texts(before: datetime) -> QuerySet:
    return TextIn.objects.filter(received_at__lt=before).exclude(for_the_desk=True, dealt_with_at=None)


def old_paper_tries(before: datetime) -> QuerySet:
    return PaperTry.objects.filter(at__lt=before)


def old_replies(before: datetime) -> QuerySet:
    return TextOut.objects.filter(made_at__lt=before)


holds("doors.came-in", title="held_came_in", why="held_came_in_why", rows=came_in_from_me)
holds("doors.letters", title="held_letters", why="held_letters_why", rows=my_letters)
holds("doors.costs", title="held_costs", why="held_costs_why", rows=my_costs, change_at="my-costs")
keeps(
    "doors.paper-tries", title="kept_paper_tries", why="kept_paper_tries_why", default_days=90, overdue=old_paper_tries
)
keeps("doors.emails-in", title="kept_emails_in", why="kept_came_in_why", default_days=90, overdue=old_emails)
keeps("doors.texts-in", title="kept_texts_in", why="kept_came_in_why", default_days=90, overdue=old_texts)
keeps("doors.texts-out", title="kept_texts_out", why="kept_came_in_why", default_days=90, overdue=old_replies)
