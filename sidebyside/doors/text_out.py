"""Texts that go out: a question with how to answer it, or only that something is waiting."""

import hashlib
from datetime import datetime

import phonenumbers
from django.conf import settings
from django.db.models import F, Q
from django.utils import translation
from django.utils.translation import gettext as _

from sidebyside.doors.models_texts import TextOut, TextTalk
from sidebyside.doors.sending import GIVE_UP, SENDERS, TRY_AGAIN, CouldNotSend
from sidebyside.doors.text_providers import provider
from sidebyside.doors.text_rules import LONGEST, free_letter, shortened
from sidebyside.kit.words import say
from sidebyside.people.models import Ask, Message
from sidebyside.people.sheets import Question, Sheet, language_of, sheet_of


def number_of(phone: str | None) -> str | None:
    """A phone number as networks write it (+447700900123), or None when it is no number. Numbers without + are British."""
    try:
        parsed = phonenumbers.parse(phone or "", "GB")
    except phonenumbers.NumberParseException:
        return None
    possible = phonenumbers.is_possible_number(parsed)
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164) if possible else None


def digest_of(number: str) -> str:
    return hashlib.sha256(f"{settings.SECRET_KEY}:text:{number}".encode()).hexdigest()


def send(message: Message, everything: bool, now: datetime) -> None:
    carrier, number = provider(), number_of(message.person.phone)
    if carrier is None:
        raise CouldNotSend("no_text_provider")
    if number is None:
        raise CouldNotSend("not_a_phone_number")
    with translation.override(language_of(message.person)):
        if message.ask and everything:
            words = question_in_words(open_talk(message.ask, number, now), first=True)
        elif everything:
            words = f"{settings.HUB_NAME}: {say(message.code, message.values)}"
        else:
            words = _("%(hub)s: something is waiting for you. Sign in at %(site)s, or ring us.") % {
                "hub": settings.HUB_NAME,
                "site": settings.SITE_URL,
            }
    carrier.send(number, words, reference=message.ref, again=message.tries > 1)


def open_talk(ask: Ask, number: str, now: datetime) -> TextTalk:
    """The talk about this ask at this number; a new one takes the first letter that is free."""
    digest = digest_of(number)
    talk = TextTalk.objects.filter(ask=ask).first()
    if talk and talk.number_digest == digest and talk.ended_at is None:
        return talk
    letter = letter_for(digest, now)
    if letter is None:
        raise CouldNotSend("too_many_questions_by_text")
    fresh = {"number_digest": digest, "letter": letter, "said": {}, "passed": [], "opened_at": now, "ended_at": None}
    return TextTalk.objects.update_or_create(ask=ask, defaults=fresh)[0]


def letter_for(digest: str, now: datetime) -> str | None:
    """A letter that no question has which can still be answered at this number. Those that cannot be give theirs back."""
    here = TextTalk.objects.filter(number_digest=digest, ended_at=None)
    here.filter(Q(ask__withdrawn_at__isnull=False) | Q(ask__closes_at__lte=now)).update(ended_at=now)
    return free_letter(list(here.values_list("letter", flat=True)))


def question_now(talk: TextTalk, sheet: Sheet) -> Question | None:
    return next((question for question in sheet.questions if question.name not in talk.passed), None)


def question_in_words(talk: TextTalk, *, first: bool) -> str:
    """What we text: what it is about, the first time; the question that is next; and how to answer it."""
    sheet = sheet_of(talk.ask)
    question = question_now(talk, sheet)
    with translation.override(language_of(talk.ask.person)):
        if question is None:
            return _("Thank you. We wrote it down.")
        ask = _asked(talk, question, sheet)
        if not first:
            return ask
        whole = "\n".join([sheet.title, *sheet.about])
        return f"{shortened(whole, LONGEST - len(ask) - 1)}\n{ask}"


def _asked(talk: TextTalk, question: Question, sheet: Sheet) -> str:
    place = f"{[q.name for q in sheet.questions].index(question.name) + 1}/{len(sheet.questions)} "
    lines = [(place if len(sheet.questions) > 2 else "") + question.text]
    lines += [f"{talk.letter}{number} {choice.label}" for number, choice in enumerate(question.choices, 1)]
    if not question.choices:
        lines.append(_("Text %(letter)s: and your words.") % {"letter": talk.letter})
    if not question.needed:
        lines.append(_("%(letter)s0 to leave it out.") % {"letter": talk.letter})
    return "\n".join(lines)


def reply(number: str, words: str, *, now: datetime) -> TextOut:
    """Say something back to a number, as soon as the worker comes to it."""
    return TextOut.objects.create(number=number, words=words, made_at=now)


def send_replies(*, now: datetime) -> None:
    carrier = provider()
    free = Q(started_at=None) | Q(started_at__lte=now - TRY_AGAIN)
    waiting = TextOut.objects.filter(sent_at=None, trouble="").filter(free).order_by("made_at", "id")
    for out in waiting[:50] if carrier else []:
        mine = TextOut.objects.filter(free, pk=out.pk, sent_at=None)
        if mine.update(started_at=now, tries=F("tries") + 1):
            _send_reply(carrier, out, now)


def _send_reply(carrier, out: TextOut, now: datetime) -> None:
    try:
        carrier.send(out.number, out.words, reference=out.ref, again=out.tries > 0)
    except CouldNotSend as failed:
        if not failed.again or now - out.made_at > GIVE_UP:
            TextOut.objects.filter(pk=out.pk).update(trouble=failed.trouble)
        return
    TextOut.objects.filter(pk=out.pk).update(sent_at=now, words="", number="")


SENDERS["text"] = send
