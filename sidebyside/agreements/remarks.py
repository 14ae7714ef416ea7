"""What people say, with their name, of something that the group talks about."""

from datetime import datetime

from django.db import transaction

from sidebyside.agreements.models import Remark
from sidebyside.kit import history
from sidebyside.kit.verdict import Refused, no
from sidebyside.people.acting import Acting
from sidebyside.projects.actions import hold
from sidebyside.projects.models import Group, GroupMember, Project

LONGEST = 2000


@transaction.atomic
def remark(
    *, project: Project, about: str, words: str, by: Acting, now: datetime, group: Group | None = None
) -> Remark:
    """Say what she thinks. about: such as proposal:REF. The same words twice are one remark. Raises Refused."""
    project, words = hold(project), words.strip()
    if not words or len(words) > LONGEST:
        raise Refused(no("remark_needs_words"))
    if group and not GroupMember.objects.filter(group=group, person=by.person, until=None).exists():
        raise Refused(no("not_in_this_group"))
    there = Remark.objects.filter(project=project, group=group, about=about, by=by.person, taken_back_at=None)
    same = there.filter(words=words).first()
    if same:
        return same
    made = Remark.objects.create(project=project, group=group, about=about, words=words, by=by.person, at=now)
    history.note(_room(made), by, "remark-made", made.ref, now=now)
    return made


@transaction.atomic
def take_back(*, remark: Remark, by: Acting, now: datetime) -> None:
    """She takes back what she said: her words are gone. Twice is once. Raises Refused."""
    hold(remark.project)
    if remark.by_id != by.person.pk:
        raise Refused(no("remark_is_somebody_elses"))
    if Remark.objects.filter(pk=remark.pk, taken_back_at=None).update(taken_back_at=now, words=""):
        history.note(_room(remark), by, "remark-taken-back", remark.ref, now=now)


def _room(made: Remark) -> str:
    return f"group:{made.group.ref}" if made.group else made.project.room
