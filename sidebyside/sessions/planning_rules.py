"""What makes a plan for a meeting work for people, and whose turn it is, as plain functions of plain values."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sidebyside.kit.verdict import YES, Verdict, no
from sidebyside.sessions.when_rules import in_office_hours

IN_A_PLACE = ("in-person", "hybrid", "outdoors", "making")
FROM_AFAR = ("online", "phone", "hybrid")
LONG = timedelta(hours=2)  # Bristol policy, Environment, Environment and Atmosphere in Sessions
BREAK_AFTER = timedelta(hours=1)  # a proposal: no source says from when on a break is needed
MOST_ITEMS = 40
LONGEST_ITEM = 240
AT_THE_END = ("process", "other_business")
YES_NO = ("yes", "no")

# What to know of a place, by code. From Bristol policy, Physical Environment, and a list of what venues need: a proposal.
VENUE = (
    "step_free",
    "toilet",
    "changing_places",
    "hearing_loop",
    "quiet_room",
    "adjustable",
    "parking",
    "bus_near",
    "staff_told",
)
# What somebody says that she needs (question, choice) -> what to know of the place for it.
NEEDED = {
    ("place", "step-free"): "step_free",
    ("place", "toilet"): "toilet",
    ("place", "changing-places"): "changing_places",
    ("place", "hearing-loop"): "hearing_loop",
    ("place", "quiet-room"): "quiet_room",
    ("place", "light"): "adjustable",
    ("place", "little-noise"): "adjustable",
    ("place", "warm-or-cool"): "adjustable",
    ("place", "parking"): "parking",
}


@dataclass(frozen=True)
class Plan:
    """What is planned, in plain values. items: (kind, minutes). papers: when each was given out, or None.

    to_book: how many bookings are still to do or to write down; None, for whoever may not read it. needed: what the place
    must have, from needs that whoever reads this may read. asked_when: people were asked which time suits them.
    """

    way: str
    starts_at: datetime
    ends_at: datetime
    now: datetime
    items: tuple[tuple[str, int], ...] = ()
    roles: frozenset[str] = frozenset()
    papers: tuple[datetime | None, ...] = ()
    papers_days: int = 7
    venue: Mapping[str, str] = field(default_factory=dict)
    join_how: str = ""
    to_book: int | None = None
    needed: frozenset[str] = frozenset()
    asked_when: bool = False
    own: bool = False  # of the Lived Expertise Group: everybody in it has lived expertise


@dataclass(frozen=True)
class Hint:
    """Something that would help. mend: where it is mended."""

    code: str
    mend: str
    values: dict = field(default_factory=dict)


def hints(plan: Plan) -> list[Hint]:
    """What would help this meeting, the most pressing first. Nothing here stops anybody."""
    return [
        *_booking(plan),
        *_place(plan),
        *_papers(plan),
        *_time(plan),
        *_agenda(plan),
        *_people(plan),
    ]


def _booking(plan: Plan) -> Iterable[Hint]:
    if plan.to_book:
        yield Hint("warn_not_booked", "booking", {"count": plan.to_book})


def _place(plan: Plan) -> Iterable[Hint]:
    """Bristol policy, Physical Environment: rooms that can be changed, and staff at the door who are ready."""
    if plan.way in FROM_AFAR and not plan.join_how.strip():
        yield Hint("warn_no_way_to_join", "place")
    if plan.way not in IN_A_PLACE:
        return
    for name in VENUE:
        if name in plan.needed and plan.venue.get(name) != "yes":
            yield Hint(f"warn_place_{'lacks' if plan.venue.get(name) == 'no' else 'unknown'}_{name}", "place")
    if plan.venue.get("staff_told") != "yes":
        yield Hint("warn_staff_not_told", "place")


def _papers(plan: Plan) -> Iterable[Hint]:
    late = sum(is_late(at or plan.now, plan.starts_at, plan.papers_days) for at in plan.papers)
    if late:
        yield Hint("warn_papers_late", "papers", {"count": late, "days": plan.papers_days})


def _time(plan: Plan) -> Iterable[Hint]:
    """Bristol policy, Environment: two hours with a break suit most people."""
    long = plan.ends_at - plan.starts_at
    if long > LONG:
        yield Hint("warn_over_two_hours", "move")
    if long > BREAK_AFTER and "break" not in {kind for kind, _ in plan.items}:
        yield Hint("warn_no_break", "agenda")
    if in_office_hours(plan.starts_at, plan.ends_at) and not plan.asked_when and not plan.own:
        yield Hint("warn_office_hours", "when")


def _agenda(plan: Plan) -> Iterable[Hint]:
    """Bristol policy, Time within the sessions: time at the end for how the group works together."""
    planned = sum(minutes for _, minutes in plan.items)
    over = planned - int((plan.ends_at - plan.starts_at) / timedelta(minutes=1))
    if over > 0:
        yield Hint("warn_agenda_too_long", "agenda", {"count": over})
    if "process" not in {kind for kind, _ in plan.items}:
        yield Hint("warn_no_process_time", "agenda")


def _people(plan: Plan) -> Iterable[Hint]:
    """Bristol policy, Power sharing: two facilitators, one of them with lived expertise. Time: a note taker."""
    if "co_facilitator" not in plan.roles and not plan.own:
        yield Hint("warn_no_co_facilitator", "roles")
    if "note_taker" not in plan.roles:
        yield Hint("warn_no_note_taker", "roles")


def is_late(given_out_at: datetime, starts_at: datetime, days: int) -> bool:
    return given_out_at > starts_at - timedelta(days=days)


@dataclass(frozen=True)
class Turn:
    """Somebody who would like to do something. times: how often she did it; last: when, if ever; since: when she said so."""

    who: int
    times: int
    last: datetime | None
    since: datetime


def in_turn(wish: Iterable[Turn]) -> list[Turn]:
    """Everybody who would like to, in a fair order: who did it least, then who did it longest ago, then who said so first."""
    return sorted(wish, key=lambda one: (one.times, one.last or one.since, one.since, one.who))


def can_change_plan(*, off: bool, over: bool, agreed: bool, running: bool) -> Verdict:
    """A plan can be changed until the meeting is over or called off."""
    if not running:
        return no("project_not_running")
    if off:
        return no("meeting_is_off")
    return no("meeting_is_over") if over or agreed else YES


def can_meet_there(*, way: str, place: str, ways: Collection[str]) -> Verdict:
    """Whoever meets in a place says where it is."""
    if way not in ways:
        return no("choose_an_answer")
    return no("meeting_needs_a_place") if way in IN_A_PLACE and not place.strip() else YES


def can_add(*, title: str, minutes: int, kind: str, kinds: Collection[str], there: int) -> Verdict:
    """Something for the agenda has a name and some minutes."""
    if kind not in kinds:
        return no("choose_an_answer")
    if not title.strip():
        return no("agenda_needs_a_name")
    if not 1 <= minutes <= LONGEST_ITEM:
        return no("agenda_needs_minutes", most=LONGEST_ITEM)
    return no("agenda_is_full", most=MOST_ITEMS) if there >= MOST_ITEMS else YES


def place_for(kinds: list[str], kind: str) -> int:
    """Where something new goes: before the time that is kept at the end, unless it is of that sort itself."""
    if kind in AT_THE_END:
        return len(kinds)
    at = len(kinds)
    while at and kinds[at - 1] in AT_THE_END:
        at -= 1
    return at


def can_have_role(*, role: str, roles: Collection[str], here: bool, lived_expertise: bool) -> Verdict:
    """Somebody who is here. Whoever facilitates beside the facilitator has lived expertise."""
    if role not in roles:
        return no("choose_an_answer")
    if not here:
        return no("role_needs_somebody_here")
    return no("co_facilitator_has_lived_expertise") if role == "co_facilitator" and not lived_expertise else YES


def known_of_place(venue: Mapping[str, str]) -> dict[str, str]:
    """What is known of a place: only what we ask, and only yes or no. What is not known is left out."""
    return {name: venue[name] for name in VENUE if venue.get(name) in YES_NO}
