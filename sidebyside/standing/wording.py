"""Words for a standing: codes and the pack's own names become sentences, in standard or Easy Read."""

import json
from collections.abc import Iterable

from sidebyside.kit.facts import NOT_YET, PARTLY, SHOWN
from sidebyside.kit.words import say
from sidebyside.recipes import Pack, load
from sidebyside.standing import reading
from sidebyside.standing.models import StandingRecord
from sidebyside.standing.rules import NOT_NEEDED, Because, Slice

# Values that name a thing of the pack: the name of the value -> where the pack keeps it.
NAMES = {"method": "method", "ingredient": "ingredient", "rung": "rung"}


def in_words(pack, because: Because, *, easy: bool = False) -> str:
    """The sentence for a reason, with the pack's own titles in place of its short names."""
    values = {name: _title(pack, name, value, easy) for name, value in because.values.items()}
    return say(because.code, values)


def _title(pack, name: str, value, easy: bool):
    if name == "least":
        return say(f"word_{value}")
    if name not in NAMES:
        return value
    return _of_the_pack(pack, NAMES[name], value, easy)


def _of_the_pack(pack, kind: str, id: str, easy: bool) -> str:
    """The title of a thing of the pack; one that this version does not have keeps its short name."""
    try:
        return getattr(pack, kind)(id).text("title", easy)
    except KeyError:
        return id


def rung_title(pack, rung: str | None, *, easy: bool = False) -> str:
    """A rung's name, or "Too early to say"."""
    return _of_the_pack(pack, "rung", rung, easy) if rung else say("too_early_to_say")


def in_full(record: StandingRecord, *, easy: bool = False) -> dict:
    """Everything that one record says, in words, for a page or a command. Nothing but the record and its recipe is read."""
    detail = json.loads(record.detail)
    pack = load(detail["pack"], detail["version"])
    standing, _, _ = reading.unpack(record)
    return {
        "at": record.at,
        "claimed": record.claimed,
        "shown": record.shown,
        "claim_state": record.claim_state,
        "sentences": sentences(pack, record, [piece.status for piece in standing.slices], easy=easy),
        "ingredients": [slice_in_words(pack, piece, easy) for piece in standing.slices],
        "lacks": {rung: [in_words(pack, b, easy=easy) for b in lacks] for rung, lacks in standing.lacks.items()},
        "in_short": {rung: _in_short(pack, lacks, easy) for rung, lacks in standing.lacks.items()},
        "partly": [
            in_words(pack, Because("ingredient_partly", {"ingredient": s.id}), easy=easy)
            for s in standing.slices
            if s.status == PARTLY
        ],
        "steps": [
            {"title": in_words(pack, Because(**step["what"]), easy=easy), "page": step["page"], "args": step["args"]}
            for step in detail["next"]
        ],
        "methods": {
            name: {"status": state["status"], "because": in_words(pack, Because(**state["because"]), easy=easy)}
            for name, state in detail.get("methods", {}).items()
        },
        "pack": pack,
    }


def _in_short(pack: Pack, lacks: Iterable[Because], easy: bool) -> list[str]:
    """What a rung lacks, with all its missing ingredients in one sentence."""
    missing = [
        _of_the_pack(pack, "ingredient", b.values["ingredient"], easy) for b in lacks if b.code == "ingredient_missing"
    ]
    rest = [in_words(pack, b, easy=easy) for b in lacks if b.code != "ingredient_missing"]
    return rest + ([say("ingredients_missing", {"ingredients": ", ".join(missing)})] if missing else [])


def slice_in_words(pack: Pack, piece: Slice, easy: bool) -> dict:
    """One ingredient: what it comes to and why; and what facts, the group and the others say, apart."""
    return {
        "id": piece.id,
        "title": _of_the_pack(pack, "ingredient", piece.id, easy),
        "status": piece.status,
        "because": " ".join(in_words(pack, b, easy=easy) for b in piece.because),
        "facts": piece.facts,
        "group": say(f"group_word_{piece.group}"),
        "others": say(f"group_word_{piece.others}") if piece.others else "",
    }


def label_in_words(record: StandingRecord, *, easy: bool = False) -> list[str]:
    """Only the label's own sentences, for lists of many projects."""
    detail = json.loads(record.detail)
    statuses = [piece["status"] for piece in detail["slices"]]
    return sentences(load(detail["pack"], detail["version"]), record, statuses, easy=easy)


def sentences(pack: Pack, record: StandingRecord, statuses: list[str], *, easy: bool = False) -> list[str]:
    """The label in a few short sentences: what it says it is, what it can show, how many ingredients there are."""
    said = say(f"label_{record.claim_state}", {"claimed": rung_title(pack, record.claimed, easy=easy)})
    shows = {"shown": rung_title(pack, record.shown, easy=easy)}
    count = {status: statuses.count(status) for status in (SHOWN, PARTLY, NOT_YET, NOT_NEEDED)}
    counts = say("ingredients_counted_and_not_needed" if count[NOT_NEEDED] else "ingredients_counted", count)
    return [said, say("label_shows", shows) if record.shown else say("label_shows_nothing_yet"), counts]
