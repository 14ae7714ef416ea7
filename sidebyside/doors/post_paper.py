"""Letters and paper forms as PDFs to print: each in the format and language of its reader."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.dateformat import format as in_words
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from sidebyside.doors import post_rules as rules
from sidebyside.doors.models_post import Letter
from sidebyside.doors.post_out import closing_day, code_of, code_page
from sidebyside.kit.clock import today
from sidebyside.kit.languages import language_for
from sidebyside.kit.pdf import make_pdf
from sidebyside.kit.squares import for_paper
from sidebyside.kit.words import say
from sidebyside.people.models import Person
from sidebyside.people.sheets import language_of, sheet_of

TEMPLATE = "doors/print/pack.html"


def pack(letters: Sequence[Letter]) -> bytes:
    """All of these as one PDF: first a list of what goes in which envelope. Raises CannotMakePdf."""
    context = {"letters": [letter(each, level=2) for each in letters], "rows": [_row(each) for each in letters]}
    return make_pdf(TEMPLATE, context, title=_("Letters to print"), language=_here(), easy=_here() == "en-x-easy")


def alone(one: Letter) -> bytes:
    """One letter as a PDF, in its reader's language. Raises CannotMakePdf."""
    person = one.message.person
    easy, large = is_easy(person), is_large(person)
    with translation.override(language_of(person)):
        title = _title(one)
    context = {"letters": [letter(one, level=1)], "alone": True}
    return make_pdf(TEMPLATE, context, title=title, language=person.language, easy=easy, large=large)


def _here() -> str:
    return translation.get_language() or "en-gb"


def is_easy(person: Person) -> bool:
    return person.format == "easy-read"


def is_large(person: Person) -> bool:
    """Large print is what she chose for the screen, too."""
    return person.looks.get("size") in ("large", "very-large")


def _row(one: Letter) -> list[str]:
    put_in = [_("Letter")]
    if one.everything and one.message.ask:
        put_in += [_("Form"), _("Paid envelope with our address")]
        put_in += [_("Sheet to wrap the form")] if is_private(one) else []
    last = in_words(one.post_by, "j F Y") if one.post_by else _("Any day")
    return [one.message.person.name, ", ".join(put_in), last]


def is_private(one: Letter) -> bool:
    return one.message.ask is not None and one.message.ask.reveals != "open"


def letter(one: Letter, *, level: int) -> str:
    """One letter as HTML, with its form if it has one. level: of its heading."""
    person, message = one.message.person, one.message
    language = language_for(person.language, easy=is_easy(person))
    with translation.override(language_of(person)):
        context = {
            "level": level,
            "size": "large" if is_large(person) else person.format,
            "easy": is_easy(person),
            "lang": language.tag,
            "dir": language.direction,
            "mark": message.ref[:4].upper(),
            "from": return_address(),
            "to": person.post_address or [],
            "name": person.name,
            "today": today(),
            "title": _title(one),
            "other_ways": _other_ways(),
            "hub_name": settings.HUB_NAME,
            **_what_it_says(one),
        }
        return mark_safe(render_to_string("doors/print/letter.html", context))  # noqa: S308  rendered by Jinja, escaped


def _title(one: Letter) -> str:
    if one.message.ask and one.everything:
        return sheet_of(one.message.ask).title
    if one.everything:
        return _("News from %(hub)s") % {"hub": settings.HUB_NAME}
    return _("Something is waiting for you at %(hub)s") % {"hub": settings.HUB_NAME}


def _what_it_says(one: Letter) -> dict[str, Any]:
    message, closes_on = one.message, closing_day(one.message.ask)
    if not one.everything:
        words = [_("There is something for you to read, or to say what you think about.")]
        return {"waiting": True, "news": words, "closes_on": closes_on}
    if message.ask is None:
        return {"news": [say(message.code, message.values)]}
    sheet = sheet_of(message.ask)
    return {
        "sheet": sheet,
        "any_left_out": len(sheet.questions) > 1 and all(q.choices and not q.needed for q in sheet.questions),
        "minutes": message.ask.minutes,
        "private": is_private(one),
        "closes_on": closes_on,
        "send_by": rules.send_back_by(closes_on) if closes_on else None,
        "code": rules.in_threes(code_of(message)),
        "code_page": code_page(message),
        "square": for_paper(code_page(message)),
    }


def return_address() -> list[str]:
    """Where letters come back to. Until it is set, the hub's name: the desk's page says that it is missing."""
    return settings.POST_ADDRESS or [settings.HUB_NAME]


def _other_ways() -> list[str]:
    """How to do it without this paper, a sentence each."""
    ring = _("Ring the desk: %(phone)s.") % {"phone": settings.DESK_PHONE} if settings.DESK_PHONE else ""
    site = settings.SITE_URL.partition("://")[2]
    ways = [
        ring,
        _("You can come to the desk."),
        _("You can sign in at %(site)s, if you have a card or an email.") % {"site": site},
    ]
    return [words for words in ways if words]
