"""Forgetting a person: what this part holds of her goes, and her row becomes an empty one that only keeps its ref."""

import json
import re
from collections.abc import Callable
from datetime import datetime
from email import message_from_bytes, policy
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Cast

from sidebyside.people import practice
from sidebyside.people.acting import Acting
from sidebyside.people.digests import digest_of_address
from sidebyside.people.helping import end_helping
from sidebyside.people.models import Account, Answer, Ask, Helping, Message, Person, SignInLink

NO_LONGER_HERE = {"code": "no_longer_here"}  # kit.words says it where her name was
KEPT = {"id", "ref", "made_at", "erased_at"}  # of her own row


def forget_person(*, person: Person, by: Acting, now: datetime) -> None:
    """Everything of this part, and her own row last. Called in one transaction with all that is forgotten of her."""
    for row in Helping.objects.filter(Q(member=person) | Q(helper=person), ended_at=None).select_related(
        "member", "helper"
    ):
        end_helping(helping=row, by=by, now=now)
    _empty_what_she_was_asked(person, now)
    _close_every_way_in(person)
    person.hub_roles.filter(until=None).update(until=now)
    person.messages.all().delete()
    _take_her_name_out_of_messages(person)
    gone = [words for words in (person.name, person.email, person.phone) if words]
    transaction.on_commit(lambda: _take_out_of_the_folder(person.ref, gone))
    empty(person, now=now)


def empty(person: Person, *, now: datetime) -> None:
    """Her row, every field of it, but for what opaque references stand on."""
    for field in person._meta.concrete_fields:
        if field.name not in KEPT:
            setattr(person, field.attname, None if field.null else field.get_default())
    person.erased_at = now
    person.save()


def _empty_what_she_was_asked(person: Person, now: datetime) -> None:
    """That she was asked and answered stays as numbers; what she said does not. Nothing waits for her any more."""
    person.asks.filter(withdrawn_at=None).filter(Q(closes_at=None) | Q(closes_at__gt=now)).update(withdrawn_at=now)
    person.asks.update(values={})
    Answer.objects.filter(ask__person=person).update(said={})


def _close_every_way_in(person: Person) -> None:
    account = Account.objects.filter(person=person).first()
    if account:
        for session in Session.objects.iterator():
            if session.get_decoded().get("_auth_user_id") == str(account.pk):
                session.delete()
        account.delete()
    person.browsers.all().delete()
    person.passkeys.all().delete()
    person.cards.all().delete()
    hers = Q(person=person) | (Q(address_digest=digest_of_address(person.email)) if person.email else Q())
    SignInLink.objects.filter(hers).delete()


def _take_her_name_out_of_messages(person: Person) -> None:
    """What others were told of her names her no more."""
    if not person.name:
        return
    as_kept = json.dumps(person.name)[1:-1]
    for model in (Message, Ask):
        rows = model._default_manager.alias(kept=Cast("values", models.TextField()))
        for row in rows.filter(Q(kept__contains=as_kept) | Q(kept__contains=person.name)):
            row.values = {name: _without(person.name, value) for name, value in row.values.items()}
            row.save(update_fields=["values"])


def _without(name: str, value):
    """A value that is her name. One that only holds it somewhere in other words is what somebody else wrote."""
    return NO_LONGER_HERE if isinstance(value, str) and value.casefold() == name.casefold() else value


def _take_out_of_the_folder(ref: str, gone: list[str]) -> None:
    """Emails that were written to files, where no mail server is named; and the cast of a practice hub."""
    practice.forget(ref)
    whole = re.compile("|".join(rf"(?<!\w){re.escape(words)}(?!\w)" for words in gone), re.IGNORECASE)
    if gone:
        _drop_files(Path(settings.EMAIL_FILE_PATH), lambda path: bool(whole.search(_read(path))))


def _drop_files(folder: Path, wanted: Callable[[Path], bool]) -> None:
    for path in folder.iterdir() if folder.is_dir() else []:
        if path.is_file() and wanted(path):
            path.unlink(missing_ok=True)


def _read(path: Path) -> str:
    """An email in a file, in plain words: however it was packed for its way."""
    raw = path.read_bytes()
    letter = message_from_bytes(raw, policy=policy.default)
    parts = [part.get_content() for part in letter.walk() if part.get_content_maintype() == "text"]
    return "\n".join([raw.decode(errors="replace"), *map(str, letter.values()), *map(str, parts)])
