"""Makes a hub of so many projects in a folder, and says what the measuring needs to know of it.

Runs in a process of its own, since Django reads its settings once: `python -m bench.hubs PROJECTS`, with the folder in
SIDEBYSIDE_DATA. Prints one line of JSON.
"""

import json
import re
import sys
import time
from datetime import timedelta

import django

AT_ONCE = 20  # copies in one transaction


def make(projects: int) -> dict:
    """Fill the hub; say how long that took and what is in it."""
    from django.db import connection

    from bench import load
    from bench.story import Shape, make_project, make_setting
    from sidebyside import setting_up
    from sidebyside.kit import clock, history

    began_loading = time.monotonic()
    setting_up.migrate(tell=lambda line: None)
    with connection.cursor() as cursor:  # only while it is filled: nothing is lost if that is cut short
        cursor.execute("PRAGMA synchronous=OFF")
        cursor.execute("PRAGMA cache_size=-262144")
    shape = Shape()
    began = clock.now() - shape.lasts - timedelta(days=5)
    setting = make_setting(began)
    before = load.mark()
    make_project(number=1, shape=shape, setting=setting, began=began)
    template = load.Template(before, group="group 0001")
    for first in range(2, projects + 1, AT_ONCE):
        load.fill(template, first=first, last=min(first + AT_ONCE - 1, projects))
    history.anchor_heads(now=clock.now())
    connection.close()
    return {"seconds": time.monotonic() - began_loading} | _what_is_there()


def _what_is_there() -> dict:
    from django.conf import settings

    from sidebyside.kit.models import Entry
    from sidebyside.kit.verify import faults_in_all_rooms
    from sidebyside.people.models import Answer, Person
    from sidebyside.projects.models import Project

    return {
        "projects": Project.objects.count(), "people": Person.objects.count(), "answers": Answer.objects.count(),
        "entries": Entry.objects.count(), "megabytes": (settings.DATA_DIR / "hub.sqlite3").stat().st_size / 1e6,
        "faults": list(faults_in_all_rooms())[:5],
    }  # fmt: skip


def addresses() -> dict[str, tuple[str, str]]:
    """Each main page: its address in the project in the middle, and who opens it."""
    from django.urls import reverse

    from sidebyside.projects.models import Project

    project = Project.objects.order_by("id")[Project.objects.count() // 2]
    of_project = {
        "project": "project", "where it stands": "standing", "people": "people", "agreements": "agreements",
        "timeline": "timeline", "history": "history", "label's history": "label-history",
    }  # fmt: skip
    found = {"front page": (reverse("home"), "member"), "my projects": (reverse("projects"), "member")}
    found |= {name: (reverse(route, args=[project.slug]), "member") for name, route in of_project.items()}
    rounds, proposals = project.rounds, project.proposals
    return found | {
        "an ingredient": (reverse("ingredient", args=[project.slug, "money"]), "member"),
        "a round": (reverse("round", args=[project.slug, rounds.get(closed_at=None).ref]), "member"),
        "an agreement": (reverse("proposal", args=[project.slug, proposals.order_by("id").first().ref]), "member"),
        "what is mine": (reverse("me"), "member"),
        "the desk": (reverse("desk"), "desk"),
        "label": (reverse("label", args=[project.slug]), "anybody"),
        "directory": (reverse("directory"), "anybody"),
        "sign in": (reverse("sign-in"), "anybody"),
    }


def signed_in() -> dict:
    """A test client for each who opens pages, signed in as a browser would be."""
    from django.test import Client

    from sidebyside.people.models import HubRole
    from sidebyside.projects.models import Project

    project = Project.objects.order_by("id")[Project.objects.count() // 2]
    member = project.memberships.counted().order_by("id").first().person
    people = {"member": member, "desk": HubRole.objects.get(role="desk").person}
    clients = {"anybody": Client(raise_request_exception=False)}
    for who, person in people.items():
        clients[who] = Client(raise_request_exception=False)
        clients[who].force_login(person.account, backend="django.contrib.auth.backends.ModelBackend")
    return clients


def count_queries(client, address: str, headers: dict | None = None) -> dict:
    """How many queries a page costs when it is opened for the second time, and which of them read a whole table."""
    from django.db import connection

    asked: list[tuple[str, tuple]] = []

    def note(execute, sql, params, many, context):
        asked.append((sql, params))
        return execute(sql, params, many, context)

    client.get(address, headers=headers)
    with connection.execute_wrapper(note):
        status = client.get(address, headers=headers).status_code
    return {"status": status, "queries": len(asked), "scans": sorted({scan for one in asked for scan in _scans(*one)})}


def _scans(sql: str, params: tuple) -> list[str]:
    """What SQLite says that it reads from end to end, rather than finds by an index, for this query."""
    from django.db import connection

    if not sql.startswith("SELECT"):
        return []
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
        plan = [row[3] for row in cursor.fetchall()]
    table = re.search(r'FROM "(\w+)"', sql)
    return [f"{step} ({table[1] if table else sql[:60]})" for step in plan if step.startswith("SCAN ")]


def main(projects: int) -> None:
    django.setup()
    from sidebyside import setting_up

    hub = make(projects)
    setting_up.collect_static()
    clients = signed_in()
    pages = {
        name: {"address": address, "who": who} | count_queries(clients[who], address)
        for name, (address, who) in addresses().items()
    }
    cookies = {who: client.cookies.output(attrs=[], header="", sep=";").strip() for who, client in clients.items()}
    print(json.dumps(hub | {"pages": pages, "cookies": cookies}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
