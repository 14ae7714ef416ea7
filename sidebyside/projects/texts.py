"""A project's own texts, and who in it may check them: what `texts` is told of a project."""

from datetime import datetime

from sidebyside.kit.events import happened
from sidebyside.people.models import Person
from sidebyside.projects.actions import hold
from sidebyside.projects.facts import places
from sidebyside.projects.models import BY_THEIR_JOB, LIVED_EXPERTISE, ORGANISATION, Project
from sidebyside.texts.rules import Source

PARTS = {"about": "about", "fixed": "fixed", "open-to-change": "open_to_change"}  # address -> field


def source(project: Project, part: str) -> Source:
    """The text of this part of a project."""
    words = getattr(project, PARTS[part])
    return Source(about=f"project.{part}", of=project.ref, room=project.room, slug=project.slug, words=words)


def sources(project: Project) -> list[Source]:
    return [source(project, part) for part in PARTS]


def who_may_check(project: Project) -> list[Person]:
    """Members who are here now, for themselves or for an organisation, and never were here by their job."""
    rows = [place.membership for place in places(project) if place.membership.joined_at]
    by_job = {row.person_id for row in rows if row.joins_as in BY_THEIR_JOB}
    members = [row for row in rows if row.joins_as in (LIVED_EXPERTISE, ORGANISATION) and not row.left_at]
    return list({row.person_id: row.person for row in members if row.person_id not in by_job}.values())


def hold_its_project(*, event: str, room: str, now: datetime, **_: object) -> None:
    """Whoever writes in a project holds it before anything else, also what is below it (`actions.hold`)."""
    project = Project.objects.filter(ref=room.removeprefix("project:")).first()
    if project:
        hold(project)


def told_of_a_text(*, event: str, room: str, now: datetime, **_: object) -> None:
    """Somebody wrote or checked a text: the project that it belongs to hears of it, if it is a project's."""
    project = Project.objects.filter(ref=room.removeprefix("project:")).first()
    if project:
        happened("project-texts-changed", project=project, now=now)
