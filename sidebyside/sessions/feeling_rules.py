"""How a meeting was, as plain functions of plain values: the one sheet to close, and one word from many answers."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from sidebyside.access.rules import GOT
from sidebyside.kit.facts import NOT_YET, PARTLY, SHOWN

AT_LEAST = 5  # fewer answers would give away what one person said (decision 3)
LATELY = timedelta(weeks=12)
NOT_ENOUGH = "not_enough"
NOT_THERE = "not_there"

# Each question of the sheet with its answers, the best first.
# Bristol policy, Methods, During: do sessions match the values, does their feel, their time and their place work?
SCALES: dict[str, tuple[str, ...]] = {
    "felt": ("good", "mixed", "not_good"),
    "values": ("yes", "partly", "no"),
    "pace": ("right", "too_fast", "too_slow", "too_long", "wrong_time"),
    "place": ("yes", "partly", "no"),
    "good": ("yes", "mixed", "no"),  # Research in Practice: it may cost people a lot to take part
}
MISSED: dict[str, tuple[str, ...]] = {"call": ("yes", "no"), "again": ("yes", "no")}
WORDS, KNOW = "words", "know"  # in her own words: how it was; and, of one who was not there, what we should know
RIGHT = "right"


def is_an_answer(said: Mapping[str, str], *, bookings: Collection[str], missed: bool) -> bool:
    """Is this what the sheet asks? bookings: what was booked for her. Of one who missed the meeting other things are asked."""
    if not said:
        return False
    own = {KNOW} if missed else {WORDS}
    scales: dict[str, tuple[str, ...]] = MISSED if missed else {"all": (*GOT, NOT_THERE), **SCALES}
    scales = scales | ({} if missed else dict.fromkeys(bookings, GOT))
    return all(name in own or word in scales.get(name, ()) for name, word in said.items())


def got(said: Mapping[str, str]) -> list[str]:
    """What she said of what she needed, and of nothing else on the sheet: all in all, and each thing that was booked."""
    return [word for name, word in said.items() if name not in SCALES and name not in (*MISSED, WORDS, KNOW)]


def enough(answered: int, of: int) -> bool:
    return answered >= AT_LEAST and answered * 2 >= of


def word_of(question: str, answers: Iterable[str], *, of: int) -> str:
    """One word for many answers, or "not_enough". of: how many could have said.

    The median, the lower of the two in the middle. Of the pace: right when most say so, else what most others say.
    """
    said = [word for word in answers if word in SCALES[question]]
    if not enough(len(said), of):
        return NOT_ENOUGH
    if question != "pace":
        return sorted(said, key=SCALES[question].index)[len(said) // 2]
    if said.count(RIGHT) * 2 > len(said):
        return RIGHT
    others = Counter(word for word in said if word != RIGHT)
    return max(SCALES["pace"][1:], key=lambda word: others[word])


def does_no_good(words: Sequence[str]) -> bool:
    """Twice in a row the word on whether it does people good was no or mixed. words: of meetings, the newest first."""
    known = [word for word in words if word != NOT_ENOUGH]
    return len(known) >= 2 and all(word in ("no", "mixed") for word in known[:2])


def may_be_shown(*, closes_at: datetime | None, now: datetime) -> bool:
    """Nothing of what people said shows while it can still be answered: nobody can watch one answer make a difference."""
    return closes_at is not None and closes_at <= now


def status_of(question: str, word: str, said: Sequence[str]) -> str:
    """What a word shows of a method: the best word that it is done, the one in the middle partly, any other not yet.

    Of the pace, which has no middle: partly when just as many say that it is right as that it is not.
    """
    if word == NOT_ENOUGH:
        return NOT_YET
    if question == "pace":
        even = said.count(RIGHT) * 2 == len(said)
        return SHOWN if word == RIGHT else PARTLY if even else NOT_YET
    return (SHOWN, PARTLY, NOT_YET)[SCALES[question].index(word)]


def absent_heard(*, away: int, heard: int, known: int, counted: int) -> tuple[str, str]:
    """Were those who missed meetings heard? Status and code.

    away: times that members were away, save those who want to be left alone; heard: of these, how often they sent what
    they think. known: how many members said themselves that they were there, or sent what they think: with too few of
    them nobody knows who was away, and what somebody here by her job wrote down shows nothing by itself.
    """
    if not enough(known, counted):
        return NOT_YET, "absent_not_enough"
    if not away:
        return SHOWN, "absent_nobody"
    if heard * 2 >= away:
        return SHOWN, "absent_heard"
    return (PARTLY, "absent_some_heard") if heard else (NOT_YET, "absent_not_heard")
