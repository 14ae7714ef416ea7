"""What the pages about where a project stands read: the newest record, and what stands beside it."""

from collections.abc import Iterable
from datetime import date, datetime

from django.http import Http404
from django.urls import resolve, reverse

from sidebyside.agreements import pages as agreements
from sidebyside.kit.facts import NOT_YET
from sidebyside.kit.words import say
from sidebyside.people.acting import Acting
from sidebyside.people.models import Person
from sidebyside.people.naming import words_or_gone
from sidebyside.projects.models import Project
from sidebyside.projects.pages import names_in
from sidebyside.recipes import Pack, load
from sidebyside.standing import reading
from sidebyside.standing.models import StandingRecord, Statement
from sidebyside.standing.pages_disagree import open_disagreements
from sidebyside.standing.rules import AS_STATUS, NOT_NEEDED, Slice, level, lowest
from sidebyside.standing.wording import in_full, rung_title
from sidebyside.who_can import Act, Role, may

WHENS = ("before", "during", "after")


def standing(project: Project, *, by: Acting, roles: set[Role], now: datetime, easy: bool) -> dict:
    """Is this co-production yet? All of it from the newest record, and the disagreements that stand beside it."""
    record = reading.newest(project)
    told = in_full(record, easy=easy) if record else None
    asked = asked_now(project, by, now)
    return {
        "told": told,
        "ingredients": [_with_address(project, i) | {"because": ""} for i in told["ingredients"]] if told else [],
        "ladder": ladder(told, easy) if told else {},
        "steps": [_step(project, step, roles, asked) for step in told["steps"]] if told else [],
        "asked_now": asked,
        "disagreements": open_disagreements(project, me=by.person, roles=roles, easy=easy),
        "can_ask_again": bool(may(roles, Act.ASK_FOR_ROUND)),
        "label_href": reverse("label", kwargs={"slug": project.slug}) if project.state != "draft" else "",
    }


def _with_address(project: Project, piece: dict) -> dict:
    return piece | {"href": reverse("ingredient", kwargs={"slug": project.slug, "ingredient": piece["id"]})}


def in_short(project: Project, easy: bool) -> list[str]:
    """Where a project stands, in the sentences that its first page says."""
    record = reading.newest(project)
    return in_full(record, easy=easy)["sentences"] if record else []


def ladder(told: dict, easy: bool) -> dict:
    """The rungs, highest first, and a reason for each difference between what is shown and what is claimed."""
    pack, shown, claimed = told["pack"], told["shown"], told["claimed"]
    between = [rung for rung in pack.rungs if level(pack, shown) < rung.level <= level(pack, claimed)]
    return {
        "rungs": [
            {
                "id": rung.id,
                "title": rung.text("title", easy),
                "meaning": rung.text("meaning", easy),
                "href": f"#why-not-{rung.id}" if rung in between else "",
            }
            for rung in reversed(pack.rungs)
        ],
        "shown": shown,
        "claimed": claimed if told["claim_state"] == "agreed" else "",
        "planned": claimed if told["claim_state"] == "planned" else "",
        "why_not": [
            {"id": rung.id, "title": rung.text("title", easy), "lacks": told["in_short"][rung.id]} for rung in between
        ],
        "shows_more": bool(claimed) and level(pack, shown) > level(pack, claimed),
    }


def _step(project: Project, step: dict, roles: set[Role], asked: dict | None) -> dict:
    """A step with its address, where she who reads it may open that page. "standing": it is answered in the round."""
    if step["page"] == "standing":
        return {"title": step["title"], "href": asked["href"] if asked else ""}
    address = reverse(step["page"], args=[project.slug, *step["args"]])
    guard = resolve(address).func.guard  # type: ignore[attr-defined]
    return {"title": step["title"], "href": address if may(roles, guard.act) else ""}


def asked_now(project: Project, by: Acting, now: datetime) -> dict | None:
    """The round that is open, if this person is asked in it. Says nothing of who has answered, not even she herself."""
    round_ = project.rounds.filter(closed_at=None, closes_at__gt=now).first()
    if round_ is None or not agreements.may_see(agreements.asked(f"standing.round:{round_.ref}", by), by, now):
        return None
    return {
        "closes_at": round_.closes_at,
        "whose": by.person.name if by.helper else "",
        "href": reverse("round", kwargs={"slug": project.slug, "round": round_.ref}),
    }


def rings(project: Project, *, easy: bool) -> dict:
    """Each ingredient before, during and after: as far as both what is due then and the members say."""
    record = reading.newest(project)
    if record is None:
        return {"rings": []}
    told, (standing, _, _) = in_full(record, easy=easy), reading.unpack(record)
    pieces = zip(told["ingredients"], standing.slices, strict=True)
    return {"rings": [_with_address(project, in_words) | _ring(told, piece) for in_words, piece in pieces]}


