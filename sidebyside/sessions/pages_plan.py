"""What the pages about planning a meeting read: templates, the agenda, who does what, papers, and what would help."""

from datetime import datetime, timedelta
from typing import Any

from django.http import Http404
from django.urls import reverse

from sidebyside.kit.clock import LONDON
from sidebyside.kit.words import say
from sidebyside.people.models import Person
from sidebyside.projects.models import Group, Project
from sidebyside.projects.pages import Name, names_in
from sidebyside.recipes import load
from sidebyside.sessions import pages_coming, planning_rules
from sidebyside.sessions.models import AgendaItem, Meeting, MeetingRole, WhenPoll
from sidebyside.sessions.models_plan import ROLES
from sidebyside.sessions.moving import who_had_a_letter
from sidebyside.sessions.plans import whom
from sidebyside.who_can import Act, may

EMPTY = "empty"  # the address of planning with no template
WHOSE = {True: "lived-expertise-group", False: "everybody"}
MENDED = {
    "booking": "meeting",
    "place": "meeting-like",
    "papers": "meeting",
    "move": "move-meeting",
    "agenda": "agenda",
    "roles": "meeting-roles",
}


def to_choose(request, project: Project, then: str, *, own: bool = False) -> dict:
    """The templates of the project's recipe. then: the name of the page that plans with one. own: a group's own."""
    easy, asked = request.looks.easy, request.GET.urlencode()
    pack = load(project.pack, project.pack_version)
    rows = [one for one in pack.templates if one.whose == WHOSE[own]]
    return {
        "templates": [
            {
                "title": one.text("title", easy),
                "words": one.text("words", easy),
                "minutes": one.minutes,
                "items": [item.text("title", easy) for item in one.items],
                "href": _to(then, project, one.id, asked),
            }
            for one in rows
        ],
        "empty_href": _to(then, project, EMPTY, asked),
    }


def _to(name: str, project: Project, template: str, asked: str) -> str:
    return reverse(name, args=[project.slug, template]) + (f"?{asked}" if asked else "")


def to_plan(project: Project, name: str, *, group: Group | None, easy: bool) -> dict:
    """What planning with this template starts from. Raises Http404 for one that is not there."""
    if name == EMPTY:
        return {"template": "", "chosen": None, "first": {"way": "in-person"}}
    pack = load(project.pack, project.pack_version)
    whose = WHOSE[group is not None]
    found = next((one for one in pack.templates if one.id == name and one.whose == whose), None)
    if found is None:
        raise Http404
    chosen = {"title": found.text("title", easy), "words": found.text("words", easy), "minutes": found.minutes}
    return {"template": name, "chosen": chosen, "first": {"way": found.ways[0]}}


def just_planned(project: Project, group: Group | None, said: dict) -> Meeting:
    """The meeting that these answers made."""
    rows = project.meetings.filter(group=group, off_at=None, title=said["title"].strip(), starts_at=said["starts_at"])
    return rows.order_by("id")[0]


def as_it_is(meeting: Meeting) -> dict[str, Any]:
    """What the forms that change a plan begin with."""
    starts, ends = meeting.starts_at.astimezone(LONDON), meeting.ends_at.astimezone(LONDON)
    plain = {name: getattr(meeting, name) for name in ("title", "way", "place", "join_how", "layout", "papers_days")}
    when = {"on": starts.date(), "starts": f"{starts:%H:%M}", "ends": f"{ends:%H:%M}"}
    return plain | when | known(meeting)


def known(meeting: Meeting) -> dict[str, str]:
    """What is known of its place, by code: yes, no, unknown."""
    venue: Any = meeting.venue
    return {name: venue.get(name, "unknown") for name in planning_rules.VENUE}


def to_ring(meeting: Meeting) -> int:
    """How many people have a letter about it, and are rung when it moves."""
    had = who_had_a_letter(meeting)
    return sum(1 for person in whom(meeting) if person.pk in had and person.phone)


def may_add(request, meeting: Meeting, now: datetime) -> bool:
    """May she put something on this agenda now?"""
    begun = meeting.began_at is not None
    open_ = not (meeting.off_at or meeting.over_at or meeting.notes_agreed_at) and (begun or meeting.ends_at > now)
    return open_ and meeting.project.state == "running" and bool(may(request.roles, Act.ADD_TO_AGENDA))


def easy_titles(meeting: Meeting) -> dict[str, tuple[str, str]]:
    """The Easy Read of what the template put on the agenda: title -> title and words."""
    pack = load(meeting.project.pack, meeting.project.pack_version)
    found = next((one for one in pack.templates if one.id == meeting.template), None)
    items = found.items if found else ()
    return {item.title: (item.text("title", True), item.text("words", True)) for item in items}


