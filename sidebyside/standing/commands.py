"""`sidebyside standing PROJECT`: the same as the page says, in words or as JSON."""

import json
from datetime import date

from sidebyside.kit.clock import today
from sidebyside.projects.models import Project
from sidebyside.recipes import load
from sidebyside.standing import reading
from sidebyside.standing.models import StandingRecord
from sidebyside.standing.wording import in_full, rung_title


class NoSuchProject(Exception):
    """There is no project with that short name in this hub."""


def standing_as_plain_values(slug: str, day: date) -> dict:
    """Where a project could be shown to stand at the end of `day` (Europe/London), in words."""
    project = Project.objects.filter(slug=slug).exclude(state="draft").first()
    if project is None:
        raise NoSuchProject(slug)
    record = reading.as_of(project, day)
    empty = {
        "project": slug,
        "as_of": day.isoformat(),
        "claimed": None,
        "shown": None,
        "reasons": [],
        "ingredients": [],
        "next_steps": [],
    }
    return empty if record is None else empty | record_in_words(record)


def record_in_words(record: StandingRecord) -> dict:
    """What one record says: claimed, shown, the reasons for the difference, each ingredient, and what to do next."""
    told = in_full(record)
    lacking = told["lacks"].get(record.claimed, []) if record.claimed != record.shown else []
    return {
        "claimed": record.claimed or None,
        "shown": record.shown or None,
        "reasons": [*lacking, *told["partly"]],
        "ingredients": [{name: piece[name] for name in ("id", "status", "because")} for piece in told["ingredients"]],
        "next_steps": [step["title"] for step in told["steps"]],
    }


def standing_command(slug: str, as_of: date | None, as_json: bool, out) -> int:
    """Print where a project stands. Raises NoSuchProject."""
    said = standing_as_plain_values(slug, as_of or today())
    if as_json:
        print(json.dumps(said, indent=2, ensure_ascii=False), file=out)
        return 0
    project = Project.objects.get(slug=slug)
    pack = load(project.pack, project.pack_version)
    print(f"{project.name}, as of {said['as_of']}", file=out)
    print(f"Says it is: {rung_title(pack, said['claimed']) if said['claimed'] else 'nothing yet'}", file=out)
    print(f"Can show:   {rung_title(pack, said['shown'])}", file=out)
    for title, lines in [
        ("Why", said["reasons"]),
        ("Ingredients", [f"{i['id']}: {i['status']}. {i['because']}" for i in said["ingredients"]]),
        ("Next", said["next_steps"]),
    ]:
        print(f"\n{title}", *(f"  - {line}" for line in lines or ["nothing"]), sep="\n", file=out)
    return 0
