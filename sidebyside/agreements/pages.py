"""What the pages of agreements read."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from sidebyside.agreements.actions import way_of_deciding
from sidebyside.agreements.models import ASKED_ELSEWHERE, KINDS, OWN_ALONE, Proposal, Term
from sidebyside.agreements.pages_terms import meanings
from sidebyside.agreements.rules import ANSWERS, MAY_BE_FEW, MEMBERS_ALONE, NEVER_NOT_NEEDED, OWN_KINDS, PARTS
from sidebyside.kit.verdict import YES, Verdict, no
from sidebyside.kit.words import say
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask
from sidebyside.people.naming import words_or_gone
from sidebyside.projects.models import Group, Project
from sidebyside.projects.pages import names_in
from sidebyside.recipes import Pack, load


def asked(question: str, by: Acting) -> Ask | None:
    """What this person was asked by this question, with her answers. Two queries."""
    return by.person.asks.filter(question=question).prefetch_related("answers").first()


def may_see(ask: Ask | None, by: Acting, now: datetime) -> Verdict:
    """May she who opens this page see and give the answer to this ask: her own, or that of a member who chose her for it?"""
    if ask is None:
        return no("not_asked_this")
    return asks.may_enter(ask, by, now) if by.helper else YES


def state_of(closes_at: datetime, closed_at: datetime | None, now: datetime) -> str:
    """open, counting (its day has come and it is about to close) or closed."""
    if closed_at:
        return "closed"
    return "open" if closes_at > now else "counting"


def kinds_to_propose(group: Group | None = None) -> list[dict]:
    """What can be put to everybody from the page of agreements; or to a group of its own."""
    return [
        {"kind": kind, "title": say(f"kind_{kind}"), "words": say(f"kind_{kind}_words")}
        for kind in (*(kind for kind in KINDS if kind not in ASKED_ELSEWHERE), *OWN_ALONE)
        if (kind in OWN_KINDS or kind in OWN_ALONE if group else kind not in OWN_ALONE)
    ]


def in_words(pack: Pack, proposal: Proposal, now: datetime, easy: bool) -> dict:
    """A proposal for a page. Nothing of what anybody said before it is closed."""
    state = state_of(proposal.closes_at, proposal.closed_at, now)
    return {
        "ref": proposal.ref,
        "kind": say(f"kind_{proposal.kind}"),
        "words": words_of(proposal),
        "parts": parts_in_words(proposal),
        "review_on": proposal.review_on,
        "state": state,
        "subject": subject_in_words(pack, proposal, easy),
        "method": proposal.method,
        "opened_at": proposal.opened_at,
        "closes_at": proposal.closes_at,
        "closed_at": proposal.closed_at,
        "agreed": proposal.outcome == "agreed",
        "ended_at": proposal.ended_at,
        "why": say(proposal.why) if proposal.why else "",
        "tally": _tally(proposal.tally.get("counted")),
        "others": _tally(proposal.tally.get("others")),
        "reasons": proposal.reasons,
    }


def words_of(proposal: Proposal) -> str:
    """Its words. Nobody has to say why work should stop."""
    if proposal.kind == "pause_work" and not proposal.words:
        return str(say("kind_pause_work_words"))
    return words_or_gone(proposal.words)


def parts_in_words(proposal: Proposal) -> list[dict]:
    """The other words of it, each with what it is: why a rule, how we notice, what we do."""
    said: dict[str, Any] = proposal.parts
    named = [(name, said[name]) for name in PARTS.get(proposal.kind, ()) if said.get(name)]
    in_words = {"how": lambda how: say(f"way_{how}"), "minutes": lambda n: say("minutes_a_month", {"minutes": n})}
    return [{"name": say(f"part_{name}"), "words": str(in_words.get(name, str)(words))} for name, words in named]


def subject_in_words(pack: Pack, proposal: Proposal, easy: bool) -> str:
    """The title of the rung or ingredient that it is about; or what whoever proposed it called it."""
    things: Iterable[Any] = {"claim": pack.rungs, "not_needed": pack.ingredients}.get(proposal.kind, ())
    if proposal.kind in ("take_back", "notes"):
        return ""
    return next((thing.text("title", easy) for thing in things if thing.id == proposal.subject), proposal.subject)


def _tally(counts: dict[str, int] | None) -> list[dict]:
    return [{"words": say(f"vote_{answer}"), "count": counts[answer]} for answer in ANSWERS if counts]


def propose(project: Project, kind: str, *, easy: bool, change: str = "", group: Group | None = None) -> dict:
    """What the form is made from. change: the ref of what stands agreed, whose words it begins with."""
    pack, way = load(project.pack, project.pack_version), way_of_deciding(project, group)
    return {
        "kind": kind,
        "title": say(f"kind_{kind}"),
        "words": say(f"kind_{kind}_words"),
        "how": way.get("how", ""),
        "both_means": way.get("both_means", ""),
        "earlier": begins_with(project, pack, kind, change, easy=easy, group=group),
        "changes": bool(change),
        "members_alone": kind in MEMBERS_ALONE,
        "few": kind in MAY_BE_FEW or group is not None,
        "subjects": agreed_now(project, pack, easy, group) if kind == "take_back" else subjects_for(pack, kind, easy),
        "running": project.state == "running",
    }


def propose_meaning(project: Project, term: Term, *, easy: bool) -> dict:
    """As `propose`, for what this word means. It begins with what it means now."""
    standing = project.proposals.of(term.group).standing().filter(kind="definition", subject=term.term).first()
    page = propose(project, "definition", change=standing.ref if standing else "", easy=easy, group=term.group)
    return page | {"title": _("What does “%(word)s” mean here?") % {"word": term.term}}


def begins_with(project: Project, pack: Pack, kind: str, change: str, *, easy: bool, group: Group | None) -> dict:
    """What stands now, to change; or the values that the recipe names, to begin a list of one's own."""
    standing = project.proposals.of(group).standing().filter(kind=kind)
    now = standing.filter(ref=change).first() if change else None
    if now:
        return {"called": now.subject, "subject": now.subject, "words": now.words, "method": now.method} | now.parts
    return {"words": "\n".join(values_named_by(pack, easy))} if kind == "values" else {}


