"""Which kind of participation? Whatever people answer, the questions end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidebyside.recipes.checks_of_questions import problems
from sidebyside.recipes.loading import load
from sidebyside.recipes.pack import Pack
from sidebyside.recipes.participation import fixable, next_question, outcome, path
from sidebyside.recipes.shape import Files, Outcome, Question

BRISTOL = load("bristol-adult-social-care", "1.0.0")
ANY_ANSWERS = st.fixed_dictionaries(
    {question.id: st.sampled_from([answer.id for answer in question.answers]) for question in BRISTOL.questions}
)
SOME_ANSWERS = st.dictionaries(
    st.sampled_from([*(question.id for question in BRISTOL.questions), "not-a-question"]),
    st.sampled_from(["yes", "no", "not-an-answer"]),
)


def made_of(leads: list[list[int]], order: list[int], outcomes: int) -> Pack:
    """A pack whose questions lead where they are told: below len(leads) is a question, the rest are outcomes."""
    names = [f"q{n}" for n in range(len(leads))] + [f"end{n}" for n in range(outcomes)]
    words = {"label": "a", "label_easy": "b", "reason": "a", "reason_easy": "b"}
    ask = {"ask": "a", "ask_easy": "b", "help": "a", "help_easy": "b", "source": "proposal"}
    end = {"title": "a", "title_easy": "b", "meaning": "a", "meaning_easy": "b", "source": "proposal"}
    data = BRISTOL.files.model_dump(by_alias=True) | {
        "participation.toml": {
            "question": [
                {
                    "id": names[n],
                    "order": order[n],
                    **ask,
                    "answer": [
                        {"id": f"a{m}", "goes_to": names[to % len(names)], **words} for m, to in enumerate(answers)
                    ],
                }
                for n, answers in enumerate(leads)
            ],
            "outcome": [{"id": f"end{n}", **end} for n in range(outcomes)],
        }
    }
    return Pack(Files.model_validate(data), "")


@st.composite
def packs(draw):
    count = draw(st.integers(1, 6))
    leads = draw(st.lists(st.lists(st.integers(0, 8), min_size=2, max_size=3), min_size=count, max_size=count))
    return made_of(leads, draw(st.permutations(range(1, count + 1))), draw(st.integers(1, 3)))


def walk(pack: Pack, choose) -> Question | Outcome:
    """Answer each next question by choosing from its answers. Stops when a question comes again."""
    answers: dict[str, str] = {}
    while isinstance(here := next_question(pack, answers), Question):
        answers[here.id] = choose(here).id
    return here


@given(ANY_ANSWERS)
def test_every_set_of_full_answers_ends_in_an_outcome(answers):
    walked = path(BRISTOL, answers)

    assert isinstance(next_question(BRISTOL, answers), Outcome)
    assert outcome(BRISTOL, answers).id == walked[-1][1].goes_to
    assert len({question.id for question, _ in walked}) == len(walked)


@given(SOME_ANSWERS)
def test_with_any_answers_at_all_there_is_a_next_question_or_an_outcome(answers):
    walked, following = path(BRISTOL, answers), next_question(BRISTOL, answers)

    assert all(answers[question.id] == answer.id for question, answer in walked)
    assert following.id == (walked[-1][1].goes_to if walked else BRISTOL.questions[0].id)
    assert (outcome(BRISTOL, answers) is None) == isinstance(following, Question)


@given(packs(), st.data())
def test_questions_that_the_checker_finds_sound_always_end(pack, data):
    if [*problems(pack.files)]:
        return
    assert walk(pack, lambda question: data.draw(st.sampled_from(question.answers))) in pack.outcomes


@given(packs())
def test_questions_that_can_go_round_for_ever_are_never_found_sound(pack):
    reached, waiting = set(), [(pack.questions[0], ())]
    while waiting:
        here, before = waiting.pop()
        if here.id in before:
            assert any("never end" in problem.wrong for problem in problems(pack.files))
            return
        reached.add(here.id)
        asked = {question.id: question for question in pack.questions}
        waiting += [(asked[a.goes_to], (*before, here.id)) for a in here.answers if a.goes_to in asked]
    found = [problem.wrong for problem in problems(pack.files)]
    assert {q.id for q in pack.questions} - reached == {
        q.id for q in pack.questions if f'The question "{q.id}" cannot be reached.' in found
    }


def test_an_answer_changed_early_takes_the_later_ones_off_the_path():
    answers = {"open-to-change": "yes", "who-it-affects": "no"}
    assert [question.id for question, _ in path(BRISTOL, answers)] == ["open-to-change", "who-it-affects"]

    answers["open-to-change"] = "no"
    assert [question.id for question, _ in path(BRISTOL, answers)] == ["open-to-change"]
    assert outcome(BRISTOL, answers).rung == "informing"


def test_an_answer_that_can_be_mended_is_offered_its_fix():
    answers = {"open-to-change": "no", "who-it-affects": "no"}

    assert [(question.id, answer.id) for question, answer in fixable(BRISTOL, answers)] == [("open-to-change", "no")]
    assert fixable(BRISTOL, {"open-to-change": "yes"}) == []


@pytest.mark.parametrize("end", [end.id for end in BRISTOL.outcomes])
def test_somebody_can_come_to_each_outcome(end):
    waiting, ends = [{}], set()
    while waiting:
        answers = waiting.pop()
        here = next_question(BRISTOL, answers)
        if isinstance(here, Outcome):
            ends.add(here.id)
        else:
            waiting += [{**answers, here.id: answer.id} for answer in here.answers]
    assert end in ends
