"""Email as plain functions of plain values: is a link still good, and what did somebody mean by what she wrote back?"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sidebyside.doors import text_rules
from sidebyside.kit.verdict import YES, Verdict, no
from sidebyside.people.sheets import Question, Sheet

LINK_LASTS = timedelta(days=30)
JUST_SENT, LINKS_A_DAY = timedelta(minutes=10), 5
NUMBERED = re.compile(r"^(?:q(?:uestion)?\s*)?(\d{1,2})(?=\D)\s*[.):=–-]*\s*(.*)$", re.IGNORECASE)
SEVERAL = re.compile(r"(\d{1,2})(?=\D)[\s.):=–-]*([^\d]*)")
HEAD = re.compile(r"^(.{1,60}?)(?:[,.;:!–]+|\s-+|\s(?=because\b))\s*(.*)$", re.DOTALL | re.IGNORECASE)
POLITE = {"hi", "hello", "hi there", "please", "thanks", "thank you", "many thanks", "regards", "kind regards"}
POLITE |= {"best wishes", "best regards", "best", "cheers", "yours", "good morning", "good afternoon"}


@dataclass(frozen=True)
class Read:
    """What an email answers: question name -> value or words (empty when it is not clear), and lines that found no place."""

    said: dict[str, str] = field(default_factory=dict)
    left: tuple[str, ...] = ()


def link_is_good(
    *,
    made_at: datetime,
    used_at: datetime | None,
    closes_at: datetime | None,
    withdrawn_at: datetime | None,
    now: datetime,
) -> Verdict:
    """A link answers once, until the ask closes, for 30 days at most."""
    if withdrawn_at:
        return no("ask_was_withdrawn")
    if closes_at and closes_at <= now:
        return no("ask_has_closed")
    if used_at:
        return no("answer_link_was_used")
    return YES if now - made_at < LINK_LASTS else no("answer_link_is_too_old")


def may_have_new_link(made: Iterable[datetime], *, now: datetime) -> bool:
    """One that was just sent will do, and five in a day are enough."""
    lately = [at for at in made if at > now - timedelta(days=1)]
    return len(lately) < LINKS_A_DAY and not any(at > now - JUST_SENT for at in lately)


def wants_to_stop(words: str, subject: str) -> bool:
    """The whole of what she wrote is a word for stop, or she wrote nothing under a subject that is one."""
    said = words if text_rules.plain(words) else subject
    return text_rules.plain(said) in text_rules.STOP | {"please stop", "stop emails", "no more emails"}


def plain(words: str) -> str:
    said = text_rules.plain(words.replace("’", "'")).replace("don't", "do not")
    return said.removeprefix("i ")


def answers_in(words: str, sheets: Sequence[Sheet], *, other: Mapping[str, str], names: Collection[str] = ()) -> Read:
    """What her words say to this sheet.

    sheets: the same sheet in each language and format that she may answer in. other: more words for values ("y" -> "yes").
    names: hers, which she may write under it. Nothing is guessed: what is not plainly an answer is not taken as one.
    """
    questions = sheets[0].questions
    values = [_values(question, sheets, other) for question in questions]
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    choices = [number for number, question in enumerate(questions) if question.choices]
    if not lines:
        return Read()
    if len(questions) == 1 and not choices:
        return Read({questions[0].name: words.strip()})
    ignored = POLITE | {plain(name) for name in names}
    told = _by_number(lines, questions, values, ignored)
    if told is not None:
        return told
    return _one_choice(lines, questions, values, choices[0], ignored) if len(choices) == 1 else Read(left=tuple(lines))


def _values(question: Question, sheets: Sequence[Sheet], other: Mapping[str, str]) -> dict[str, str]:
    """Every way to write an answer to this question -> its value. Empty for her own words."""
    same = [q for sheet in sheets for q in sheet.questions if q.name == question.name]
    found = {plain(choice.label): choice.value for q in same for choice in q.choices}
    found |= {plain(choice.value.replace("_", " ")): choice.value for choice in question.choices}
    return {word: value for word, value in other.items() if value in found.values()} | found


def _by_number(lines, questions, values, ignored) -> Read | None:
    """ "1 yes", "2. no" and "1 yes 2 no". None when it is not written like that; nothing said when it contradicts itself."""
    said: dict[str, str] = {}
    left: list[str] = []
    writing = ""  # the own-words question whose answer goes on over the next lines
    for line in lines:
        pairs = _pairs(line, questions, values)
        for name, value in pairs:
            if said.get(name, value) != value:
                return Read(left=tuple(lines))
            said[name] = value
        if pairs:
            writing = next((q.name for q in questions if q.name == pairs[-1][0] and not q.choices), "")
        elif writing:
            said[writing] += f"\n{line}"
        elif plain(line) not in ignored:
            left.append(line)
    several = len(said) > 1 or (said and sum(bool(choices) for choices in values) > 1)
    return Read(said, tuple(left)) if several else None


def _pairs(line: str, questions, values) -> list[tuple[str, str]]:
    """The questions that this line answers by their numbers, each with its value; none unless all of it is plain."""
    match = NUMBERED.match(line)
    if not match or not 1 <= int(match[1]) <= len(questions):
        return []
    question, meant = questions[int(match[1]) - 1], values[int(match[1]) - 1]
    if not meant:
        return [(question.name, match[2])] if match[2] else []
    if plain(match[2]) in meant:
        return [(question.name, meant[plain(match[2])])]
    pairs = []
    for number, word in SEVERAL.findall(line):
        place = int(number) - 1
        if not (0 <= place < len(questions) and plain(word) in values[place]):
            return []
        pairs.append((questions[place].name, values[place][plain(word)]))
    return pairs


def _one_choice(lines, questions, values, place: int, ignored) -> Read:
    """ "Yes", "2", or "Yes, because…": the choice first, then her own words where the sheet asks for some."""
    meant = values[place] | {str(n): choice.value for n, choice in enumerate(questions[place].choices, 1)}
    lines = [line for line in lines if plain(line) not in ignored] or lines
    first, rest = lines[0], lines[1:]
    if plain(first) not in meant and (head := HEAD.match(first)):
        first, rest = head[1], [head[2], *rest]
    value = meant.get(plain(_without_thanks(first)))
    rest = [line for line in rest if line and plain(line) not in ignored]
    if value is None or any(meant.get(plain(line), value) != value for line in rest):
        return Read(left=tuple(lines))
    said, own_words = {questions[place].name: value}, [q for q in questions if not q.choices]
    rest = [line for line in rest if plain(line) not in meant]
    if len(own_words) == 1 and rest:
        return Read(said | {own_words[0].name: "\n".join(rest)})
    return Read(said, tuple(rest))


def _without_thanks(words: str) -> str:
    return re.sub(r"\s+(please|thanks|thank you)$", "", words.strip(" ,.!"), flags=re.IGNORECASE)
