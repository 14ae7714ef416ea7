"""Where the lines of a picture go. Plain sums: numbers in, points and SVG paths out; components draw them."""

from dataclasses import dataclass
from datetime import date
from math import cos, pi, sin


@dataclass(frozen=True)
class Slice:
    """One slice of a cake: its outline, a place for its mark, and a place for its number near the edge."""

    path: str
    x: float
    y: float
    edge_x: float
    edge_y: float


def at(cx: float, cy: float, r: float, turn: float) -> tuple[float, float]:
    """The point at a distance r from the middle, after part of a turn clockwise from the top."""
    angle = 2 * pi * turn
    return round(cx + r * sin(angle), 1), round(cy - r * cos(angle), 1)


def slices(n: int, cx: float, cy: float, r_in: float, r_out: float, gap: float = 4) -> list[Slice]:
    """n equal slices of a ring, clockwise from the top, with an even gap between one and the next."""
    return [_slice(k / n, (k + 1) / n, (cx, cy), r_in, r_out, gap) for k in range(n)]


def _slice(start: float, end: float, middle: tuple[float, float], r_in: float, r_out: float, gap: float) -> Slice:
    inner, outer = gap / 2 / (2 * pi * max(r_in, 1)), gap / 2 / (2 * pi * r_out)
    corners = [
        at(*middle, r_out, start + outer),
        at(*middle, r_out, end - outer),
        at(*middle, r_in, end - inner),
        at(*middle, r_in, start + inner),
    ]
    a, b, c, d = (f"{x:g},{y:g}" for x, y in corners)
    wide = 1 if end - start > 0.5 else 0
    path = f"M{a} A{r_out:g},{r_out:g} 0 {wide} 1 {b} L{c} A{r_in:g},{r_in:g} 0 {wide} 0 {d} Z"
    half = (start + end) / 2
    return Slice(path, *at(*middle, (r_in + r_out) / 2, half), *at(*middle, r_out + 13, half))


def rungs_at(n: int) -> list[float]:
    """How far down a ladder each of n rungs hangs, in per cent, the highest first: each in the middle of its row."""
    return [round((k + 0.5) / n * 100, 2) for k in range(n)]


def spans(periods: list[tuple[date, date]], width: float, today: date | None = None) -> dict:
    """Periods in time as {"bars": [(x, width)...], "today": x or None}, from the first start to the last end."""
    if not periods:
        return {"bars": [], "today": None}
    first = min(start for start, _ in periods)
    days = max((max(end for _, end in periods) - first).days, 1)

    def x(when: date) -> float:
        return round((when - first).days * width / days, 1)

    bars = [(x(start), max(round(x(end) - x(start), 1), 2)) for start, end in periods]
    inside = today is not None and 0 <= (today - first).days <= days
    return {"bars": bars, "today": x(today) if inside and today else None}