def agenda(meeting: Meeting, *, easy: bool, name: Name | None = None) -> dict:
    """What is on it, in order, with minutes; and what was taken off, with why. One query, and one for names."""
    rows = list(meeting.agenda.select_related("added_by").order_by("order", "id"))
    name = name or names_in(meeting.project)
    titles = easy_titles(meeting) if easy else {}
    on = [_item(row, titles, name) for row in rows if row.taken_off_at is None]
    minutes = sum(row["minutes"] for row in on)
    return {
        "items": on,
        "off": [_item(row, titles, name) for row in rows if row.taken_off_at],
        "minutes": minutes,
        "length": (meeting.ends_at - meeting.starts_at) // timedelta(minutes=1),
    }


def _item(row: AgendaItem, titles: dict, name: Name) -> dict:
    plain = (row.title, row.words)
    title, words = titles.get(row.title, plain) if row.added_by_id is None else plain
    return {
        "ref": row.ref,
        "kind": row.kind,
        "title": title,
        "words": words,
        "minutes": row.minutes,
        "added_by": row.added_by_id,
        "from": name(row.added_by) if row.added_by_id else "",
        "from_group": row.from_group,
        "begun": row.started_at is not None,
        "why": row.taken_off_why,
    }


def who_does_what(meeting: Meeting, name: Name) -> list[dict]:
    """Each role with who has it. One query."""
    rows: list[MeetingRole] = list(meeting.roles.select_related("person").order_by("id"))
    return [
        {
            "role": role,
            "title": say(f"meeting_role_{role}"),
            "people": [
                {"ref": row.person.ref, "pk": row.person_id, "name": name(row.person)}
                for row in rows
                if row.role == role
            ],
        }
        for role in ROLES
    ]


def about(meeting: Meeting, reader: Person, page: dict, *, now: datetime, easy: bool, running: bool) -> dict:
    """All that is planned for a meeting. page: what is booked for it, as this reader may see it."""
    name = names_in(meeting.project)
    papers = list(meeting.papers.order_by("given_out_at", "id"))
    plan = agenda(meeting, easy=easy, name=name)
    doing = who_does_what(meeting, name)
    open_to_change, place = not (meeting.off_at or page["over"]), known(meeting)
    return plan | {
        "way": say(f"way_{meeting.way}"),
        "in_a_place": meeting.way in planning_rules.IN_A_PLACE,
        "venue": [{"what": say(f"venue_{one}"), "known": is_} for one, is_ in place.items() if is_ != "unknown"],
        "venue_unknown": [say(f"venue_{one}") for one, is_ in place.items() if is_ == "unknown"],
        "doing": doing,
        "i_do": [row["title"] for row in doing if reader.pk in [one["pk"] for one in row["people"]]],
        "papers": [row for row in papers if running or row.given_out_at],
        "papers_by": meeting.starts_at - timedelta(days=meeting.papers_days),
        "to_read": sum(row.minutes for row in papers if row.given_out_at),
        "moves": list(meeting.moves.order_by("-moved_at", "-id")),
        "my_ask": pages_coming.my_ask(meeting, reader) if meeting.starts_at > now else None,
        "open_to_change": open_to_change,
        "hints": hints(meeting, page | plan | {"papers": papers, "doing": doing}, now)
        if running and open_to_change
        else [],
    }


def hints(meeting: Meeting, page: dict, now: datetime) -> list[dict]:
    """What would help, each with where it is mended. One query."""
    needs: list[tuple[str, list[str]]] = page.get("needs", [])
    needed = {planning_rules.NEEDED.get((question, choice)) for question, chosen in needs for choice in chosen}
    to_do = [row for row in page.get("booked", []) if row["state"] == "to_do"]
    plan = planning_rules.Plan(
        way=meeting.way,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        now=now,
        items=tuple((row["kind"], row["minutes"]) for row in page["items"]),
        roles=frozenset(row["role"] for row in page["doing"] if row["people"]),
        papers=tuple(row.given_out_at for row in page["papers"]),
        papers_days=meeting.papers_days,
        venue=known(meeting),
        join_how=meeting.join_how,
        to_book=len(to_do) + len(page.get("suggested", [])) if page.get("shares") else None,
        needed=frozenset(filter(None, needed)),
        asked_when=WhenPoll.objects.filter(meeting=meeting).exists(),
        own=meeting.group_id is not None,
    )
    return [
        {"words": say(one.code, one.values), "href": _mended(meeting, one.mend)} for one in planning_rules.hints(plan)
    ]


def _mended(meeting: Meeting, where: str) -> str:
    """The address where it is mended. What is on the meeting's own page is one link down."""
    slug = meeting.project.slug
    if where == "when":
        return reverse("when", args=[slug])
    down = {"booking": "#to-book", "papers": "#papers"}.get(where, "")
    return reverse(MENDED[where], args=[slug, meeting.ref]) + down
