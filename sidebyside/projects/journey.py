"""Starting a project, one question a page: which pages there are, in which order, what each asks and does.

The order follows from what is answered so far, so that the journey can be left and taken up again at any page.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.db import transaction
from django.urls import reverse

from sidebyside.kit.forms import Form
from sidebyside.people.acting import Acting
from sidebyside.projects import actions, starting
from sidebyside.projects import forms_start as forms
from sidebyside.projects.models import Project
from sidebyside.recipes import Pack, load
from sidebyside.recipes.participation import next_question, path
from sidebyside.recipes.shape import Answer, Outcome, Question

ABOUT = ["name", "about", "fixed", "open-to-change", "who-starts-it", "who-runs-it"]
READY = ["advice", "time", "timeline", "join", "check"]
ASKING = ["advice", "time", "join"]  # those of them that ask something
ASKED, MENDED = "question-", "fix-"
WHILE_RUNNING = {"about", "fixed", "open-to-change", "advice"}  # with the questions: what may change after it began


@dataclass(frozen=True)
class Step:
    """One page. form: how its form is made. do: the action that takes what the form says. template: how it looks."""

    form: Callable[..., Form]
    do: Callable[..., object]
    template: str = "projects/start/question.html"


@dataclass(frozen=True)
class Journey:
    """Where a project's journey stands: its recipe, the questions answered on the path, and what comes next."""

    project: Project
    pack: Pack
    walked: list[tuple[Question, Answer]]
    end: Question | Outcome

    def order(self) -> list[str]:
        """The pages as far as they can be known now."""
        asked = [f"{ASKED}{question.id}" for question, _ in self.walked]
        if isinstance(self.end, Question):
            return [*ABOUT, *asked, f"{ASKED}{self.end.id}"]
        return [*ABOUT, *asked, "kind", *(READY if self.end.rung else [])]

    def answered(self, question: str) -> Answer | None:
        return next((answer for one, answer in self.walked if one.id == question), None)

    def knows(self, step: str) -> bool:
        """Is this a page that can be opened now?"""
        if step.startswith(MENDED):
            answer = self.answered(step.removeprefix(MENDED))
            return bool(answer and answer.fix)
        if self.project.state == "draft":
            return step in self.order()
        return step in WHILE_RUNNING or (step.startswith(ASKED) and step in self.order())


def of(project: Project) -> Journey:
    """One query: the answers so far."""
    pack, answers = load(project.pack, project.pack_version), actions.answers_of(project)
    return Journey(project, pack, path(pack, answers), next_question(pack, answers))


def step_of(journey: Journey, name: str, *, easy: bool, mending: bool = False) -> Step:
    """What this page asks and does."""
    if name.startswith(ASKED):
        question = journey.pack.question(name.removeprefix(ASKED))
        form = partial(forms.Asked, question=question, easy=easy, mending=mending)
        return Step(form, partial(actions.answer_question, question=question.id))
    if name.startswith(MENDED):
        return Step(forms.CouldItBePutRight, nothing, "projects/start/fix.html")
    if name == "advice":
        group = list(starting.advisory_group())
        return Step(
            partial(forms.AskAdvice, group=group), starting.ask_somebody_for_advice, "projects/start/advice.html"
        )
    return STEPS[name]


def nothing(**_said) -> None:
    """A page that changes nothing but where we are."""


def keep_how_she_joins(*, project: Project, by: Acting, now: datetime, **way) -> None:
    actions.describe(project=project, by=by, now=now, starter_joins=way)


def begin(*, project: Project, by: Acting, now: datetime) -> None:
    starting.begin_and_join(project=project, by=by, now=now)


STEPS = {
    "name": Step(forms.Name, actions.describe),
    "about": Step(forms.About, actions.describe),
    "fixed": Step(forms.Fixed, actions.describe),
    "open-to-change": Step(forms.OpenToChange, actions.describe),
    "who-starts-it": Step(forms.StartedFor, actions.describe),
    "who-runs-it": Step(forms.RunBy, actions.describe),
    "kind": Step(forms.Nothing, nothing, "projects/start/kind.html"),
    "time": Step(forms.Time, starting.plan_time, "projects/start/time.html"),
    "timeline": Step(forms.Nothing, nothing, "projects/start/timeline.html"),
    "join": Step(forms.Join, keep_how_she_joins, "projects/start/join.html"),
    "check": Step(forms.Nothing, begin, "projects/start/check.html"),
}


