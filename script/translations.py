"""The translations of the interface: what each language needs of its catalogue, and what a machine can see is wrong."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from babel.messages.catalog import Catalog, Message

from script.easy_words import HOLE, holes

HEADER = """\
# The words of Side by Side in {name}. script/words adds new sentences, empty: pages then show the English.
# A draft: somebody who speaks the language must still check it.
msgid ""
msgstr ""
"Language: {code}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals};\\n"

"""
# Welsh counts 0, 1, 2, 3 and 6 in ways of their own (Unicode CLDR). Django's own Welsh knows only four ways.
WELSH_PLURALS = "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5)"


@dataclass(frozen=True)
class Language:
    code: str
    name: str
    plurals: str
    least: int = 0  # sentences that it has had: with fewer, something was lost
    right_to_left: bool = False

    @property
    def header(self) -> str:
        return HEADER.format(code=self.code, name=self.name, plurals=self.plurals)


LANGUAGES = [
    Language("cy", "Welsh", WELSH_PLURALS, least=2500),
    Language("ur", "Urdu", "nplurals=2; plural=(n != 1)", right_to_left=True),
]


def forms_of(words: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return tuple(words) if isinstance(words, list | tuple) else (words or "",)


def translated(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id and all(forms_of(message.string))]


def how_much(catalogue: Catalog, language: Language) -> str:
    done, every = len(translated(catalogue)), len(catalogue)
    return f"{language.name}: {done} of {every} sentences are translated ({100 * done // (every or 1)}%)"


def faults(catalogue: Catalog, language: Language) -> Iterator[str]:
    """What is wrong with what is written. What is not written yet is no fault, until it is less than it was."""
    if len(translated(catalogue)) < language.least:
        yield f"{how_much(catalogue, language)}, and it was {language.least} before"
    for message in catalogue:
        if message.id and any(forms_of(message.string)):
            first = forms_of(message.id)[0]
            yield from (f"{first!r}: {fault}" for fault in faults_of(message, catalogue.num_plurals, language))


def faults_of(message: Message, plurals: int, language: Language) -> Iterator[str]:
    """Why one translation cannot stand."""
    sources, words = forms_of(message.id), forms_of(message.string)
    if message.fuzzy:
        yield "it is marked as a guess"
    if len(words) != (plurals if len(sources) > 1 else 1) or not all(words):
        yield f"it needs {plurals if len(sources) > 1 else 1} forms, all of them worded"
    for each in filter(None, words):
        if holes(each) not in [holes(source) for source in sources]:
            yield f"other values are put in: {sorted(holes(each))}"
        if edges(each) != edges(sources[-1]):
            yield "it does not begin or end with the same spaces and new lines"
        if language.right_to_left and begins_left_to_right(each):
            yield "it begins with a value or with Latin letters: put the mark U+200F first"


def edges(words: str) -> tuple[str, str]:
    """The blanks before and after the words."""
    return words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]


def begins_left_to_right(words: str) -> bool:
    """Whether a browser that lays out a sentence by its first letter would begin this one at the left.
    A value that is put in may be a name in Latin letters."""
    for letter in HOLE.sub("x", words):
        way = unicodedata.bidirectional(letter)
        if way in ("L", "R", "AL"):
            return way == "L"
    return False
