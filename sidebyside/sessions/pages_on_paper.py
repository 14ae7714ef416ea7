"""What the pages of a meeting on paper read, and its sheets as a PDF to print."""

from collections.abc import Iterable
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from sidebyside.kit.languages import language_for
from sidebyside.kit.pdf import make_pdf
from sidebyside.kit.squares import for_paper
from sidebyside.people.naming import called
from sidebyside.sessions import coming, seats
from sidebyside.sessions import keying_rules as rules
from sidebyside.sessions.keying import Asked, checks_on_paper
from sidebyside.sessions.live_rules import SAID
from sidebyside.sessions.living import agenda
from sidebyside.sessions.models import Meeting
from sidebyside.sessions.models_live import KNOWLEDGE
from sidebyside.sessions.pages_live import FACES

FOR_ALL = ("wall", "agenda")
FOR_WHO_RUNS_IT = ("seats", "cards", "here", "counts", "parked", "words", "notes")
EMPTY_LINES = {"parked": 12, "words": 12, "notes": 12}
SPARE = 5  # rows on the sheet of names for whoever comes as well


def parts(meeting: Meeting, *, runs: bool) -> tuple[str, ...]:
    """The sheets that this reader may print. Seat cards only once there are seats."""
    more = FOR_WHO_RUNS_IT if runs else ()
    return tuple(part for part in (*FOR_ALL, *more) if part != "seats" or seats.on_paper(meeting).exists())


def to_key(meeting: Meeting) -> dict[str, Any]:
    """What the page for typing in begins with: people in the order of the sheet, how they came, and cards counted."""
    agreed = meeting.notes_agreed_at is not None  # then who came stays as it is
    people = [] if agreed else list(coming.who_can_have_come(meeting))
    return {"people": people, "how": coming.how(meeting), "counted": counted(meeting)}


def counted(meeting: Meeting) -> dict[Asked, dict[str, int]]:
    found: dict[Asked, dict[str, int]] = {}
    for check in checks_on_paper(meeting).prefetch_related("counted"):
        found[check.kind, check.half] = {row.said: row.how_many for row in check.counted.all()}
    return found


def printed(meeting: Meeting, wanted: Iterable[str], *, size: str) -> bytes:
    """These sheets as one PDF, in the language that is read here. Raises CannotMakePdf."""
    language, easy = (translation.get_language() or "en").partition("-")[0], size == "easy-read"
    with translation.override(language_for(language, easy=easy).locale):
        title = _("On paper: %(title)s") % {"title": meeting.title}
    context = {"parts": [(part, _PARTS[part](meeting)) for part in wanted], "meeting": meeting, "easy": easy}
    template = "sessions/on_paper/print.html"
    return make_pdf(template, context, title=title, language=language, easy=easy, large=size == "large-print")


def _agenda(meeting: Meeting) -> list:
    return agenda(meeting)


def _seats(meeting: Meeting) -> list[dict[str, Any]]:
    return [
        {
            "number": number,
            "code": code,
            "address": seats.address(code),
            "square": for_paper(seats.address(code)),
        }
        for number, code in seats.codes(meeting)
    ]


def _cards(meeting: Meeting) -> list[dict[str, str]]:
    """Three faces for how it feels, and three for whether that made sense."""
    return [{"said": said, "face": FACES[said], "check": kind} for kind, answers in SAID.items() for said in answers]


def _here(meeting: Meeting) -> dict[str, Any]:
    names = [called(person) for person in coming.who_can_have_come(meeting)]
    return {"names": [*names, *[""] * SPARE], "letters": list(rules.CAME.items())}


def _counts(meeting: Meeting) -> dict[str, Any]:
    return {
        "checks": [(kind, half, SAID[kind]) for half in rules.HALVES for kind in SAID],
        "kinds": KNOWLEDGE,
    }


def _lines(part: str):
    return lambda meeting: list(range(1, EMPTY_LINES[part] + 1))


_PARTS = {
    "wall": _agenda,
    "agenda": _agenda,
    "seats": _seats,
    "cards": _cards,
    "here": _here,
    "counts": _counts,
    **{part: _lines(part) for part in EMPTY_LINES},
}
