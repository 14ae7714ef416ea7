"""What the public pages read: labels, and nothing about people."""

import json
from datetime import date, datetime

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest
from django.utils.crypto import salted_hmac

from sidebyside.kit import history
from sidebyside.kit.models import Entry
from sidebyside.people.models import Person
from sidebyside.projects.meeting import opening_now
from sidebyside.projects.models import Project
from sidebyside.projects.pages_information import no_pdf, public_pack
from sidebyside.projects.pages_meeting import let_us_meet, open_until
from sidebyside.recipes import load
from sidebyside.standing import reading
from sidebyside.standing.pages import changes_of_label
from sidebyside.standing.wording import in_full, label_in_words

ON_A_PAGE = 50


def directory(number: str, *, easy: bool, today: date) -> dict:
    """The projects that run here, by name, each with its label in words. A page of them at a time."""
    page = Paginator(Project.objects.running().order_by("title", "id"), ON_A_PAGE).get_page(number)
    labels = {record.project_ref: label_in_words(record, easy=easy) for record in reading.newest_of(page)}
    until = open_until(list(page), today=today)
    rows = [
        {"name": p.name, "slug": p.slug, "label": labels.get(p.ref, []), "open_until": until.get(p.slug)} for p in page
    ]
    return {"rows": rows, "page": page}


def label(slug: str, *, easy: bool, today: date) -> dict | None:
    """What one project says it is and can show, since when, by which recipe, and how that changed. None: no such project."""
    project = Project.objects.exclude(state="draft").filter(slug=slug).select_related("follows").first()
    record = reading.newest(project) if project else None
    if project is None or record is None:
        return None
    pack, changes = load(project.pack, project.pack_version), changes_of_label(project, easy=easy)
    told = in_full(record, easy=easy)
    return {
        "name": project.name,
        "slug": project.slug,
        "open_until": open_until([project], today=today).get(project.slug),
        "sentences": told["sentences"],
        "ingredients": [{"title": piece["title"], "status": piece["status"]} for piece in told["ingredients"]],
        "shown_since": since(changes, "shown"),
        "claimed_since": since(changes, "claimed", "claim_state"),
        "recipe": {"title": pack.text("title", easy), "version": project.pack_version},
        "changes": [{"at": change["at"], "words": change["words"]} for change in reversed(changes)],
        "anchor": anchor_of(project),
    }


def since(changes: list[dict], *names: str) -> datetime:
    """When these last became what they are now."""
    first = changes[-1]
    for change in reversed(changes):
        if any(change[name] != first[name] for name in names):
            break
        first = change
    return first["at"]


def anchor_of(project: Project) -> dict | None:
    """The hash that the project's chain ended with when the hub last wrote all of them down. None before the first time."""
    row = Entry.objects.filter(room=history.HUB, text__contains='"verb":"heads-anchored"').order_by("-number").first()
    held = json.loads(row.text) if row else {"values": {"heads": {}}}
    head = held["values"]["heads"].get(project.room)
    return {"hash": head[1], "at": datetime.fromisoformat(held["at"])} if head else None


def to_meet(slug: str) -> Project:
    """The project that somebody would like to meet, or 404. A draft is nobody else's business yet."""
    project = Project.objects.exclude(state="draft").filter(slug=slug).first()
    if project is None:
        raise Http404
    return project


def meet(project: Project, *, today: date) -> dict:
    """What a project says to anybody who would like to meet it, while it is open to new people."""
    return {"name": project.name, "slug": project.slug, "let_us_meet": let_us_meet(project, today=today)}


def information(project: Project, *, today: date) -> dict | None:
    """The public part of a project's information pack; None when it is not open to new people."""
    opening = opening_now(project, today=today)
    if opening is None:
        return None
    page = {"name": project.name, "slug": project.slug, "opening": opening, "no_pdf": no_pdf()}
    desk = {"phone": settings.DESK_PHONE, "address": settings.POST_ADDRESS}
    return page | {"pieces": public_pack(project, opening), "desk": desk}


def known_of(person: Person | None) -> dict:
    """What the form begins with for somebody who is signed in: she need not write it again."""
    if person is None:
        return {}
    return {"name": person.name} | ({"way": "email", "reach": person.email} if person.email else {})


def sent_from(request: HttpRequest) -> str:
    """A digest of the address that a form came from: enough to see a flood, and it says nobody's address."""
    came_by = request.headers.get("X-Forwarded-For", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    address = came_by.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
    return salted_hmac("sidebyside.hello.from", address, algorithm="sha256").hexdigest() if address else ""
