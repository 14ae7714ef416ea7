"""Helps whoever writes Easy Read, a sentence at a time. It suggests and never stops anybody: only readers can say if it is easy.

The rules are those of GOV.UK on accessible formats and of the Department of Health (2010): short sentences, one idea and
one verb in each, active voice, full words and not initials; and of Inclusion Europe: no figures of speech, numerals and
not words, no capitals or italics to make a point. The words to avoid are those of GOV.UK's style guide and of the field.
Plain words in, suggestions out.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from sidebyside.recipes.easy_read import MOST_WORDS, sentences, words_in
from sidebyside.texts.rules import ideas

LISTS = tomllib.loads(files("sidebyside.texts").joinpath("easy_read.toml").read_text())
PLAINER: dict[str, str] = LISTS["plainer"]
VERBS, NUMBERS, MAY_BE_CAPITALS = (frozenset(LISTS[name]) for name in ("verbs", "numbers", "may_be_capitals"))
JOINING = re.compile(rf"[,;:–]|\b(?:{'|'.join(LISTS['joining'])})\b", re.IGNORECASE)
PASSIVE = re.compile(
    rf"\b(?:{'|'.join(LISTS['be'])})\s+(?:not\s+|also\s+|never\s+)?(?:\w+ed|{'|'.join(LISTS['irregular'])})\b",
    re.IGNORECASE,
)
INITIALS = re.compile(r"\b(?:[A-Z]{2,}s?|(?:[A-Z]\.){2,})(?=\W|$)")
SLANTED = re.compile(r"(?<![*_\w])[*_](?![*_\s])[^*_\n]+(?<![*_\s])[*_](?![*_\w])")


@dataclass(frozen=True)
class Suggestion:
    """A code, the values that its sentence takes, and the sentence or idea that it is about."""

    code: str
    about: str
    values: dict


def suggestions(words: str, pictures: list[str] | None = None) -> list[Suggestion]:
    """What might be made easier, in the order of the text. pictures: the one beside each idea, when they were chosen."""
    found = []
    for number, idea in enumerate(ideas(words)):
        for sentence in sentences(idea):
            found += list(_about(sentence))
        if pictures is not None and not (pictures[number : number + 1] or [""])[0]:
            found.append(Suggestion("easy_no_picture", idea, {}))
    return found


def _about(sentence: str) -> Iterator[Suggestion]:
    count = words_in(sentence)
    if count > MOST_WORDS:
        yield Suggestion("easy_too_long", sentence, {"count": count, "most": MOST_WORDS})
    if _says_two_things(sentence):
        yield Suggestion("easy_two_things", sentence, {})
    for word in dict.fromkeys(re.findall(r"[a-z]+", sentence.casefold())):
        if plainer := PLAINER.get(word) or PLAINER.get(word.removesuffix("s")) or PLAINER.get(word.removesuffix("d")):
            yield Suggestion("easy_hard_word", sentence, {"word": word, "plainer": plainer})
        elif word in NUMBERS:
            yield Suggestion("easy_number", sentence, {"word": word})
    yield from (Suggestion("easy_phrase", sentence, {"word": p}) for p in LISTS["phrases"] if p in sentence.casefold())
    for initials in dict.fromkeys(INITIALS.findall(sentence)):
        if initials not in MAY_BE_CAPITALS:
            yield Suggestion("easy_initials", sentence, {"word": initials})
    if passive := PASSIVE.search(sentence):
        yield Suggestion("easy_passive", sentence, {"word": passive.group()})
    if slanted := SLANTED.search(sentence):
        yield Suggestion("easy_slanted", sentence, {"word": slanted.group()})


def _says_two_things(sentence: str) -> bool:
    """Two verbs that stand apart: a verb in the part before a joining word or comma, and one in a part after it."""
    parts = JOINING.split(sentence)
    return len([part for part in parts if _has_verb(part)]) > 1


def _has_verb(part: str) -> bool:
    return any(word in VERBS for word in re.findall(r"[a-z]+", part.casefold()))
