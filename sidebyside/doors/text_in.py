"""Texts that come in: matched to the right question, recorded in her name, or answered with one plain question."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from sidebyside.doors import costs, text_rules
from sidebyside.doors.models_texts import TextIn, TextTalk
from sidebyside.doors.text_out import (
    digest_of,
    letter_for,
    number_of,
    question_in_words,
    question_now,
    reply,
    send_replies,
)
from sidebyside.kit import history
from sidebyside.kit.verdict import Refused
from sidebyside.kit.words import say
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.people.models import Person
from sidebyside.people.reach import EVERYTHING, may_say, reach_of
from sidebyside.people.sheets import language_of, sheet_of, take

OTHER_WORDS = {"y": "yes", "yeah": "yes", "yep": "yes", "ok": "yes", "n": "no", "nope": "no", "nah": "no"}
OTHER_WORDS |= {"ie": "yes", "ydw": "yes", "iawn": "yes", "na": "no", "nac ydw": "no"}  # Welsh
NOT_TAKEN = {
    "text_has_no_question",
    "text_is_not_clear",
    "text_could_be_for_several",
    "text_is_empty",
    "text_was_refused",
}
LONGEST, OFTEN, AN_HOUR = 2000, 5, timedelta(hours=1)
__all__ = ["dealt_with", "received", "send_replies"]


@transaction.atomic
def received(*, provider_ref: str, number: str, words: str, now: datetime) -> TextIn:
    """A text came in. The same one told twice is one. Whatever it is, it is kept, and nobody is left without a reply.

    A number that we do not know goes to the desk, with one reply a day. Nothing is told to it of anybody.
    """
    known = TextIn.objects.filter(provider_ref=provider_ref).first()
    if known:
        return known
    here = number_of(number) or number[:40]
    people = people_with(here)
    words = words.replace("\x00", "")[:LONGEST]
    row = TextIn(provider_ref=provider_ref, number=here, words=words, received_at=now)
    row.person = people[0] if len(people) == 1 else None
    said = text_rules.command(words)
    if not people:
        row.outcome, answer = "text_from_unknown_number", _unknown(here, now)
    elif said:
        row.outcome, answer = _stop_or_start(people, said, now)
    else:
        row.outcome, answer = _answer(row, here, people, words, now)
    row.for_the_desk = row.outcome in ("text_from_unknown_number", "text_has_no_question")
    row.save()
    if row.person:
        costs.spent(row.person, "text", now=now)
    if answer and not (row.outcome in NOT_TAKEN and _said_often(here, now)):
        reply(here, answer, now=now)
    return row


def people_with(number: str) -> list[Person]:
    """Those whose phone this is. Numbers are written in many ways, so the last digits find them and the whole decides."""
    likely = Person.objects.filter(erased_at=None, phone__isnull=False, phone__regex=_digits_at_the_end(number))
    return [person for person in likely.order_by("id") if number_of(person.phone) == number]


def _digits_at_the_end(number: str) -> str:
    digits = [c for c in number if c.isdigit()][-4:]
    return r"[^0-9]*".join(digits) + r"[^0-9]*$" if digits else "$^"


def _said_often(number: str, now: datetime) -> bool:
    """Did this number hear five times in an hour that we do not understand? A phone that answers by itself would go on."""
    lately = TextIn.objects.filter(outcome__in=NOT_TAKEN, received_at__gt=now - AN_HOUR, received_at__lte=now)
    return len([row for row in lately.only("number") if row.number == number]) > OFTEN


def _unknown(number: str, now: datetime) -> str:
    """One reply to an unknown number in a day: two programs would answer each other for ever."""
    lately = TextIn.objects.filter(outcome="text_from_unknown_number", received_at__gt=now - text_rules.A_DAY)
    if any(row.number == number for row in lately.only("number")):
        return ""
    return _("%(hub)s: we do not know this number. Somebody will read your text.") % {"hub": settings.HUB_NAME}


def _stop_or_start(people: list[Person], said: str, now: datetime) -> tuple[str, str]:
    """STOP is honoured at once for everybody with this number, and the desk is told; START takes it back."""
    for person in people:
        says = {**person.reach.get("says", {})}
        if said == "stop":
            says["text"] = "nothing"
        elif says.get("text") == "nothing":
            del says["text"]  # back to what is said when she has chosen nothing, never to more than that
        person.reach = {**person.reach, "says": says}
        person.save(update_fields=["reach"])
        history.note(history.HUB, Acting(person, door="text"), f"texts-{said}", person.ref, now=now)
        tell(person, f"texts_{said}", now=now)
    with translation.override(language_of(people[0])):
        return f"texts_{said}", say(f"texts_{said}_reply", {"hub": settings.HUB_NAME})


def _answer(row: TextIn, number: str, people: list[Person], words: str, now: datetime) -> tuple[str, str]:
    """Which question it answers, and what it says. Gives a code for the record and what we say back."""
    talks = {talk.letter: talk for talk in open_talks(number, people, now)}
    letter, rest = text_rules.letter_and_rest(words, open_letters=list(talks))
    if not talks:
        return "text_has_no_question", _nothing_open(people[0])
    if not letter and len(talks) > 1:
        return "text_could_be_for_several", _which(talks)
    talk = talks[letter or next(iter(talks))]
    row.person = talk.ask.person
    with translation.override(language_of(row.person)):
        return _take(talk, rest, now)


def open_talks(number: str, people: list[Person], now: datetime) -> list[TextTalk]:
    """The questions that a text from this number can answer: sent there, still open, and that may be spoken of there.

    Where none waits, the last one that was answered and can still be changed.
    """
    rows = TextTalk.objects.select_for_update(of=("self",)).filter(
        number_digest=digest_of(number), ask__person__in=people
    )
    rows = rows.select_related("ask__person").order_by("opened_at", "id")
    able = [talk for talk in rows if _still(talk, now)]
    return [talk for talk in able if talk.ended_at is None] or able[-1:]


def _still(talk: TextTalk, now: datetime) -> bool:
    ask = talk.ask
    closed = ask.withdrawn_at or (ask.closes_at and ask.closes_at <= now)
    says = reach_of(ask.person).says
    return not closed and may_say("text", reveals=ask.reveals, says=says) == EVERYTHING


def _take(talk: TextTalk, words: str, now: datetime) -> tuple[str, str]:
    """Record what was said to the question that is next in this talk; a talk that was over begins again."""
    sheet = sheet_of(talk.ask)
    if talk.ended_at:
        talk.letter = letter_for(talk.number_digest, now) or talk.letter
        talk.passed, talk.ended_at = [], None
    question = question_now(talk, sheet)
    if question is None:
        return "text_has_no_question", _nothing_open(talk.ask.person)
    meant = text_rules.meant(words, question, OTHER_WORDS)
    if meant.what not in ("answer", "leave_out"):
        return meant.what, _("Sorry, we are not sure what you mean.") + "\n" + question_in_words(talk, first=False)
    if meant.what == "answer":
        talk.said = {**talk.said, question.name: meant.value}
    else:
        talk.said = {name: said for name, said in talk.said.items() if name != question.name}
    talk.passed = [*talk.passed, question.name]
    return _record(talk, sheet, now)


def _record(talk: TextTalk, sheet, now: datetime) -> tuple[str, str]:
    """What was said counts as soon as nothing that is needed is missing; each later answer of hers then adds to it."""
    whole = all(question.name in talk.said for question in sheet.questions if question.needed) and talk.said
    if whole:
        try:
            with transaction.atomic():
                take(talk.ask, talk.said, by=Acting(talk.ask.person, door="text"), now=now)
        except Refused as refused:
            return "text_was_refused", say(refused.verdict.code, refused.verdict.values)
    over = question_now(talk, sheet) is None
    talk.ended_at = now if over else None
    talk.save()
    thanks = _("Thank you. We wrote it down. Text again to change it.") if over and whole else ""
    return "text_taken", thanks or question_in_words(talk, first=False)


def _which(talks: dict[str, TextTalk]) -> str:
    lines = [f"{letter}: {sheet_of(talk.ask).title}" for letter, talk in talks.items()]
    return "\n".join([_("Which do you mean? Put its letter first."), *lines])


def _nothing_open(person: Person) -> str:
    with translation.override(language_of(person)):
        return _("%(hub)s: there is no question open for you by text. Somebody will read what you wrote.") % {
            "hub": settings.HUB_NAME
        }


def dealt_with(row: TextIn, *, by: Acting, now: datetime) -> None:
    """Somebody at the desk has read it and done what it needs."""
    TextIn.objects.filter(pk=row.pk, dealt_with_at=None).update(dealt_with_by=by.person, dealt_with_at=now)
