"""The one rule about Easy Read that a machine can check: short sentences. Whether it is easy, only readers can say."""

import re

MOST_WORDS = 15
_BEGINS = re.compile(r"\s*([-*+>]\s|\d+[.)]\s|#+)")
_END = re.compile(r"(?<=[.!?…؟۔])[\"'”’)\]*_]*\s+")
_WORD = re.compile(r"[^\s–—/]*\w[^\s–—/]*")


def sentences(text: str) -> list[str]:
    """The sentences of a text or of plain Markdown. A line break does not end one; a list item does."""
    found = []
    for block in _blocks(text):
        found += [" ".join(part.split()) for part in _END.split(block) if _WORD.search(part)]
    return found


def _blocks(text: str) -> list[str]:
    """Paragraphs, headings and list items, each one by itself and without its mark."""
    blocks, after_heading = [""], False
    for line in text.splitlines():
        begins = _BEGINS.match(line)
        if begins or after_heading or not line.strip():
            blocks.append("")
        blocks[-1] = f"{blocks[-1]} {line[begins.end() if begins else 0 :].strip()}"
        after_heading = bool(begins) and line.lstrip().startswith("#")
    return blocks


def words_in(sentence: str) -> int:
    """How many words. `well-being` is one, `and/or` is two, and a mark alone is none."""
    return len(_WORD.findall(sentence))


def too_long(text: str, most: int = MOST_WORDS) -> list[str]:
    """The sentences with more than `most` words."""
    return [sentence for sentence in sentences(text) if words_in(sentence) > most]


def same_words(one: str, other: str) -> bool:
    """Whether two texts differ by no more than capitals, spaces and marks."""
    return re.findall(r"\w+", one.casefold()) == re.findall(r"\w+", other.casefold())
