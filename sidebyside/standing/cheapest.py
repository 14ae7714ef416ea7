"""The cheapest way to each rung of a recipe: the least that must be done, and by whom. It shows what a label is worth."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TextIO

from sidebyside.kit.facts import SHOWN, Fact, offered
from sidebyside.recipes.checking import examine
from sidebyside.standing.rules import Known, Said, work_out

NOW = datetime(2000, 1, 1, tzinfo=UTC)
LATER = NOW + timedelta(weeks=4)
BEFORE_AND_DURING = ("before", "during")


def cheapest_path(
    pack, rung: str, *, facts: Iterable[str], when: Iterable[str] = BEFORE_AND_DURING
) -> list[tuple[str, str, str]]:
    """The acts that `rung` cannot do without, once the methods of `when` are due. Empty when it cannot be reached.

    facts: names of facts that the product's parts offer. An act is (who, what, ingredient or fact): "members say partly",
    "a second member agrees with a statement", or a fact, which stands on what members did or confirmed.
    """
    acts = [("members", "say partly", i.id) for i in pack.ingredients]
    acts += [("members", "agree a statement", m.id) for m in pack.methods]
    acts += [("members", "do or confirm", name) for name in sorted(facts)]
    if not _holds(pack, rung, acts, when):
        return []
    for act in list(acts):
        without = [kept for kept in acts if kept != act]
        if _holds(pack, rung, without, when):
            acts = without
    return acts


def _holds(pack, rung: str, acts: list[tuple[str, str, str]], when: Iterable[str]) -> bool:
    """Does everything that this rung needs hold after these acts?"""
    done = {
        what: [name for _, did, name in acts if did == what]
        for what in ("say partly", "agree a statement", "do or confirm")
    }
    events = {event: NOW for method in pack.methods if method.when in when for event in method.due}
    after = {event for method in pack.methods if method.when not in when for event in method.due}
    known = Known(
        facts={name: Fact(SHOWN, name) for name in done["do or confirm"]},
        events={event: moment for event, moment in events.items() if event not in after},
        statements=dict.fromkeys(done["agree a statement"], LATER),
        said=Said(group=dict.fromkeys(done["say partly"], "partly"), good_until=LATER),
        not_needed=frozenset(),
        now=NOW,
    )
    return not work_out(pack, known).lacks[rung]


def print_paths(pack, facts: Iterable[str], out) -> int:
    """Print the cheapest path to each rung, lowest first."""
    for rung in pack.rungs:
        path = cheapest_path(pack, rung.id, facts=facts)
        title = rung.text("title")
        print(
            f"{title}: {'cannot be shown yet: no part offers its evidence' if not path else f'{len(path)} acts'}",
            file=out,
        )
        for who, did, name in path:
            print(f"  {who} {did}: {name}", file=out)
    return 0


def path_command(folder: str | Path, out: TextIO) -> int:
    """`sidebyside pack path DIR`. 1 when the pack is broken, with its faults."""
    pack, faults = examine(folder)
    if pack is None:
        out.writelines(f"{fault}\n" for fault in faults)
        return 1
    return print_paths(pack, offered(), out)
