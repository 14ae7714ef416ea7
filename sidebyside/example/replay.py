"""A diary that is replayed day by day: what people did, at the moment they did it, and the hub's own worker each morning."""

import tomllib
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from heapq import heappop, heappush
from itertools import count
from pathlib import Path

from sidebyside.kit.clock import LONDON, end_of
from sidebyside.kit.worker import all_jobs

Do = Callable[..., object]
MORNING = time(6, 30)
HERE = Path(__file__).parent
# The jobs that close, open, ask and record. Those that send stay still: a replay sends nobody anything.
JOBS_OF = ("sidebyside.agreements.", "sidebyside.kit.", "sidebyside.sessions.", "sidebyside.standing.")


def read(name: str) -> dict:
    """A file of the worked example, such as `people.toml`."""
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def moment(day: date, hour: int = 10, minute: int = 0) -> datetime:
    """That moment by the clocks in London. A `day` that already says its time (as TOML's do) keeps it."""
    if isinstance(day, datetime):
        return day.replace(tzinfo=LONDON)
    return datetime.combine(day, time(hour, minute), tzinfo=LONDON)


class Diary:
    """What is still to happen, in the order of its moments. What happens may write more into it."""

    def __init__(self) -> None:
        self._pages: list[tuple[datetime, int, Do, dict]] = []
        self._order = count()
        self._due: dict[str, datetime] = {}

    def at(self, when: datetime, do: Do, **known) -> None:
        """When that moment comes, `do(now=when, **known)`."""
        heappush(self._pages, (when, next(self._order), do, known))

    def replay(self, until: datetime, month_ended: Callable[[date, datetime], object]) -> None:
        """Let everything happen that is written before `until`. `month_ended` hears of the last moment of each month."""
        day = self._pages[0][0].astimezone(LONDON).date()
        while moment(day) < until:
            self._happen(min(moment(day, MORNING.hour, MORNING.minute), until))
            self._work(moment(day, MORNING.hour, MORNING.minute))
            self._happen(min(end_of(day), until))
            day += timedelta(days=1)
            if day.day == 1:
                month_ended(day - timedelta(days=1), end_of(day - timedelta(days=1)) - timedelta(seconds=1))

    def _happen(self, before: datetime) -> None:
        while self._pages and self._pages[0][0] < before:
            when, _, do, known = heappop(self._pages)
            do(now=when, **known)

    def _work(self, now: datetime) -> None:
        """Run the hub's own jobs that are due, as the worker does; but here a job that fails stops everything."""
        for name, (gap, job) in sorted(all_jobs().items()):
            if name.startswith(JOBS_OF) and now >= self._due.get(name, now):
                job(now=now)
                self._due[name] = now + gap
