"""What to do next: at most three steps in plain words, each with where it is done. Plain values in, plain values out."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sidebyside.kit.facts import NOT_YET
from sidebyside.standing.rules import Because, Known, Slice, Standing, is_due, method_state

MOST = 3

# What a rung lacks -> the step that would mend it, and the kind of agreement it is done by.
BY_AGREEING = {
    "decides_as_equals_not_yet": "way_of_deciding",
    "strategic_decisions_shared_not_yet": "strategic_decision",
    "works_from_design_to_delivery_not_yet": "delivery_and_review",
    "members_shaped_the_design_not_yet": "shapes_the_design",
}
BY_INVITING = {"members_know_what_is_fixed_not_yet"}
# What shows these methods is what members say of their needs: a statement would not count.
BY_SAYING_NEEDS = {"everyone_asked_not_yet", "everyone_asked_again_not_yet"}


@dataclass(frozen=True)
class Step:
    """One step: what to do (code and values), and the name of the page where it is done with what goes in its address."""

    what: Because
    page: str
    args: tuple[str, ...] = field(default=())


def next_steps(
    pack,
    known: Known,
    standing: Standing,
    *,
    claimed: str,
    claim_agreed: bool,
    round_open: bool,
    waiting: Iterable[tuple[str, str]],
    disagreements: int,
) -> list[Step]:
    """The three steps that matter most. waiting: (method, statement) pairs that a second member could agree with."""
    here = {method.id for method in pack.methods}
    waiting = [pair for pair in waiting if pair[0] in here]  # a newer recipe may have left a method out
    steps = [*_answer(disagreements), *_ask_the_group(standing, round_open)]
    steps += _mend_the_tests(standing, claimed)
    steps += [
        Step(Because("step_agree_with_statement", {"method": m}), "ingredient", (_ingredient(pack, m),))
        for m, _ in waiting
    ]
    steps += _show_what_is_missing(pack, known, standing, {method for method, _ in waiting})
    steps += [
        Step(Because("step_talk_about", {"ingredient": s.id}), "ingredient", (s.id,))
        for s in standing.slices
        if _group_unsure(s)
    ]
    if not claim_agreed and not any(s.status == NOT_YET for s in standing.slices):
        steps.append(Step(Because("step_agree_claim"), "propose", ("claim",)))
    return _each_once(steps)[:MOST]


def _answer(disagreements: int) -> list[Step]:
    return [Step(Because("step_answer_disagreement"), "disagreements")] if disagreements else []


def _ask_the_group(standing: Standing, round_open: bool) -> list[Step]:
    if round_open:
        return [Step(Because("step_answer_round"), "standing")]
    heard = any(s.group != "not_enough" for s in standing.slices)
    return [] if heard else [Step(Because("step_ask_for_round"), "ask-for-round")]


def _mend_the_tests(standing: Standing, claimed: str) -> list[Step]:
    codes = [because.code for because in standing.lacks.get(claimed, ())]
    steps = [Step(Because("step_invite"), "people") for code in codes if code in BY_INVITING]
    return steps + [
        Step(Because(f"step_agree_{BY_AGREEING[c]}"), "propose", (BY_AGREEING[c],)) for c in codes if c in BY_AGREEING
    ]


def _show_what_is_missing(pack, known: Known, standing: Standing, waiting: set[str]) -> list[Step]:
    """Due methods that nothing shows, those of missing ingredients first."""
    by_need = sorted(standing.slices, key=lambda s: s.status != NOT_YET)
    return [
        _show(method.id, piece.id, method_state(method, known)[1])
        for piece in by_need
        for method in pack.methods_for(piece.id)
        if method.id not in waiting and is_due(method, known) and method_state(method, known)[0] == NOT_YET
    ]


def _show(method: str, ingredient: str, because: Because) -> Step:
    if because.code in BY_SAYING_NEEDS:
        return Step(Because("step_say_what_you_need"), "needs")
    return Step(Because("step_say_what_shows_it", {"method": method}), "ingredient", (ingredient,))


def _group_unsure(piece: Slice) -> bool:
    return piece.group in ("no", "do_not_know", "partly")


def _ingredient(pack, method: str) -> str:
    return pack.method(method).ingredient


def _each_once(steps: list[Step]) -> list[Step]:
    seen: dict[tuple, Step] = {}
    for step in steps:
        seen.setdefault((step.what.code, *step.args, str(step.what.values)), step)
    return list(seen.values())
