"""What her own pages read: her passport, whom she shares it with, what is arranged for her, and what she is asked."""

from datetime import datetime
from typing import Any

from django.db.models import Max
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sidebyside.access import facts, rules
from sidebyside.access.checking_in import told_of
from sidebyside.access.models import Adjustment, Need
from sidebyside.access.passport import Question, passport
from sidebyside.kit.words import say
from sidebyside.people.acting import Acting
from sidebyside.people.models import Answer, Ask, Person
from sidebyside.projects.models import Membership, Project
from sidebyside.projects.pages import in_words as day_in_words


def whose(by: Acting) -> str:
    """The member's name when a helper has the page open; empty on her own."""
    return by.person.name if by.helper else ""


def home_of(by: Acting) -> str:
    """Where what she is asked is listed: a helper goes back to the people she helps."""
    return "people-i-help" if by.helper else "home"


def my_needs(by: Acting, *, now: datetime, easy: bool) -> dict[str, Any]:
    """Her passport at a glance. Eight queries, however many projects."""
    form, needs = passport(), {need.question: need for need in by.person.needs.all()}
    projects = _projects(by.person)
    arranged = _arranged(by.person)
    open_first = next((q.id for q in form.questions if q.id not in needs), form.questions[0].id)
    return {
        "whose": whose(by),
        "answered": len(needs),
        "all": len(form.questions),
        "go_on": reverse("my-need", args=[open_first]),
        "groups": [_group(group, needs, easy) for group in form.group],
        "projects": projects,
        "asked_anywhere": any(project["asked_on"] for project in projects),
        "arranged": arranged,
        "steps": _my_steps(form.questions, needs, projects, arranged),
        "note": form.text("note", easy) if form.status == "proposal" else "",
        "booked_anything": any(row["booked"] for row in arranged),
    }


def _group(group, needs: dict[str, Need], easy: bool) -> dict:
    said = len([question for question in group.question if question.id in needs])
    return {
        "name": group.text("title", easy),
        "href": reverse("my-need", args=[group.question[0].id]),
        "action": _("Answer") if said == 0 else _("Change"),
        "words": _("%(said)s of %(all)s answered") % {"said": said, "all": len(group.question)},
    }


def _projects(person: Person) -> list[dict]:
    """Each project she is in: when she was asked and what she said last, and how many read what she needs there."""
    places = Membership.objects.joined().filter(person=person).select_related("project").order_by("joined_at", "id")
    asked = Ask.objects.filter(person=person, kind__in=[facts.PASSPORT, facts.CHECK_IN], withdrawn_at=None)
    asked_on = dict(asked.values_list("room").annotate(at=Max("opened_at")))
    said = Answer.objects.filter(ask__person=person, ask__kind__in=[facts.PASSPORT, facts.CHECK_IN])
    said_on = dict(said.values_list("ask__room").annotate(at=Max("said_at")))
    readers: dict[int, list[str]] = {}
    for row in person.sharings.standing().select_related("reader").order_by("id"):
        readers.setdefault(row.project_id, []).append(row.reader.name if row.reader else _("the whole group"))
    return [
        {
            "title": project.name,
            "href": reverse("my-sharing", args=[project.slug]),
            "asked_on": asked_on.get(project.room),
            "said_on": said_on.get(project.room),
            "readers": list(dict.fromkeys(readers.get(project.pk, []))),
        }
        for project in {place.project_id: place.project for place in places}.values()
    ]


def _arranged(person: Person) -> list[dict]:
    rows = person.adjustments.standing().select_related("project", "owner").order_by("due_on", "id")
    return [adjustment(row) | {"project": row.project.name} for row in rows]


def adjustment(row: Adjustment) -> dict[str, Any]:
    """Something that is arranged, in words."""
    return {
        "ref": row.ref,
        "what": row.what,
        "state": row.state,
        "state_words": say(f"state_of_it_{row.state}"),
        "booked": row.state == rules.BOOKED,
        "owner": row.owner.name,
        "due_on": row.due_on,
        "cost_pence": row.cost_pence,
        "why_not": row.why_not,
        "got": say(f"got_{row.got}") if row.got else "",
    }


def _my_steps(questions: list[Question], needs: dict[str, Need], projects: list[dict], arranged: list[dict]) -> list:
    """The six steps of the Accessible Information Standard (DAPB1605), each with how far it is for her."""
    asked = max((p["asked_on"] for p in projects if p["asked_on"]), default=None)
    said = max((p["said_on"] for p in projects if p["said_on"]), default=None)
    first = len([question for question in questions if question.first and question.id in needs])
    shared = len([project for project in projects if project["readers"]])
    booked = len([row for row in arranged if row["booked"]])
    words = {
        "identify": _("You were asked on %(day)s.") % {"day": day_in_words(asked)} if asked else _("Not asked yet."),
        "record": ngettext("You gave %(n)s answer.", "You gave %(n)s answers.", len(needs)) % {"n": len(needs)},
        "flag": ngettext("%(n)s answer is shown first.", "%(n)s answers are shown first.", first) % {"n": first},
        "share": ngettext("Shared in %(n)s project.", "Shared in %(n)s projects.", shared) % {"n": shared},
        "meet": ngettext("%(n)s thing is booked.", "%(n)s things are booked.", booked) % {"n": booked},
        "review": _("You last told us on %(day)s.") % {"day": day_in_words(said)} if said else _("Not yet."),
    }
    return [{"name": say(f"step_{step}"), "words": words[step]} for step in rules.STEPS]


