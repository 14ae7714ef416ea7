"""What officers, commands and the clock do never lifts a label at once (decision 6). Plain functions of plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sidebyside.kit.facts import NOT_YET, PARTLY, SHOWN
from sidebyside.recipes import Pack
from sidebyside.standing.rules import NOT_NEEDED, Because, Known, Said, Slice, Standing, level, rung_from


@dataclass(frozen=True)
class Held:
    """What cannot rise until the members have spoken in a round that opened after `since` (decision 6)."""

    since: datetime
    rung: str | None
    slices: Mapping[str, str]


def hold_back(
    pack: Pack,
    known: Known,
    worked_out: Standing,
    *,
    before: Standing | None,
    before_worked_out: Standing | None,
    held: Held | None,
    by_members: bool,
    round_opened_at: datetime | None,
) -> tuple[Standing, Held | None]:
    """What officers, commands and the clock do can lower a label at once, and lift it only from the next round on.

    before: where it stood; before_worked_out: the same without what was held. by_members: was this event the members'
    own doing? round_opened_at: set when the event is a round that closed. Returns what to show, and what stays held.
    """
    if held and round_opened_at and round_opened_at >= held.since and _group_lifts(known.said):
        held = None
    if before and not by_members and _rises(pack, worked_out, before_worked_out or before):
        held = _ceiling(pack, before, held, known.now)
    return (_under(pack, known, worked_out, held) if held else worked_out), held


def _group_lifts(said: Said) -> bool:
    """Only a group that says partly or yes to at least half of the ingredients lifts what was held; silence does not."""
    lifting = [word for word in said.group.values() if word in ("partly", "yes")]
    return len(lifting) * 2 >= len(said.group) > 0


def _rises(pack: Pack, new: Standing, old: Standing) -> bool:
    """An ingredient that the older pack did not have was not shown by it, so having it at all is a rise."""
    was = {s.id: s.status for s in old.slices}
    return level(pack, new.shown) > level(pack, old.shown) or any(
        _rank(s.status) > _rank(was.get(s.id, NOT_YET)) for s in new.slices
    )


def _ceiling(pack: Pack, before: Standing, held: Held | None, now: datetime) -> Held:
    slices = {s.id: s.status for s in before.slices}
    if held:
        slices = {name: min(status, held.slices.get(name, status), key=_rank) for name, status in slices.items()}
    rungs = [before.shown] + ([held.rung] if held else [])
    return Held(now, min(rungs, key=lambda rung: level(pack, rung)), slices)


def _under(pack: Pack, known: Known, worked_out: Standing, held: Held) -> Standing:
    slices = tuple(_slice_under(s, held.slices.get(s.id, NOT_YET)) for s in worked_out.slices)
    standing = rung_from(pack, slices, known)
    if level(pack, standing.shown) <= level(pack, held.rung):
        return standing
    waits = Because("waits_for_the_next_round")
    above = {r.id for r in pack.rungs if r.level > level(pack, held.rung)}
    lacks = {rung: lack + ((waits,) if rung in above else ()) for rung, lack in standing.lacks.items()}
    return replace(standing, shown=held.rung if level(pack, held.rung) else None, lacks=lacks)


def _slice_under(new: Slice, ceiling: str) -> Slice:
    if _rank(new.status) <= _rank(ceiling):
        return new
    return replace(new, status=ceiling, because=(Because("waits_for_the_next_round"), *new.because))


def _rank(status: str) -> int:
    return [NOT_YET, PARTLY, SHOWN, NOT_NEEDED].index(status)
