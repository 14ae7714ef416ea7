"""Do the participation questions lead everyone to an outcome?"""

from collections.abc import Iterator

from sidebyside.recipes.checks import missing_pairs, same_id_twice
from sidebyside.recipes.faults import Problem, nearest
from sidebyside.recipes.lines import Where
from sidebyside.recipes.shape import Files, Outcome, Question

FILE = "participation.toml"


def problems(files: Files) -> Iterator[Problem]:
    """Everything wrong with the questions, their answers and the outcomes."""
    questions, outcomes = files.participation.questions, files.participation.outcomes
    yield from same_id_twice((FILE, "question"), questions)
    yield from same_id_twice((FILE, "outcome"), outcomes)
    yield from _same_order(questions)
    asked = {question.id: question for question in questions}
    ends = [outcome.id for outcome in outcomes]
    for number, outcome in enumerate(outcomes):
        yield from _outcome((FILE, "outcome", number), outcome, asked, [rung.id for rung in files.ladder.rungs])
    leads = {question.id: {answer.goes_to for answer in question.answers} for question in questions}
    for number, question in enumerate(questions):
        yield from _answers((FILE, "question", number), question, asked, ends, leads)
    reached = _reached(min(questions, key=lambda question: question.order).id, leads)
    for kind, names in (("question", [question.id for question in questions]), ("outcome", ends)):
        for number, name in enumerate(names):
            if name not in reached:
                yield Problem(
                    (FILE, kind, number),
                    f'The {kind} "{name}" cannot be reached.',
                    "Let an answer go to it, or take it out.",
                )


def _same_order(questions: tuple[Question, ...]) -> Iterator[Problem]:
    seen: set[int] = set()
    for number, question in enumerate(questions):
        if question.order in seen:
            yield Problem(
                (FILE, "question", number, "order"),
                f"Two questions have order {question.order}.",
                "Give each question its own order.",
            )
        seen.add(question.order)


def _outcome(place: Where, outcome: Outcome, asked: dict[str, Question], rungs: list[str]) -> Iterator[Problem]:
    if outcome.id in asked:
        yield Problem((*place, "id"), f'A question and an outcome have the same id, "{outcome.id}".', "Change one.")
    if outcome.rung and outcome.rung not in rungs:
        yield Problem((*place, "rung"), f'There is no rung "{outcome.rung}".', nearest(outcome.rung, rungs))


def _answers(
    place: Where, question: Question, asked: dict[str, Question], ends: list[str], leads: dict[str, set[str]]
) -> Iterator[Problem]:
    yield from same_id_twice((*place, "answer"), question.answers)
    for number, answer in enumerate(question.answers):
        here, to = (*place, "answer", number), answer.goes_to
        yield from missing_pairs(here, answer)
        if to not in asked and to not in ends:
            yield Problem(
                (*here, "goes_to"),
                f'The answer "{answer.id}" goes to "{to}", which is not there.',
                nearest(to, [*asked, *ends]),
            )
        elif to in asked and asked[to].order <= question.order and question.id in _reached(to, leads):
            yield Problem(
                (*here, "goes_to"),
                f'The answer "{answer.id}" goes back to "{to}": the questions never end.',
                "Let it go to a later question or to an outcome.",
            )


def _reached(start: str, leads: dict[str, set[str]]) -> set[str]:
    """Everything that answers can lead to from here, and here itself."""
    reached, waiting = set(), [start]
    while waiting:
        here = waiting.pop()
        if here not in reached:
            reached.add(here)
            waiting += leads.get(here, ())
    return reached
