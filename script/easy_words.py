"""What a machine can see about an Easy Read sentence and its source. Whether it is easy, only readers can say."""

import re
from collections import Counter
from collections.abc import Iterator

from sidebyside.recipes.easy_read import MOST_WORDS, same_words, sentences, too_long, words_in

SHORT = 8  # words: a sentence this short may be its own Easy Read
HOLE = re.compile(r"%\((\w+)\)[a-z]|%[a-z%]")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
NUMBER = re.compile(rf"(?!\b1\b(?! (?:{MONTHS})))\d+(?:[.,:]\d+)*")
IN_WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
VALUES = {word: str(value) for value, word in enumerate(IN_WORDS, start=2)} | {"twenty": "20", "thirty": "30"}
NUMBER_WORD = re.compile(rf"\b({'|'.join(VALUES)})\b", re.IGNORECASE)
SHORTENED = re.compile(
    r"\b(e\.g|i\.e|etc|eg|ie|approx|no\.\s\d|(?!(?:WCAG|AA)\b)[A-Z]{2,})\b"
)  # a name of its own stays
HARD = re.compile(
    r"\b(accordingly|additional|anonymous\w*|appropriate\w*|approximate\w*|automatic\w*|collaborat\w+|commence\w*|confidential\w*"
    r"|currently|deliver|delivers|delivered|deploy\w*|dialogue|empower\w*|encrypt\w*|enable\w*|ensure\w*|facilitate\w*|following|foster\w*|however"
    r"|immediate\w*|implement\w*|indicat\w+|initiat\w+|leverage\w*|liais\w+|notif\w+|numerous|obtain\w*|participat\w+|permanent\w*"
    r"|previous\w*|prior|provid\w+|purchas\w+|receiv\w+|regarding|requir\w+|robust|select\w*|streamlin\w+|submit\w*|subsequent\w*"
    r"|sufficient\w*|therefore|utilis\w+|via|whether|whereas|withdraw\w*|whoever|unless)\b",
    re.IGNORECASE,
)


def holes(text: str) -> Counter:
    """The places where a value is put in, and how often."""
    return Counter(found.group() for found in HOLE.finditer(text) if found.group() != "%%")


def numbers_in(text: str) -> Counter:
    """Every number a text says, in digits or in words. One is not counted, but in a date: it mostly means somebody."""
    digits = NUMBER_WORD.sub(lambda found: VALUES[found.group().lower()], HOLE.sub(" ", text))
    return Counter(NUMBER.findall(digits))


def faults_in(easy: str, source: str) -> Iterator[str]:
    """Why `easy` cannot stand as the Easy Read of `source`."""
    said = HOLE.sub("…", easy)
    yield from (f"more than {MOST_WORDS} words: {sentence!r}" for sentence in too_long(easy))
    if holes(easy) != holes(source):
        yield f"other values are put in: {sorted(holes(easy))} for {sorted(holes(source))}"
    if numbers_in(easy) != numbers_in(source):
        yield f"other numbers: {sorted(numbers_in(easy))} for {sorted(numbers_in(source))}"
    if same_words(easy, source) and any(words_in(sentence) > SHORT for sentence in sentences(easy)):
        yield f"more than {SHORT} words in a sentence that is the same as before"
    if re.search(r"[()\[\]]", said):
        yield "brackets"
    yield from (f"a number in letters: {found.group()!r}" for found in NUMBER_WORD.finditer(said))
    yield from (f"a shortened word: {found.group()!r}" for found in SHORTENED.finditer(said))
    yield from (f"a hard word: {found.group()!r}" for found in HARD.finditer(said))
