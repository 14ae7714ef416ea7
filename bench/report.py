"""What was measured, as one table and a few sentences."""

from collections.abc import Callable, Iterator

# The bars: DESIGN, "Numbers that hold everywhere", and how light pages are for a participant.
QUERIES, P95, LATER_PAGE, FIRST_VISIT, MEMORY = 25, 100, 15, 50, 300  # milliseconds; kB; kB; MB with the worker's
KILOBYTES = 1024

MEASURES: list[tuple[str, str, Callable[[dict, str], float]]] = [
    ("queries", "{:.0f}", lambda hub, page: hub["pages"][page]["queries"]),
    ("cpu ms", "{:.1f}", lambda hub, page: hub["timings"][page].cpu),
    ("p50 ms", "{:.1f}", lambda hub, page: hub["timings"][page].p50),
    ("p95 ms", "{:.1f}", lambda hub, page: hub["timings"][page].p95),
    ("a second", "{:.0f}", lambda hub, page: hub["timings"][page].a_second),
    ("kB", "{:.1f}", lambda hub, page: hub["timings"][page].bytes / KILOBYTES),
]


def lines(hubs: dict[int, dict]) -> Iterator[str]:
    """hubs: number of projects -> what was measured there."""
    yield from table(hubs)
    yield ""
    yield from _what_it_means(hubs)
    yield ""
    yield from (_of_hub(size, hub) for size, hub in hubs.items())
    yield from _first_page(hubs)
    yield ""
    yield from stands_out(hubs)


def table(hubs: dict[int, dict]) -> Iterator[str]:
    """A row for each page; for each measure a column for each size, and how much the largest is of the smallest."""
    wide = 7 * (len(hubs) + (len(hubs) > 1))
    yield f"{'page':<16}" + "".join(f" |{name:^{wide}}" for name, _, _ in MEASURES)
    heads = "".join(f"{size:>7}" for size in hubs) + ("  times" if len(hubs) > 1 else "")
    yield f"{'':<16}" + f" |{heads}" * len(MEASURES)
    for page in next(iter(hubs.values()))["pages"]:
        yield f"{page:<16}" + "".join(f" |{_cells(hubs, page, words, of)}" for _, words, of in MEASURES)


def _cells(hubs: dict[int, dict], page: str, words: str, of: Callable[[dict, str], float]) -> str:
    values = [of(hub, page) for hub in hubs.values()]
    growth = f"{values[-1] / values[0]:>6.2f}x" if len(values) > 1 and values[0] else "       " * (len(values) > 1)
    return "".join(f"{words.format(value):>7}" for value in values) + growth


def _what_it_means(hubs: dict[int, dict]) -> Iterator[str]:
    yield "Columns are projects in the hub; `times` is how much the largest hub takes of what the smallest takes."
    yield "cpu: how long the server worked on a page, which does not depend on what else the machine does."
    yield "p50, p95: one browser after the other, the server on one core. A second: pages, four browsers at once."
    yield "kB: the page itself over the wire, as br or gzip if the server compresses it."


def _of_hub(size: int, hub: dict) -> str:
    peak, mapped = hub["memory"]
    return (
        f"Hub of {size:>3}: {hub['people']:,} people, {hub['answers']:,} answers, {hub['entries']:,} history entries, "
        f"all chains whole; {hub['megabytes']:,.0f} MB; filled in {hub['seconds']:.0f} s. "
        f"Peak memory of the server: {peak:.0f} MB; {mapped:.0f} MB in it at the end were files, the database among them."
    )


def _first_page(hubs: dict[int, dict]) -> Iterator[str]:
    first = list(hubs.values())[-1]["first"]
    parts = ", ".join(f"{kind} {size / KILOBYTES:.1f}" for kind, size in sorted(first.items(), key=lambda one: -one[1]))
    whole = sum(first.values()) / KILOBYTES
    yield f"A first visit (front page, not signed in, nothing kept): {whole:.1f} kB over the wire: {parts}."


def stands_out(hubs: dict[int, dict]) -> Iterator[str]:
    """Pages over a bar, pages whose queries grow, and tables that the largest hub reads from end to end."""
    small, large = next(iter(hubs.values())), list(hubs.values())[-1]
    found = []
    for page, counted in large["pages"].items():
        if counted["queries"] > QUERIES:
            found.append(f"{page}: {counted['queries']} queries, more than {QUERIES}.")
        if counted["queries"] > small["pages"][page]["queries"]:
            found.append(f"{page}: queries grow from {small['pages'][page]['queries']} to {counted['queries']}.")
        if large["timings"][page].p95 > P95:
            found.append(f"{page}: p95 is {large['timings'][page].p95:.0f} ms, more than {P95}.")
        if large["timings"][page].bytes > LATER_PAGE * KILOBYTES:
            found.append(
                f"{page}: {large['timings'][page].bytes / KILOBYTES:.1f} kB over the wire, more than {LATER_PAGE}."
            )
        found += [f"{page}: reads a table from end to end: {scan}." for scan in counted["scans"]]
    found += _of_the_whole(large)
    yield from found or ["Nothing stands out: no page is over a bar, and no query grows."]


def _of_the_whole(hub: dict) -> Iterator[str]:
    if sum(hub["first"].values()) > FIRST_VISIT * KILOBYTES:
        yield f"A first visit takes more than {FIRST_VISIT} kB."
    if hub["memory"][0] > MEMORY:
        yield f"The server alone held {hub['memory'][0]:.0f} MB, more than the {MEMORY} MB that it and the worker may."
