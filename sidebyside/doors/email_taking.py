"""From her words in an email to an answer: recorded and said back, or asked once more, plainly."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from sidebyside.doors import email_rules
from sidebyside.doors.answer_links import with_earlier
from sidebyside.doors.email_words import how_to_reply, in_words
from sidebyside.doors.models_email import EmailIn
from sidebyside.doors.text_in import OTHER_WORDS
from sidebyside.kit.verdict import Refused
from sidebyside.kit.words import say
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask
from sidebyside.people.sheets import TRAVELS, Sheet, language_of, sheet_of, take

LEFT_OUT = "email_attachments_left_out"
UNCLEAR = ("email_is_not_clear", "email_is_not_clear_again")


@dataclass(frozen=True)
class Outcome:
    """code: what became of an email. reply: what we write back, a paragraph each (a list of words is a list)."""

    code: str
    reply: list = field(default_factory=list)


def take_words(words: str, ask: Ask, *, said_at: datetime, now: datetime) -> Outcome:
    """Record what an email says to this ask."""
    sheet = sheet_of(ask)
    name = ask.person.name
    read = email_rules.answers_in(words, sheets_of(ask, sheet), other=OTHER_WORDS, names={name, name.split(" ")[0]})
    if not read.said:
        return _not_clear(ask, sheet)
    said = with_earlier(ask, sheet, read.said)
    try:
        with transaction.atomic():
            take(ask, said, by=Acting(ask.person, door="email"), now=now, said_at=said_at)
    except Refused as refused:
        reason = say(refused.verdict.code, refused.verdict.values)
        return Outcome("email_was_refused", [_("We did not write down an answer, for this reason:"), reason])
    EmailIn.objects.filter(message__ask=ask, outcome__in=UNCLEAR, dealt_with_at=None).update(
        dealt_with_at=now, words=""
    )
    return Outcome("email_taken", _said_back(ask, sheet, said, read.left))


def sheets_of(ask: Ask, first: Sheet) -> list[Sheet]:
    """The sheet as it is sent to her, and in the other words that she may use: plain English, Easy Read, her language."""
    sheets = [first]
    for locale in sorted({"en-gb", "en-x-easy", language_of(ask.person)}):
        with translation.override(locale):
            sheets.append(TRAVELS[ask.kind].sheet(ask, locale == "en-x-easy"))
    return sheets


def _not_clear(ask: Ask, sheet: Sheet) -> Outcome:
    """One plain question back; after that a person reads it."""
    if EmailIn.objects.filter(message__ask=ask, outcome__in=UNCLEAR).exists():
        words = _("We still cannot tell what your answer is. Somebody at the hub's desk will read it and help.")
        return Outcome("email_is_not_clear_again", [words])
    choices = [question for question in sheet.questions if question.choices]
    reply: list = [_("We are not sure what your answer is. So we did not write anything down.")]
    reply += [block.words or list(block.items) for block in how_to_reply(sheet)]
    if len(choices) == 1:
        labels = [f"{number} {choice.label}" for number, choice in enumerate(choices[0].choices, 1)]
        reply += [choices[0].text, labels]
    return Outcome("email_is_not_clear", reply)


def _said_back(ask: Ask, sheet: Sheet, said: dict[str, str], left: tuple[str, ...]) -> list:
    """She sees what was written down, and how to change it."""
    lines = []
    for question in sheet.questions:
        labels = {choice.value: choice.label for choice in question.choices}
        if question.name in said:
            lines.append(f"{question.text} {labels.get(said[question.name], said[question.name])}")
    until = _("You can change it until %(when)s.") % {"when": in_words(ask.closes_at)} if ask.closes_at else ""
    words: list = [_("Thank you. We wrote this down:"), lines]
    words += [_("We did not understand this part, so it is not in your answer:"), list(left)] if left else []
    return [*words, f"{until} {_('To change it, reply again.')}".strip()]