def first_said(journey: Journey, name: str) -> dict:
    """What this page's form begins with: what was said before."""
    project = journey.project
    if name.startswith(ASKED):
        return _said_before(project, name.removeprefix(ASKED))
    if name == "time":
        stages = {stage.kind: stage for stage in project.stages.order_by("order")}
        weeks = {kind: stage.planned_weeks for kind, stage in stages.items()}
        no_part = {"delivery": 0, "review": 0} if stages else {}
        return {**no_part, **weeks, **({"starts_on": stages["design"].planned_from} if stages else {})}
    if name == "join" and project.starter_joins:
        return {**project.starter_joins, "paid_by_job": "yes" if project.starter_joins["paid_by_job"] else "no"}
    return {
        "title": project.title,
        "about": project.about,
        "fixed": project.fixed,
        "open_to_change": project.open_to_change,
        "started_for": project.started_for.ref if project.started_for else forms.COUNCIL,
        "run_by": project.run_by.ref if project.run_by else forms.COUNCIL,
    }


def _said_before(project: Project, question: str) -> dict:
    row = project.participation_answers.filter(question=question).order_by("-at", "-id").first()
    return {"answer": row.answer, "reason": row.reason} if row else {}


@transaction.atomic
def take(*, project: Project, name: str, step: Step, by: Acting, now: datetime, **said) -> None:
    """Do what the page says, and remember which page comes next."""
    put_right = said.pop("put_right", None)
    step.do(project=project, by=by, now=now, **said)
    project.refresh_from_db()
    if project.state == "draft":
        actions.describe(project=project, by=by, now=now, step=after(of(project), name, put_right=put_right))


def after(journey: Journey, name: str, *, put_right: bool | None = None) -> str:
    """The page that comes after this one. A "no" that could be put right is offered that first."""
    question = name.removeprefix(ASKED).removeprefix(MENDED)
    answer = journey.answered(question)
    if name.startswith(ASKED) and answer and answer.fix:
        return f"{MENDED}{question}"
    if name.startswith(MENDED) and put_right:
        return f"{ASKED}{question}"
    order = journey.order()
    here = f"{ASKED}{question}" if name.startswith(MENDED) else name
    return order[min(order.index(here) + 1, len(order) - 1)] if here in order else order[-1]


def address(journey: Journey, name: str, *, put_right: bool | None = None) -> str:
    """Where to go when this page was answered."""
    project, following = journey.project, after(journey, name, put_right=put_right)
    if name == "check" or (project.state != "draft" and not name.startswith((ASKED, MENDED))):
        return reverse("project", args=[project.slug]) if name != "advice" else reverse("kind", args=[project.slug])
    if project.state != "draft" and not following.startswith((ASKED, MENDED)):
        return reverse("kind", args=[project.slug])
    return reverse("start-step", args=[project.slug, following]) + ("?put-right=yes" if put_right else "")


def before(journey: Journey, name: str) -> str:
    """Where "Back" leads."""
    project = journey.project
    if name.startswith(MENDED):
        return reverse("start-step", args=[project.slug, f"{ASKED}{name.removeprefix(MENDED)}"])
    if project.state != "draft":
        return reverse("kind" if name.startswith(ASKED) or name == "advice" else "project", args=[project.slug])
    order = journey.order()
    at = order.index(name)
    return reverse("start-step", args=[project.slug, order[at - 1]]) if at else reverse("projects")


def how_far(journey: Journey, name: str) -> dict:
    """Which part of the journey this is, and which question of how many."""
    if name in ABOUT:
        return {"part": 1, "at": ABOUT.index(name) + 1, "all": len(ABOUT)}
    if name.startswith((ASKED, MENDED)):
        asked = [step.removeprefix(ASKED) for step in journey.order() if step.startswith(ASKED)]
        question = name.removeprefix(ASKED).removeprefix(MENDED)
        return {"part": 2, "at": asked.index(question) + 1, "all": len(journey.pack.questions)}
    if name == "kind":
        return {"part": 2}
    return {"part": 3, **({"at": ASKING.index(name) + 1, "all": len(ASKING)} if name in ASKING else {})}
