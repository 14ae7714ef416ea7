"""The information pack of a project, built from its own records: nothing is left out silently, what is missing says so.

Bristol policy, Methods, Before Beginning a Project Checklist, 11: a pack to come back to, that says how to complain.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sidebyside.kit.pdf import can_make_pdf, why_no_pdf
from sidebyside.projects import pages
from sidebyside.projects.facts import places
from sidebyside.projects.models import Membership, Opening, Project
from sidebyside.projects.pages_meeting import KINDS_OF_PEOPLE
from sidebyside.who_can import Act, Role, may

# Parts above add what they know of how a project decides: (project, easy) -> paragraphs. Only people inside read them.
HOW_IT_DECIDES: list[Callable[[Project, bool], list[str]]] = []


@dataclass
class Piece:
    """One part of the pack. words: paragraphs, in Markdown. points: a list below them.

    missing: what the project has not written down yet; fix: the page where whoever runs it can.
    """

    name: str
    title: str
    picture: str
    words: list[str]
    points: list[str] = field(default_factory=list)
    missing: str = ""
    fix: str = ""


def page_of(project: Project, *, roles: set[Role], easy: bool) -> dict:
    """The pack as this person reads it; whoever runs the project also reads what is missing in it, and where to mend it."""
    mine = next((row for row in project.mine if not row.left_at and not row.said_no_at), None)
    pieces = pack(project, mine=mine, inside=bool(may(roles, Act.READ_PROJECT)), easy=easy)
    runs_it = bool(may(roles, Act.SHAPE_PROJECT))
    return {"pieces": pieces, "missing": missing(pieces) if runs_it else [], "no_pdf": no_pdf()}


def no_pdf() -> str:
    """Why this hub cannot make the pack as a PDF; nothing when it can."""
    return "" if can_make_pdf() else why_no_pdf()


def pack(project: Project, *, mine: Membership | None, inside: bool, easy: bool) -> list[Piece]:
    """For people in the project, and those who are asked to join it. mine: her place or invitation, with her own offer."""
    opening = project.openings.order_by("-opened_at", "-id").first()
    slug = project.slug
    return [
        _piece("about", _("What it is about"), "speech", [project.about], _step(slug, "about")),
        _piece("fixed", _("What is already fixed"), "lock", [project.fixed], _step(slug, "fixed")),
        _piece("open", _("What is open to change"), "hand", [project.open_to_change], _step(slug, "open-to-change")),
        _kind(project, easy),
        _how_long(project),
        _time(project, opening),
        _pay(project, opening, mine),
        _deciding(project, inside, easy),
        access(),
        _who(project),
        complaining(),
        words_we_use(),
    ]


def public_pack(project: Project, opening: Opening) -> list[Piece]:
    """For anybody, while the project is open to new people: only what it says to anybody. Two queries. Nobody is named."""
    meets = [_("You would meet first: %(name)s") % {"name": opening.meets}] if opening.meets else []
    return [
        _piece("about", _("What it is"), "speech", [opening.about], ""),
        Piece("missing", _("Whom we would like to meet"), "two_people", [opening.looking_for or _("Anybody."), *meets]),
        _piece("time", _("How much time"), "clock", [opening.time, _asked_a_month(project)], ""),
        _piece("pay", _("What is paid"), "money", [opening.pay], ""),
        Piece("deciding", _("How we decide"), "scales", [_each_voice()]),
        access(),
        Piece("who", _("Who else is here"), "two_people", [], points=_kinds_here(project)),
        complaining(),
        words_we_use(),
    ]


def missing(pieces: list[Piece]) -> list[dict]:
    """What the project has not written down yet, for those who run it."""
    return [{"title": piece.title, "words": piece.missing, "href": piece.fix} for piece in pieces if piece.missing]


def _piece(name: str, title: str, picture: str, words: list[str], fix: str) -> Piece:
    """A part with these words; without any, it says that they are missing."""
    said = [one.strip() for one in words if one.strip()]
    return Piece(name, title, picture, said, missing="" if said else _not_yet(), fix=fix)


def _not_yet() -> str:
    return _("This is not written down yet. You can ask about it at any time.")


def _step(slug: str, step: str) -> str:
    return reverse("start-step", args=[slug, step])


def _kind(project: Project, easy: bool) -> Piece:
    kind = pages.kind_in_words(project, easy)
    words = [f"**{kind['title']}.** {kind['meaning']}"] if kind else []
    if kind:
        words.append(
            _("The group agreed on this.")
            if kind["agreed"]
            else _("It is planned. The group has not agreed on it yet.")
        )
    return _piece("kind", _("What kind of participation"), "ladder", words, reverse("kind", args=[project.slug]))


def _how_long(project: Project) -> Piece:
    stages = pages.timeline(project)
    line = _("%(title)s: %(first)s to %(last)s.")
    points = [
        line % {"title": one["title"], "first": pages.in_words(one["from"]), "last": pages.in_words(one["until"])}
        for one in stages
    ]
    words = [_("A fifth more time is planned than we think we need, for what nobody expected.")] if stages else []
    words += [_("If it takes longer than you were told, you are asked again.")] if stages else []
    piece = _piece("how-long", _("How long it takes"), "calendar", words, reverse("timeline", args=[project.slug]))
    piece.points = points
    return piece


def _asked_a_month(project: Project) -> str:
    minutes = project.minutes_a_month
    return ngettext(
        "Besides sessions, we may ask for about %(num)s minute a month.",
        "Besides sessions, we may ask for about %(num)s minutes a month.",
        minutes,
    ) % {"num": minutes}


def _time(project: Project, opening: Opening | None) -> Piece:
    fix = reverse("opening", args=[project.slug])
    piece = _piece("time", _("Your time"), "clock", [opening.time if opening else ""], fix)
    leave = _("You can take a break or leave at any time. Nobody asks you why.")
    piece.words = [*piece.words, _asked_a_month(project), leave]
    piece.missing = (
        _("How often we meet, and for how long, is not written down yet. You can ask about it at any time.")
        if piece.missing
        else ""
    )
    return piece


def _pay(project: Project, opening: Opening | None, mine: Membership | None) -> Piece:
    hers = [_("You are offered: %(offer)s") % {"offer": mine.offer}] if mine and mine.offer else []
    hers += [_("Your job pays you for this.")] if mine and mine.paid_by_job else []
    fix = reverse("opening", args=[project.slug])
    piece = _piece("pay", _("What is paid"), "money", [opening.pay if opening else ""], fix)
    if mine and mine.offer:
        piece.missing = ""
    piece.words = [*hers, *piece.words]
    return piece


def _each_voice() -> str:
    return _(
        "The group agrees how it decides. Each member’s voice counts the same. "
        "What the group owns, nobody who runs it can change alone."
    )


def _deciding(project: Project, inside: bool, easy: bool) -> Piece:
    agreed = [words for says in HOW_IT_DECIDES for words in says(project, easy)]
    piece = Piece("deciding", _("How we decide"), "scales", [_each_voice(), *(agreed if inside else [])])
    if not agreed:
        piece.missing = _("The group has not agreed yet how it decides. You would have a say in it.")
        piece.fix = reverse("agreements", args=[project.slug])
    return piece


def access() -> Piece:
    return Piece(
        "access",
        _("What you need to take part"),
        "house",
        [_("You are asked what you need, once, and again later. You choose who sees each answer.")],
        points=[
            _("You can bring somebody, or choose a helper."),
            _("You can take part on the web, by email, by text, by letter, by phone or in person."),
            _("Everything you read is there in large print. Ask for Easy Read, your language or sound."),
            _("What it costs you to take part is part of what you ask for: travel, care, phone, stamps."),
        ],
    )


def _kinds_here(project: Project) -> list[str]:
    here = {
        place.membership.joins_as
        for place in places(project)
        if place.membership.joined_at and not place.membership.left_at
    }
    found = [str(words) for way, words in KINDS_OF_PEOPLE.items() if way in here]
    return found or [_("Nobody has joined yet. You would be the first.")]


def _who(project: Project) -> Piece:
    runs = project.run_by.name if project.run_by else _("the council, or whoever runs this hub")
    words = [_("It is run by %(name)s.") % {"name": runs}, _("In it are:")]
    return Piece("who", _("Who runs it, and who is here"), "two_people", words, points=_kinds_here(project))


def complaining() -> Piece:
    """How to complain to somebody other than the facilitator: the hub's desk, by each way that it can be reached."""
    points = [_("Ring the desk: %(phone)s") % {"phone": settings.DESK_PHONE}] if settings.DESK_PHONE else []
    if settings.POST_ADDRESS:
        points.append(_("Write to the desk: %(address)s") % {"address": ", ".join(settings.POST_ADDRESS)})
    points.append(_("Go to the desk, or send somebody whom you trust."))
    return Piece(
        "complaining",
        _("If you are not happy"),
        "phone",
        [_("You can tell somebody who is not the facilitator: the hub’s desk.")],
        points=points,
        missing=""
        if settings.DESK_PHONE
        else _("The hub has not written down the phone number of its desk. Ask for it."),
    )


def words_we_use() -> Piece:
    return Piece(
        "words",
        _("Words we use"),
        "book",
        [],
        points=[
            _("Co-production: deciding together as equals, from the first plan to the end."),
            _("Lived expertise: what you know because you live it."),
            _("Member: a person who said yes to joining."),
            _("Facilitator: helps the group to work well, and does not decide for it."),
            _("Session: when the group meets, in a room, on the phone or online."),
            _("Desk: the people of this hub who print, post, and write down what they are told."),
        ],
    )
