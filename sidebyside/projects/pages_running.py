"""What the pages about running a project read: its stages, what may happen to it, and its recipe beside others."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from sidebyside.kit.verdict import Refused, no
from sidebyside.kit.words import say
from sidebyside.people.acting import Acting
from sidebyside.projects import following, pages, rules
from sidebyside.projects.models import Project
from sidebyside.recipes import BrokenPack, NoSuchPack, Pack, available, load
from sidebyside.recipes.comparing import compare
from sidebyside.recipes.shape import Template

CAN_HAPPEN = [
    ("running", _("Go on: the project runs again")),
    ("paused", _("Pause: nothing is asked and nothing is decided for now")),
    ("finished", _("Finish: it has done what it set out to do")),
    ("stopped", _("Stop: it ends before it has done what it set out to do")),
]


def stages(project: Project) -> dict[str, Any]:
    """The stage that is running and the one that follows, if any."""
    rows = list(project.stages.order_by("order"))
    running = next((row for row in rows if row.started_at and not row.ended_at), None)
    following = next((row for row in rows if not row.started_at), None)
    return {
        "running": running and pages.STAGES[running.kind],
        "following": following and pages.STAGES[following.kind],
        "following_ref": following.ref if following else "",
    }


def what_can_happen(state: str) -> list[tuple[str, Any]]:
    return [(wanted, words) for wanted, words in CAN_HAPPEN if wanted in rules.NEXT_STATES[state] and state != "draft"]


def state_in_words(project: Project) -> str:
    return say(f"state_{project.state}")


def sound_packs() -> list[Pack]:
    """Every recipe of this hub that loads, by name, oldest version first. A broken one is never offered."""
    found = []
    for name, version in available():
        try:
            found.append(load(name, version))
        except (NoSuchPack, BrokenPack):
            continue
    return found


def recipe(project: Project, *, to: str, easy: bool) -> dict[str, Any]:
    """The recipe that is followed, the others there are, and, for one of them, what would change. to: "name/version"."""
    packs = {f"{pack.id}/{pack.version}": pack for pack in sound_packs()}
    follows = load(project.pack, project.pack_version)
    wanted = packs.get(to)
    return {
        "pack": _in_words(follows, easy),
        "about": (follows.about_easy if easy else follows.about),
        "templates": [_template(one, easy) for one in follows.templates],
        "others": [_in_words(pack, easy) for pack in packs.values() if pack.checksum != follows.checksum],
        "wanted": _in_words(wanted, easy) if wanted else None,
        "changes": compare(follows, wanted) if wanted else [],
    }


def _template(template: Template, easy: bool) -> dict:
    return {
        "title": template.text("title", easy),
        "words": template.text("words", easy),
        "items": [{"title": item.text("title", easy), "minutes": item.minutes} for item in template.items],
        "minutes": template.minutes,
    }


def _in_words(pack: Pack, easy: bool) -> dict:
    return {
        "id": pack.id,
        "version": pack.version,
        "title": pack.text("title", easy),
        "to": f"{pack.id}/{pack.version}",
    }


def move_to(*, project: Project, pack: str, version: str, by: Acting, now: datetime) -> None:
    """Move to a recipe that this hub has. Raises Refused for one that it does not have."""
    if (pack, version) not in [(one.id, one.version) for one in sound_packs()]:
        raise Refused(no("no_such_recipe"))
    following.change_pack(project=project, pack=pack, version=version, by=by, now=now)
