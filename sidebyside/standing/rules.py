"""Where a project stands, worked out from plain values: no database, no clock. Decisions 1 to 7 are this file.

Statuses of a slice, low to high: not_yet (missing), partly, shown; and not_needed, which the group has agreed.
Words of the group, low to high: no, do_not_know, partly, yes; and not_enough, which is never a yes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sidebyside.kit.facts import NOT_YET, ORDER, PARTLY, SHOWN, Fact
from sidebyside.kit.verdict import YES, Verdict, no
from sidebyside.recipes import Pack
from sidebyside.recipes.shape import Ingredient, Method, Rung

NOT_NEEDED = "not_needed"
WORDS = ["no", "do_not_know", "partly", "yes"]
NOT_ENOUGH = "not_enough"
AS_STATUS = {"yes": SHOWN, "partly": PARTLY, "no": NOT_YET, "do_not_know": NOT_YET, NOT_ENOUGH: NOT_YET}

AT_LEAST = 5  # decision 3: at least half of those counted and at least five must answer
OTHERS_AT_LEAST = 3  # so that nobody's sealed answer is published word for word
ROUND_EVERY = timedelta(weeks=12)
ROUND_LASTS = timedelta(weeks=3)  # a letter takes 3 to 5 days each way
WORDS_HOLD = timedelta(weeks=16)  # a round's words run out if no newer round has closed
STATEMENT_HOLDS = timedelta(weeks=12)


@dataclass(frozen=True)
class Because:
    """A reason, as a code and values that the page words."""

    code: str
    values: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Slice:
    """One ingredient: what it comes to, what facts and the group say apart, and why."""

    id: str
    status: str
    facts: str
    group: str
    others: str
    because: tuple[Because, ...]


@dataclass(frozen=True)
class Said:
    """What the newest closed round published, and until when it holds. Empty when no round has closed."""

    group: Mapping[str, str] = field(default_factory=dict)
    others: Mapping[str, str] = field(default_factory=dict)
    good_until: datetime | None = None


@dataclass(frozen=True)
class Known:
    """Everything that a label is worked out from."""

    facts: Mapping[str, Fact]
    events: Mapping[str, datetime | None]
    statements: Mapping[
        str, datetime
    ]  # method -> when its statement lapses; only those in force and not disagreed with
    said: Said
    not_needed: frozenset[str]
    now: datetime


@dataclass(frozen=True)
class Standing:
    """Where a project stands: its slices, the rung it can show (None: too early to say), and what each rung lacks."""

    slices: tuple[Slice, ...]
    shown: str | None
    lacks: Mapping[str, tuple[Because, ...]]  # rung -> what does not hold

    def slice(self, ingredient: str) -> Slice:
        return next(s for s in self.slices if s.id == ingredient)


def lowest(statuses: Iterable[str]) -> str:
    return min(statuses, key=ORDER.index)


def word_of_the_group(answers: Iterable[str], *, counted: int) -> str:
    """One word for many answers: the median, the lower of the two in the middle, or "not_enough".

    "I do not know" counts as having answered and lies below "partly", so it never helps towards a yes.
    """
    ordered = sorted(answers, key=WORDS.index)
    if len(ordered) < AT_LEAST or len(ordered) * 2 < counted:
        return NOT_ENOUGH
    return ordered[(len(ordered) - 1) // 2]


def word_of_the_others(answers: Iterable[str]) -> str:
    """The others' median, shown apart; it can only lower. With fewer than three it would give away what one of them said."""
    ordered = sorted((a for a in answers if a != "do_not_know"), key=WORDS.index)
    return ordered[(len(ordered) - 1) // 2] if len(ordered) >= OTHERS_AT_LEAST else ""


def lower_word(one: str, other: str) -> str:
    """The lower of two words of the group; "not_enough" is lowest, so leaving answers out never lifts anything."""
    return min(one, other, key=[NOT_ENOUGH, *WORDS].index)


def work_out(pack: Pack, known: Known) -> Standing:
    """Every slice, and from the slices and the definition's own tests the rung that can be shown."""
    slices = tuple(work_out_slice(pack, ingredient, known) for ingredient in pack.ingredients)
    return rung_from(pack, slices, known)


def rung_from(pack: Pack, slices: tuple[Slice, ...], known: Known) -> Standing:
    lacks = {rung.id: what_is_lacking(rung, slices, known) for rung in pack.rungs}
    held = [rung for rung in pack.rungs if not lacks[rung.id]]
    return Standing(slices, max(held, key=lambda rung: rung.level).id if held else None, lacks)


def work_out_slice(pack: Pack, ingredient: Ingredient, known: Known) -> Slice:
    """The lower of what facts and statements show and what the group says (decision 4)."""
    due = [method for method in pack.methods_for(ingredient.id) if is_due(method, known)]
    states = [(method, *method_state(method, known)) for method in due]
    facts = lowest(status for _, status, _ in states) if states else NOT_YET
    group, others = _words(ingredient.id, known)
    says = lowest([AS_STATUS[group], AS_STATUS[others] if others else SHOWN])
    because = (
        tuple(because for _, status, because in states if status != SHOWN)
        + (() if states else (Because("nothing_due_yet"),))
        + _because_of_words(group, others)
    )
    if ingredient.id in known.not_needed and not ingredient.always_needed and group != "no":
        return Slice(ingredient.id, NOT_NEEDED, facts, group, others, (Because("not_needed_here"),))
    status = lowest([facts, says])
    return Slice(
        ingredient.id,
        status,
        facts,
        group,
        others,
        because if status != SHOWN else (Because("facts_and_group_say_yes"),),
    )


def _words(ingredient: str, known: Known) -> tuple[str, str]:
    if known.said.good_until is None or known.said.good_until <= known.now:
        return NOT_ENOUGH, ""
    return known.said.group.get(ingredient, NOT_ENOUGH), known.said.others.get(ingredient, "")


def _because_of_words(group: str, others: str) -> tuple[Because, ...]:
    because = (Because(f"group_says_{group}"),) if group != "yes" else ()
    return because + ((Because(f"others_say_{others}"),) if others and others != "yes" else ())


def is_due(method: Method, known: Known) -> bool:
    """A method falls due by the first of its events, never only by a date an officer can move."""
    moments = [known.events.get(event) for event in method.due]
    return any(moment is not None and moment <= known.now for moment in moments)


def method_state(method: Method, known: Known) -> tuple[str, Because]:
    """The first fact that some part offers decides; where none does, an agreed statement makes it partly."""
    for name in method.shown_by:
        if name in known.facts:
            fact = known.facts[name]
            if fact.good_until and fact.good_until <= known.now:
                return NOT_YET, Because("fact_ran_out", {"method": method.id})
            return fact.status, Because(fact.code, {**fact.values, "method": method.id})
    if known.statements.get(method.id, known.now) > known.now:
        return PARTLY, Because("stands_on_a_statement", {"method": method.id})
    return NOT_YET, Because("nothing_shows_it", {"method": method.id})


def what_is_lacking(rung: Rung, slices: tuple[Slice, ...], known: Known) -> tuple[Because, ...]:
    """What this rung needs and does not have. A rung that needs nothing is never shown by nothing."""
    tests = [test.fact for test in rung.tests] + list(rung.facts)
    lacking = [_why_not(known.facts.get(name), rung) for name in tests if not _holds(known.facts.get(name), known.now)]
    words = {s.id: lower_word(s.group, s.others or "yes") for s in slices}
    reach = {name for name, word in words.items() if word in ("partly", "yes")}
    for ingredient, least in rung.group_says.items():
        if WORDS.index(least) > (WORDS.index(words[ingredient]) if words[ingredient] in WORDS else -1):
            lacking.append(Because("group_does_not_say", {"ingredient": ingredient, "least": least}))
    if len(reach) < rung.group_says_any:
        lacking.append(Because("group_says_too_little", {"needed": rung.group_says_any}))
    if rung.every_ingredient:
        lacking += [Because("ingredient_missing", {"ingredient": s.id}) for s in slices if s.status == NOT_YET]
    needs_something = tests or rung.group_says or rung.group_says_any or rung.every_ingredient
    return tuple(lacking) if needs_something else (Because("rung_needs_evidence", {"rung": rung.id}),)


def _why_not(fact: Fact | None, rung: Rung) -> Because:
    if fact is None:
        return Because("rung_needs_evidence", {"rung": rung.id})
    return Because("test_ran_out") if fact.status == SHOWN else Because(fact.code, dict(fact.values))


def _holds(fact: Fact | None, now: datetime) -> bool:
    return fact is not None and fact.status == SHOWN and not (fact.good_until and fact.good_until <= now)


def level(pack: Pack, rung: str | None) -> int:
    """How high a rung is; "too early to say", and a rung this pack does not have, is 0."""
    return next((r.level for r in pack.rungs if r.id == rung), 0)


def next_change(pack: Pack, known: Known) -> datetime | None:
    """The next moment at which the label may change without anybody doing anything."""
    moments = [fact.good_until for fact in known.facts.values()]
    moments += [*known.statements.values(), known.said.good_until]
    moments += [known.events.get(event) for method in pack.methods for event in method.due]
    return min((moment for moment in moments if moment and moment > known.now), default=None)


def can_agree(
    *, is_counted: bool, same_person: bool, by_hand_of_job: bool, agreed: bool, lapsed: bool, withdrawn: bool
) -> Verdict:
    """A statement counts once a second member, who is not an officer, agrees by her own hand (decision 4)."""
    if same_person:
        return no("somebody_else_must_agree")
    if not is_counted or by_hand_of_job:
        return no("a_member_must_agree")
    if withdrawn:
        return no("statement_taken_back")
    if agreed:
        return no("already_agreed")
    return no("statement_lapsed") if lapsed else YES


def round_is_due(
    *,
    running: bool,
    any_open: bool,
    last_opened_at: datetime | None,
    first_joined_at: datetime | None,
    counted: int,
    now: datetime,
) -> str:
    """Why a round should open now: "start", "weeks", or empty. At the start five members are here, or four weeks have gone."""
    if not running or any_open or first_joined_at is None or counted == 0:
        return ""
    if last_opened_at is None:
        return "start" if counted >= AT_LEAST or now >= first_joined_at + timedelta(weeks=4) else ""
    return "weeks" if now >= last_opened_at + ROUND_EVERY else ""