def _ring(told: dict, piece: Slice) -> dict:
    methods = [
        (m.when, told["methods"][m.id]["status"]) for m in told["pack"].methods_for(piece.id) if m.id in told["methods"]
    ]
    group = lowest([AS_STATUS[piece.group], AS_STATUS.get(piece.others, "shown")])
    due = {when: [status for then, status in methods if then == when] for when in WHENS}
    if piece.status == NOT_NEEDED:
        return dict.fromkeys(WHENS, NOT_NEEDED) | {"due": list(WHENS)}
    return {when: lowest([*due[when], group]) if due[when] else NOT_YET for when in WHENS} | {
        "due": [w for w in WHENS if due[w]]
    }


def ingredient(project: Project, name: str, *, me: Person, roles: set[Role], now: datetime, easy: bool) -> dict:
    """One ingredient: what it means, what shows it, what people say shows it, and what the group says."""
    pack = load(project.pack, project.pack_version)
    found = next((i for i in pack.ingredients if i.id == name), None)
    if found is None:
        raise Http404
    record = reading.newest(project)
    told = in_full(record, easy=easy) if record else {"ingredients": [], "methods": {}}
    statements = statements_about(project, [m.id for m in pack.methods_for(name)], me=me, roles=roles, now=now)
    methods = [method_in_words(project, m, told["methods"].get(m.id), statements, easy) for m in pack.methods_for(name)]
    return {
        "ingredient": {
            "id": found.id,
            "title": found.text("title", easy),
            "meaning": found.text("meaning", easy),
            "prompt": found.text("prompt", easy),
        },
        "parts": [{n: part.text(n, easy) for n in ("title", "meaning", "prompt")} for part in found.parts],
        "piece": next((i for i in told["ingredients"] if i["id"] == name), None),
        "methods": [(say(f"when_{when}"), [m for m in methods if m["when"] == when]) for when in WHENS],
        "can_say": bool(may(roles, Act.SAY_WHAT_SHOWS_IT)),
        "can_propose": not found.always_needed and bool(may(roles, Act.PROPOSE)),
    }


def method_in_words(project: Project, method, state: dict | None, statements: list[dict], easy: bool) -> dict:
    """A method as it stands in the record. One that is not due yet has no state there."""
    return {
        "id": method.id,
        "when": method.when,
        "title": method.text("title", easy),
        "words": method.text("words", easy),
        "due": state is not None,
        "status": state["status"] if state else NOT_YET,
        "because": state["because"] if state else "",
        "statements": [s for s in statements if s["method"] == method.id],
    }


def statements_about(
    project: Project, methods: Iterable[str], *, me: Person, roles: set[Role], now: datetime
) -> list[dict]:
    """What people say shows these methods, now: nothing taken back, and nothing that has lapsed."""
    rows = project.statements.filter(method__in=methods, withdrawn_at=None, lapses_at__gt=now)
    rows = rows.select_related("by", "agreed_by").order_by("made_at", "id")
    names = names_in(project)
    disputed = set(
        project.disagreements.filter(closed_at=None, about__startswith="statement:").values_list("about", flat=True)
    )
    may_agree, inside = bool(may(roles, Act.AGREE_WITH_STATEMENT)), bool(may(roles, Act.SAY_WHAT_SHOWS_IT))
    return [
        _statement(row, names)
        | {
            "disputed": f"statement:{row.ref}" in disputed,
            "can_agree": may_agree and row.agreed_at is None and row.by_id != me.pk,
            "can_take_back": inside and me.pk in (row.by_id, row.agreed_by_id),
            "can_disagree": inside and row.by_id != me.pk,
        }
        for row in rows
    ]


def _statement(row: Statement, names) -> dict:
    return {
        "ref": row.ref,
        "method": row.method,
        "words": words_or_gone(row.words),
        "by": names(row.by),
        "made_at": row.made_at,
        "agreed_by": names(row.agreed_by) if row.agreed_at else "",
        "lapses_at": row.lapses_at,
    }


def label_history(project: Project, on: date | None, *, easy: bool) -> dict:
    """Each change of the label, newest first, with those of the projects this one follows; and one day, if asked for."""
    then = reading.as_of(project, on) if on else None
    return {
        "changes": list(reversed(changes_of_label(project, easy=easy))),
        "on": on,
        "then": in_full(then, easy=easy) if then else None,
        "follows": project.follows.name if project.follows else "",
    }


def changes_of_label(project: Project, *, easy: bool) -> list[dict]:
    """Each change of what was shown or claimed, oldest first, with its day and why."""
    pack = load(project.pack, project.pack_version)
    return [_change(pack, record, project, easy) for record in reading.label_history(project)]


def _change(pack: Pack, record: StandingRecord, project: Project, easy: bool) -> dict:
    said = say(f"label_then_{record.claim_state}", {"claimed": rung_title(pack, record.claimed, easy=easy)})
    shown = {"shown": rung_title(pack, record.shown, easy=easy)}
    shows = say("label_then_showed" if record.shown else "label_then_showed_nothing", shown)
    return {
        "at": record.at,
        "words": f"{shows} {said}",
        "detail": say(f"because_{record.why}"),
        "shown": record.shown,
        "claimed": record.claimed,
        "claim_state": record.claim_state,
        "earlier": record.project_ref != project.ref,
    }
