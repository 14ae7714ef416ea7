"""Following a recipe: moving to another version, and starting again from an old project. Neither lifts a label."""

from datetime import datetime

from django.db import transaction

from sidebyside.kit import history
from sidebyside.kit.events import happened
from sidebyside.kit.verdict import Refused, no
from sidebyside.people.acting import Acting
from sidebyside.people.models import Person
from sidebyside.projects.actions import hold, start_draft
from sidebyside.projects.models import Project
from sidebyside.recipes import load


@transaction.atomic
def change_pack(*, project: Project, pack: str, version: str, by: Acting, now: datetime) -> Project:
    """Follow another recipe or version. It never lifts the label: that waits for the next round (decision 6)."""
    load(pack, version)
    project = hold(project)
    if (project.pack, project.pack_version) == (pack, version):
        raise Refused(no("already_on_this_pack"))
    project.pack, project.pack_version = pack, version
    project.save(update_fields=["pack", "pack_version"])
    history.note(project.room, by, "pack-changed", project.ref, now=now, values={"pack": pack, "version": version})
    happened("pack-changed", project=project, now=now)
    return project


@transaction.atomic
def start_again(*, project: Project, title: str, by: Acting, now: datetime) -> Project:
    """Start a new draft from an old project. The old label's history stays beside the new one. Twice is once."""
    Person.objects.select_for_update().get(pk=by.person.pk)
    there = Project.objects.filter(follows=project, started_by=by.person, state="draft").first()
    if there:
        return there
    new = start_draft(title=title, pack=project.pack, pack_version=project.pack_version, by=by, now=now)
    new.follows, new.about, new.fixed, new.open_to_change = (
        project,
        project.about,
        project.fixed,
        project.open_to_change,
    )
    new.save(update_fields=["follows", "about", "fixed", "open_to_change"])
    return new