def values_named_by(pack: Pack, easy: bool) -> list[str]:
    """The names of the values in the recipe: Bristol policy, Ingredients, Values."""
    found = next((ingredient for ingredient in pack.ingredients if ingredient.id == "values"), None)
    return [part.text("title", easy) for part in found.parts] if found else []


def agreed_now(project: Project, pack: Pack, easy: bool, group: Group | None) -> list[tuple[str, str]]:
    """What stands agreed, to choose from: what it is and the first words of it."""
    rows = project.proposals.of(group).standing().exclude(kind="take_back").order_by("-closed_at", "-id")
    return [
        (row.ref, f"{say(f'kind_{row.kind}')}: {subject_in_words(pack, row, easy) or row.words[:80]}") for row in rows
    ]


def subjects_for(pack: Pack, kind: str, easy: bool) -> list[tuple[str, str]]:
    """What there is to choose from: the rungs, highest first, or the ingredients that a group may do without."""
    if kind == "claim":
        return [(rung.id, rung.text("title", easy)) for rung in reversed(pack.rungs)]
    if kind == "not_needed":
        spare = [i for i in pack.ingredients if not i.always_needed and i.id not in NEVER_NOT_NEEDED]
        return [(ingredient.id, ingredient.text("title", easy)) for ingredient in spare]
    return []


def proposal(project: Project, proposal: Proposal, *, by: Acting, now: datetime, easy: bool) -> dict:
    """One proposal, and what I answered. earlier: what I (or whoever helps me) said, to begin the form with."""
    pack, ask = load(project.pack, project.pack_version), asked(proposal.question, by)
    page = in_words(pack, proposal, now, easy)
    verdict = may_see(ask, by, now)
    counts = asks.shown_to(by, ask) if ask and verdict else None
    said: Any = counts.said if counts else {}
    return {
        "proposal": page | {"by": names_in(project)(proposal.proposed_by)},
        "agreed_words": meanings(project, proposal.group),
        "about": f"proposal:{proposal.ref}",
        "can_answer": page["state"] == "open" and bool(verdict),
        "cannot": "" if verdict else say(verdict.code, verdict.values),
        "earlier": said,
        "said": say(f"vote_{said['said']}") if said else "",
        "whose": by.person.name if by.helper else "",
    }
