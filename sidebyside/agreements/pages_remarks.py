"""What people said of something, for its page; and which page that is."""

from collections.abc import Callable, Iterable
from typing import Any

from django.http import Http404
from django.urls import reverse

from sidebyside.agreements.models import Remark
from sidebyside.people.acting import Acting
from sidebyside.people.models import Person
from sidebyside.projects.models import Group, Project
from sidebyside.projects.pages import names_in
from sidebyside.who_can import Act, Role, may

# What can be talked about: the word before the colon -> (project, ref) -> the address of its page, or "" if it is not there.
TALKED_ABOUT: dict[str, Callable[[Project, str], str]] = {}


def talked_about(word: str) -> Callable:
    """`@talked_about("proposal")` on a function that finds the page of such a thing among those of everybody."""

    def add(find: Callable[[Project, str], str]) -> Callable[[Project, str], str]:
        TALKED_ABOUT[word] = find
        return find

    return add


def page_of(project: Project, about: str) -> str:
    """The address of the page that this is about. Raises Http404 for what is not there."""
    word, _colon, ref = about.partition(":")
    address = TALKED_ABOUT[word](project, ref) if word in TALKED_ABOUT and ref else ""
    if not address:
        raise Http404
    return address


@talked_about("proposal")
def _proposal(project: Project, ref: str) -> str:
    there = project.proposals.of_everybody().filter(ref=ref).exists()
    return reverse("proposal", args=[project.slug, ref]) if there else ""


def to_talk(project: Project, about: str, *, by: Acting, roles: Iterable[Role]) -> dict[str, Any]:
    """What a page needs to show what people say of this, with the form to say more. Two queries."""
    return {"remarks": remarks(project, about, me=by.person), "can_remark": bool(may(roles, Act.REMARK))}


def remarks(
    project: Project, about: str, *, me: Person | None = None, group: Group | None = None
) -> list[dict[str, Any]]:
    """What people said of it, oldest first, with their names. What was taken back is not there. Two queries."""
    rows = Remark.objects.filter(project=project, group=group, about=about, taken_back_at=None)
    name = names_in(project)
    return [
        {"ref": row.ref, "words": row.words, "by": name(row.by), "at": row.at, "mine": bool(me and row.by_id == me.pk)}
        for row in rows.select_related("by").order_by("at", "id")
    ]
