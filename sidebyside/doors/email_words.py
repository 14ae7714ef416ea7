"""The words of an email: what is asked, and every way to answer; or only that something is waiting. As text and as HTML."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.template import engines
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sidebyside.kit.languages import LANGUAGES, language_for
from sidebyside.people.models import Ask, Person
from sidebyside.people.sheets import Question, Sheet


@dataclass(frozen=True)
class Block:
    """kind: p, h (a heading), q (a question), ul, ol, mark, or link.

    items: of a list. href: of a link, which is written out in the text; label: what it says where it can be pressed.
    """

    kind: str
    words: str = ""
    items: tuple[str, ...] = ()
    href: str = ""
    label: str = ""


def mark() -> str:
    return _("Write your answer above this line.")


def all_marks() -> set[str]:
    """The line as it stands in an email of any language or format."""
    found = set()
    for locale in {language.locale for language in LANGUAGES.values()} | {"en-x-easy"}:
        with translation.override(locale):
            found.add(mark())
    return found


def asked(person: Person, ask: Ask, sheet: Sheet, *, link: str, by_reply: bool) -> list[Block]:
    """Everything she needs to answer without visiting. link: where she answers once. by_reply: do we read replies?"""
    return [
        *([Block("mark", mark())] if by_reply else []),
        Block("p", _("Hello %(name)s,") % {"name": person.name}),
        *[Block("p", words) for words in sheet.about],
        *_questions(sheet),
        *_how(sheet, ask, link, by_reply),
        *_seen_by(sheet),
        *_other_ways(by_reply),
    ]


def waiting(person: Person, news: str, page: str, *, by_reply: bool) -> list[Block]:
    """news: what may be said, or that there is something. page: the address where she signs in to read it."""
    return [
        Block("p", _("Hello %(name)s,") % {"name": person.name}),
        Block("p", news),
        _link(_("Sign in to read it or to do something about it:"), settings.SITE_URL + page, _("Sign in")),
        *_other_ways(by_reply),
    ]


def _questions(sheet: Sheet) -> list[Block]:
    """One choice: its answers are numbered. Several questions: they are, and answers that are the same are said once."""
    choices = [question for question in sheet.questions if question.choices]
    same = len(choices) > 1 and len({question.choices for question in choices}) == 1
    blocks = [Block("h", ngettext("The question", "The questions", len(sheet.questions)))]
    if same:
        blocks.append(Block("p", _("For each, say one of these:")))
        blocks.append(Block("ul", items=tuple(choice.label for choice in choices[0].choices)))
    for number, question in enumerate(sheet.questions, 1):
        numbered = f"{number}. " if len(choices) != 1 and len(sheet.questions) > 1 else ""
        blocks.append(Block("q", f"{numbered}{_question(question)}"))
        blocks += [Block("p", question.hint)] if question.hint and not (same and question.choices) else []
        if question.choices and not same:
            labels = tuple(choice.label for choice in question.choices)
            blocks.append(Block("ol" if len(choices) == 1 else "ul", items=labels))
    return blocks


def _question(question: Question) -> str:
    if question.needed or question.choices:
        return question.text
    return _("%(question)s (you can leave this out)") % {"question": question.text}


def _how(sheet: Sheet, ask: Ask, link: str, by_reply: bool) -> list[Block]:
    blocks = [Block("h", _("How to answer"))]
    blocks += how_to_reply(sheet) if by_reply else []
    words = _("Or open this link and answer there. It works once:") if by_reply else _("Open this link. It works once:")
    blocks.append(_link(words, link, _("Answer on a page")))
    blocks.append(Block("p", _("Whoever can read this email could use it. Do not send it on.")))
    minutes = ngettext("It takes about %(n)s minute.", "It takes about %(n)s minutes.", ask.minutes) % {
        "n": ask.minutes
    }
    by_when = _("Please answer before %(when)s.") % {"when": in_words(ask.closes_at)} if ask.closes_at else ""
    return [*blocks, Block("p", f"{by_when} {minutes}".strip())]


def how_to_reply(sheet: Sheet) -> list[Block]:
    """How an answer is written, so that we understand it."""
    choices = [question for question in sheet.questions if question.choices]
    if not choices and len(sheet.questions) == 1:
        return [Block("p", _("Reply to this email in your own words."))]
    if len(choices) == 1:
        own = [question.text for question in sheet.questions if not question.choices]
        under = _("Under it you can write this in your own words: %(asked)s")
        more = [Block("p", under % {"asked": asked}) for asked in own] if len(own) == 1 else []
        return [Block("p", _("Reply to this email. Write the number or the words of your answer.")), *more]
    example = [q.choices[place % len(q.choices)].label if q.choices else "…" for place, q in enumerate(sheet.questions)]
    lines = tuple(f"{number} {words}" for number, words in enumerate(example[:2], 1))
    return [
        Block("p", _("Reply to this email. Write the number of each question, with your answer after it. Like this:")),
        Block("ul", items=lines),
    ]


def _link(words: str, href: str, label: str) -> Block:
    return Block("link", words, href=href, label=label)


def _seen_by(sheet: Sheet) -> list[Block]:
    return [Block("h", _("Who will see your answer")), Block("ul", items=sheet.seen_by)] if sheet.seen_by else []


def _other_ways(by_reply: bool) -> list[Block]:
    stop = [Block("p", _("Or reply with the word STOP. Then we send you no more emails."))] if by_reply else []
    words = _("Would you like us to write less in emails, or to reach you in another way? Choose here:")
    return [
        Block("h", _("Emails from us")),
        _link(words, settings.SITE_URL + reverse("my-doors"), _("Choose how we reach you")),
        *stop,
        Block("p", settings.HUB_NAME),
    ]


def in_words(when: datetime) -> str:
    return engines["jinja2"].env.filters["day_time"](when)  # type: ignore[attr-defined]


def as_text(blocks: list[Block]) -> str:
    return "\n\n".join(_text(block) for block in blocks) + "\n"


def _text(block: Block) -> str:
    if block.kind == "ol":
        return "\n".join(f"{number} {item}" for number, item in enumerate(block.items, 1))
    if block.kind == "ul":
        return "\n".join(f"- {item}" if not item[:1].isdigit() else item for item in block.items)
    return f"{block.words}\n{block.href}" if block.href else block.words


def as_html(subject: str, blocks: list[Block], person: Person | None) -> str:
    language = language_for(person.language, easy=person.format == "easy-read") if person else language_for("en")
    return render_to_string("doors/email.html", {"title": subject, "blocks": blocks, "language": language})