def all_answers(by: Acting, *, easy: bool) -> dict[str, Any]:
    """Everything she said, group by group, each with who may see it and where to change it. One query."""
    needs = {need.question: need for need in by.person.needs.select_related("entered_by")}
    groups = [
        {
            "title": group.text("title", easy),
            "answers": [_answer(by, question, needs.get(question.id), easy) for question in group.question],
        }
        for group in passport().group
    ]
    return {"whose": whose(by), "groups": groups, "any": bool(needs)}


def _answer(by: Acting, question: Question, need: Need | None, easy: bool) -> dict[str, Any]:
    return {
        "ask": question.text("ask", easy),
        "href": f"{reverse('my-need', args=[question.id])}?then=all",
        "said": said_in_words(question, need, easy) if need else [],
        "seen_by": [say(f"reader_{kind}") for kind in need.seen_by] if need else [],
        "by": need.entered_by.name if need and need.entered_by_id != by.person.pk else "",
    }


def said_in_words(question: Question | None, need: Need, easy: bool) -> list[str]:
    """What she chose, then her own words."""
    said: Any = need.said
    chosen = question.in_words(said["chosen"], easy) if question else []
    return chosen + ([said["words"]] if said["words"] else [])


def question(by: Acting, name: str, *, easy: bool) -> dict[str, Any]:
    """One question, what she said before, and where to go from here. Raises Http404."""
    questions = passport().questions
    at = next((number for number, asked in enumerate(questions) if asked.id == name), None)
    if at is None:
        raise Http404
    need = by.person.needs.filter(question=name).first()
    said: Any = need.said if need else {}
    after = questions[at + 1].id if at + 1 < len(questions) else ""
    return {
        "whose": whose(by),
        "asked": questions[at],
        "ask": questions[at].text("ask", easy),
        "help": questions[at].text("help", easy),
        "at": at + 1,
        "all": len(questions),
        "next": reverse("my-need", args=[after]) if after else reverse("my-needs-all"),
        "back": reverse("my-need", args=[questions[at - 1].id]) if at else reverse("my-needs"),
        "earlier": said | {"seen_by": need.seen_by} if need else {},
    }


def ask_here(by: Acting, kind: str, slug: str) -> Ask:
    """What she is asked now, of this kind, in this project; the newest. Raises Http404."""
    room = Project.objects.filter(slug=slug, memberships__person=by.person).values_list("ref", flat=True).first()
    asked = by.person.asks.filter(kind=kind, room=f"project:{room}", withdrawn_at=None)
    found = asked.select_related("person").order_by("-opened_at", "-id").first()
    if found is None:
        raise Http404
    return found


def my_project(by: Acting, slug: str) -> Project:
    """A project that she is in. Raises Http404."""
    places = Membership.objects.joined().filter(project__slug=slug, person=by.person).select_related("project")
    place = places.first()
    if place is None:
        raise Http404
    return place.project


def sharing(project: Project, by: Acting) -> dict[str, Any]:
    """Whom she could let read what she needs here, and whom she lets now. Three queries."""
    deciding = facts.decides_about(by.person)
    places = list(project.memberships.joined().exclude(person=by.person).select_related("person").order_by("id"))
    places = [place for place in places if place.person_id not in deciding]
    runs_it = [place for place in places if place.joins_as in rules.RUNS_IT]
    choices = {
        rules.FACILITATOR: _people(runs_it),
        rules.NOTE_TAKER: _people(places),
        rules.VENUE: _people(runs_it),
    }
    now: dict[str, Any] = {}
    for row in facts.readers_named(project, by.person):
        if row.reader:
            now.setdefault(row.kind, []).append(row.reader.ref)
        else:
            now["group"] = True
    return {"whose": whose(by), "title": project.name, "choices": choices, "shared_now": now, "alone": not places}


def _people(places: list[Membership]) -> list[tuple[str, str]]:
    return list({place.person.ref: place.person.name for place in places}.items())


def got_it(ask: Ask) -> list[dict]:
    about: Any = ask.values.get("about", [])
    rows = Adjustment.objects.filter(ref__in=about, person=ask.person).order_by("id")
    return [{"ref": row.ref, "what": row.what} for row in rows]


def whom_we_tell(ask: Ask) -> list[str]:
    return [person.name for person in told_of(ask)]


def who_decides(person: Person) -> dict[str, Any]:
    """Who decides about her care, and who else she could say it of: those with whom she is in a project."""
    rows = person.interests.standing().select_related("person").order_by("said_at", "id")
    said = [{"ref": row.ref, "name": row.person.name, "mine": row.said_by_id == person.pk} for row in rows]
    here = Membership.objects.joined().filter(person=person).values("project_id")
    places = Membership.objects.joined().filter(project__in=here).exclude(person=person).select_related("person")
    mine = {row.person_id for row in rows if row.said_by_id == person.pk}
    people = [place for place in places.order_by("person__name", "id") if place.person_id not in mine]
    return {"deciding": said, "people": _people(people)}
