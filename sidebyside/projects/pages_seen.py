""" "Who can see this?": worked out from the guard of the page, so that it is always what the program does."""

from typing import Any

from django.http import Http404
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sidebyside.doors.rights import without_the_web
from sidebyside.kit.words import say
from sidebyside.people.guard import NOBODY, PROJECT
from sidebyside.projects.facts import places
from sidebyside.projects.models import Project
from sidebyside.who_can import INSIDE, WHO, Role

IN_WORDS = {
    Role.LIVED_EXPERTISE: gettext_lazy("Members who join with lived expertise"),
    Role.ORGANISATION: gettext_lazy("Members who join for an organisation"),
    Role.RESEARCHER: gettext_lazy("Researchers in the project"),
    Role.FACILITATOR: gettext_lazy("Facilitators of the project"),
    Role.OFFICER: gettext_lazy("Officers of the project"),
    Role.LEADER: gettext_lazy("Leaders in the project"),
    Role.INVITED: gettext_lazy("People who are asked to join and have not answered"),
    Role.STARTER: gettext_lazy("Whoever starts the project, until it begins"),
    Role.ADVISER: gettext_lazy("People whom the project asked for advice"),
    Role.HELPER: gettext_lazy("Helpers whom members of the project chose"),
    Role.DESK: gettext_lazy("The people at the hub’s desk"),
    Role.THEMSELF: gettext_lazy("The person whom it is about"),
    Role.SIGNED_IN: gettext_lazy("Everybody else who has a place in this hub"),
}
# Pages that show each person less than their guard lets in: only what is hers.
NARROWER = {
    "invitation": gettext_lazy(
        "Each person sees only her own invitation. A helper sees it only if she was chosen for that."
    ),
    "hello": gettext_lazy("The people at the hub’s desk can read this too."),
    "told": gettext_lazy("Each person sees only what she herself was told."),
    "my-place": gettext_lazy("Each person sees only her own place. Facilitators see who takes a break."),
    "longer": gettext_lazy("Each person sees only her own answer. Those who run the project see what each one said."),
    "give_advice": gettext_lazy("Each person sees only what she herself was asked."),
    "needs": gettext_lazy("Each person sees only what others chose to share with that person."),
    "person-needs": gettext_lazy(
        "Only people whom the person it is about let read it. Each time it is read, it is noted."
    ),
    "arrange": gettext_lazy("Only people whom the person it is about let read what they need, by name."),
    "arrangement": gettext_lazy("Only people whom the person it is about let read what they need, by name."),
    "i-decide": gettext_lazy("Each person sees only what they said themselves."),
    "round": gettext_lazy("Each person sees only her own answers. Nobody sees what anybody else said."),
    "checked-by-me": gettext_lazy("Each person sees only what she herself was asked."),
    "who-we-are": gettext_lazy(
        "Each person sees only what others let that person read. Each time it is read, it is noted."
    ),
    "who-i-am": gettext_lazy("Each person sees only what they wrote themselves."),
    "how-i-arrive": gettext_lazy("Each person sees only what they wrote themselves."),
    "you-said": gettext_lazy("Each person sees only what they said themselves, and what became of it."),
    "what-happened": gettext_lazy("Each person sees only what they said themselves, and what became of it."),
    "meeting-after": gettext_lazy("Each person sees only her own answers. Everybody sees one word for all of them."),
    "feelings": gettext_lazy("What people wrote in their own words is read only by those who run that meeting."),
    "notes": gettext_lazy("What somebody said is seen by others only once that person says yes."),
    "proposal": gettext_lazy(
        "Each person sees only her own answer. How many said what is shown to all when it closes."
    ),
}


def who_can_see(project: Project, path: str) -> dict[str, Any]:
    """Who may open this page of this project and who may not, in plain words, with the names of people now."""
    try:
        match = resolve(path.partition("?")[0])
    except Resolver404:
        raise Http404 from None
    guard = getattr(match.func, "guard", None)
    if guard is None or match.kwargs.get("slug", project.slug) != project.slug:
        raise Http404
    page = {"page": path, "narrower": NARROWER.get(match.url_name or "", ""), "why_public": guard.why}
    page["without_the_web"] = [say(code) for code in without_the_web(guard.act)]
    if guard.needs == NOBODY:
        return page | {"can": [{"words": _("Anybody, without signing in"), "names": []}], "cannot": []}
    return page | _by_role(project, set(WHO[guard.act]), in_a_project=guard.needs == PROJECT)


def _by_role(project: Project, allowed: set[Role], *, in_a_project: bool) -> dict[str, Any]:
    if Role.SIGNED_IN in allowed and not in_a_project:
        return {
            "can": [
                {"words": _("Everybody who has a place in this hub, and each sees only what is theirs"), "names": []}
            ],
            "cannot": [],
        }
    names = _names(project)
    left_out = {Role.THEMSELF} | (set() if project.state == "draft" else {Role.STARTER})
    can = [
        {"words": words, "names": names.get(role, []), "nobody": role in INSIDE and role not in names}
        for role, words in IN_WORDS.items()
        if role in allowed - left_out
    ]
    cannot = [words for role, words in IN_WORDS.items() if role not in allowed | left_out]
    return {"can": can, "cannot": cannot}


def _names(project: Project) -> dict[Role, list[str]]:
    """The people who are in the project now, by how they join."""
    found: dict[Role, list[str]] = {}
    for place in places(project):
        membership = place.membership
        if membership.joined_at and not membership.left_at:
            found.setdefault(Role(membership.joins_as), []).append(membership.person.name)
    return found
