"""Which kind of participation? A pack's questions, followed by the answers given: question id -> answer id."""

from collections.abc import Mapping

from sidebyside.recipes.pack import Pack
from sidebyside.recipes.shape import Answer, Outcome, Question

Answered = list[tuple[Question, Answer]]


def path(pack: Pack, answers: Mapping[str, str]) -> Answered:
    """The questions answered so far with their answers, from the first. An answer off the path plays no part."""
    return _walk(pack, answers)[0]


def next_question(pack: Pack, answers: Mapping[str, str]) -> Question | Outcome:
    """What comes next: the first question on the path with no answer (or one it does not offer), or the outcome."""
    return _walk(pack, answers)[1]


def outcome(pack: Pack, answers: Mapping[str, str]) -> Outcome | None:
    """Where the answers lead, or None while a question on the path is open."""
    end = next_question(pack, answers)
    return end if isinstance(end, Outcome) else None


def fixable(pack: Pack, answers: Mapping[str, str]) -> Answered:
    """The answers on the path that something would mend: `answer.fix` is offered before the outcome is."""
    return [(question, answer) for question, answer in path(pack, answers) if answer.fix]


def _walk(pack: Pack, answers: Mapping[str, str]) -> tuple[Answered, Question | Outcome]:
    places: dict[str, Question | Outcome] = {question.id: question for question in pack.questions}
    places |= {outcome.id: outcome for outcome in pack.outcomes}
    walked: Answered = []
    here: Question | Outcome = pack.questions[0]
    while isinstance(here, Question):
        chosen = next((answer for answer in here.answers if answer.id == answers.get(here.id)), None)
        if chosen is None:
            break
        walked.append((here, chosen))
        here = places[chosen.goes_to]
    return walked, here
