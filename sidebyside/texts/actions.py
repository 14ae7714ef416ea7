"""Making a text in another language or format, and recording who checked it."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from sidebyside.kit import history
from sidebyside.kit.events import happened
from sidebyside.kit.verdict import Refused, no, refuse_unless
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask, Person
from sidebyside.texts import files, rules
from sidebyside.texts.models import Checker, Checking, Text, Version
from sidebyside.texts.pictures import PICTURES
from sidebyside.texts.rules import BEING_MADE, CHECKED, DRAFT, Source

NAMED = asks.add_kind(
    asks.Kind("texts.named", "inside", 2, "ask_text_named_title", ("checked-by-me", ("slug", "checking")))
)


def _text(source: Source) -> Text:
    return Text.objects.get_or_create(about=source.about, of=source.of, defaults={"room": source.room})[0]


def _hold(source: Source) -> Text:
    """The text, held so that two people who write at once do so one after the other."""
    return Text.objects.select_for_update().get(pk=_text(source).pk)


@transaction.atomic
def say_who_makes_it(
    *, source: Source, format: str, language: str, ready_by: date, by: Acting, now: datetime, today: date
) -> Version:
    """Say that I am making it, and by when. Saying so again moves the day. Raises Refused."""
    text = _hold(source)
    going_on = text.versions.being_made().filter(format=format, language=language).first()
    another = bool(going_on and going_on.made_by_id != by.person.pk)
    refuse_unless(
        rules.can_make(format=format, language=language, made_by_another=another, ready_by=ready_by, today=today)
    )
    if going_on and going_on.ready_by == ready_by:
        return going_on
    version, _new = text.versions.update_or_create(
        format=format,
        language=language,
        state=BEING_MADE,
        defaults={"ready_by": ready_by, "made_by": by.person, "made_at": now},
    )
    _note(source, by, "text-being-made", version, now)
    return version


@transaction.atomic
def stop_making(*, source: Source, version: Version, by: Acting, now: datetime) -> None:
    """Nobody is making it now: whoever was can say so, and so can anybody when its day has passed. Raises Refused."""
    day = timezone.localdate(now)
    if version.made_by_id != by.person.pk and version.ready_by and version.ready_by >= day:
        raise Refused(no("text_made_by_another"))
    if version.state == BEING_MADE:
        _note(source, by, "text-not-being-made", version, now)
        version.delete()


@transaction.atomic
def write(
    *,
    source: Source,
    format: str,
    language: str,
    words: str,
    pictures: Sequence[str] | None = None,
    by: Acting,
    now: datetime,
) -> Version:
    """Put words in another format or language beside a text, as a draft. The same words again are no new version.

    pictures: one for each idea; without them each idea keeps the picture that it had. Raises Refused.
    """
    refuse_unless(rules.can_write(format=format, language=language, words=words, source=source.words))
    happened("text-changing", room=source.room, now=now)
    text, words = _hold(source), "\n\n".join(rules.ideas(words)) if format == rules.EASY_READ else words.strip()
    before = text.versions.made().filter(format=format, language=language).order_by("-made_at", "-id").first()
    shown = _pictures(words, pictures, before) if format == rules.EASY_READ else []
    digest = rules.digest_of(source.words)
    if before and (before.words, before.pictures, before.source_digest) == (words, shown, digest):
        return before
    version = _made(source, text, by, now, format=format, language=language, words=words, pictures=shown)
    _note(source, by, "text-written", version, now, words=words)
    happened("text-changed", room=source.room, now=now)
    return version


def _pictures(words: str, chosen: Sequence[str] | None, before: Version | None) -> list[str]:
    """The picture beside each idea: as chosen now, or else as it was."""
    had = dict(zip(rules.ideas(before.words), before.pictures, strict=False)) if before else {}
    names = [had.get(idea, "") for idea in rules.ideas(words)] if chosen is None else list(chosen)
    return [name if name in PICTURES else "" for name in names[: len(rules.ideas(words))]]


@transaction.atomic
def add_recording(
    *,
    source: Source,
    format: str,
    language: str,
    link: str = "",
    file: UploadedFile | None = None,
    captions: UploadedFile | None = None,
    has_captions: bool = False,
    by: Acting,
    now: datetime,
) -> Version:
    """Put sound, film or BSL beside a text: by its address elsewhere, or as a file that is kept here. Raises Refused."""
    if bool(link) == bool(file):
        raise Refused(no("recording_link_or_file"))
    if format != rules.AUDIO and not (has_captions or captions):
        raise Refused(no("recording_needs_captions"))
    if link:
        refuse_unless(rules.can_link(link))
    kept = files.keep(file, captions, format=format) if file else files.NOTHING
    version = _made(
        source,
        _hold(source),
        by,
        now,
        format=format,
        language=language,
        link=link,
        file=kept.file,
        captions=kept.captions,
        has_captions=has_captions or bool(kept.captions),
    )
    _note(source, by, "text-recorded", version, now)
    return version


def _made(source: Source, text: Text, by: Acting, now: datetime, *, format: str, language: str, **made: Any) -> Version:
    text.versions.being_made().filter(format=format, language=language).delete()
    return text.versions.create(
        format=format,
        language=language,
        state=DRAFT,
        source_digest=rules.digest_of(source.words),
        made_by=by.person,
        made_at=now,
        **made,
    )


@transaction.atomic
def record_checking(
    *,
    source: Source,
    version: Version,
    on_day: date,
    session: str,
    paid: bool,
    checkers: Collection[Person],
    may_check: Collection[Person],
    by: Acting,
    now: datetime,
    today: date,
) -> Checking:
    """People checked it in a session. Each is asked whether she may be named; until one says yes it stays a draft.

    may_check: members who are not here by their job. Recording the same day again adds people to it. Raises Refused.
    """
    refuse_unless(
        rules.can_check(
            paid=paid,
            checkers={person.ref for person in checkers},
            maker=version.made_by.ref,
            may_check={person.ref for person in may_check},
            on_day=on_day,
            today=today,
        )
    )
    checking, new = version.checkings.get_or_create(
        on_day=on_day,
        defaults={"session": session.strip(), "paid": paid, "recorded_by": by.person, "recorded_at": now},
    )
    for person in checkers:
        Checker.objects.get_or_create(checking=checking, person=person)
    asks.ask_all(
        NAMED,
        question=f"texts.named:{checking.ref}",
        people=checkers,
        room=source.room,
        now=now,
        values={"slug": source.slug, "checking": checking.ref},
    )
    if new:
        _note(source, by, "text-check-recorded", version, now)
    return checking


@transaction.atomic
def say_if_named(*, ask: Ask, said: str, by: Acting, now: datetime, said_at: datetime | None = None) -> bool:
    """Whoever checked it says yes or no to being named as one who did. Returns whether the text is checked now."""
    if said not in ("yes", "no"):
        raise Refused(no("choose_an_answer"))
    happened("text-changing", room=ask.room, now=now)
    asks.answer(ask=ask, said={"said": said}, by=by, now=now, said_at=said_at)
    counts = asks.counting(Ask.objects.prefetch_related("answers").get(pk=ask.pk))
    word: Any = counts.said if counts else {}
    yes = word.get("said") == "yes"
    checking = Checking.objects.select_related("version__text").get(ref=ask.values["checking"])
    checking.checkers.filter(person=ask.person).update(may_be_named=yes, said_at=now)
    return settle(checking.version, by=by, now=now)


def settle(version: Version, *, by: Acting | None, now: datetime) -> bool:
    """Checked while at least one of those who checked it says that she may be named; else a draft."""
    checked = Checker.objects.filter(checking__version=version, may_be_named=True).exists()
    if (version.state == CHECKED) != checked:
        version.state = CHECKED if checked else DRAFT
        version.save(update_fields=["state"])
        history.note(version.text.room, by, "text-checked" if checked else "text-draft-again", version.ref, now=now)
        happened("text-changed", room=version.text.room, now=now)
    return checked


def _note(source: Source, by: Acting, verb: str, version: Version, now: datetime, words: str = "") -> None:
    values = {"format": version.format, "language": version.language, "text": source.about}
    history.note(source.room, by, verb, version.ref, now=now, values=values, words=words)
