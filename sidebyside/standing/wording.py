"""Words for a standing: codes and the pack's own names become sentences, in standard or Easy Read."""

from sidebyside.kit.words import say
from sidebyside.standing.rules import Because

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
    thing = getattr(pack, NAMES[name])(value)
    return thing.text("title", easy) if thing else value


def rung_title(pack, rung: str | None, *, easy: bool = False) -> str:
    """A rung's name, or "Too early to say". A rung that this pack does not have keeps its short name."""
    if not rung:
        return say("too_early_to_say")
    thing = pack.rung(rung)
    return thing.text("title", easy) if thing else rung
