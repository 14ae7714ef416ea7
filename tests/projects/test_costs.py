"""A page costs few queries, and no more when there is more to show."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sidebyside.people.acting import Acting
from sidebyside.people.asks import ask_all
from sidebyside.projects.joining import JOIN, answer_invitation, invite
from sidebyside.projects.models import Project
from tests.cast import join, make_person, moment

THEIRS = [
    "",
    "kind/",
    "timeline/",
    "people/",
    "history/",
    "who-can-see/",
    "recipe/",
    "information/",
    "told/",
    "my-place/",
    "longer/",
    "more-time/",
    "people/open/",
    "people/ask/",
    "pause/",
    "start/about/",
    "start/question-open-to-change/",
]
PAGES = ["/", "/asks/", "/my-work/", "/projects/", *(f"/projects/our-project/{page}" for page in THEIRS)]


def more_people(cast, numbers: range) -> None:
    """People who are asked to join our project; every second one says yes."""
    for number in numbers:
        person = make_person(f"Person{number} Reed", when="2024-01-02 09:00")
        place = invite(
            project=cast.project,
            person=person,
            joins_as="lived_expertise",
            by=Acting(cast.grace),
            now=moment("2024-02-01 10:00"),
        )
        if number % 2:
            answer_invitation(membership=place, yes=True, by=Acting(person), now=moment("2024-02-02 10:00"))


def more_projects(cast, numbers: range) -> None:
    """Projects that Grace runs, each with something that she is asked."""
    for number in numbers:
        project = Project.objects.create(
            slug=f"other-{number}",
            title=f"Other {number}",
            started_by=cast.grace,
            state="running",
            pack=cast.project.pack,
            pack_version="1.0.0",
            made_at=moment("2024-01-01 09:00"),
            started_at=moment("2024-01-01 09:00"),
        )
        join(project, cast.grace, "facilitator")
        ask_all(
            JOIN,
            question=f"q{number}",
            people=[cast.grace],
            room=project.room,
            now=moment("2024-02-01 10:00"),
            values={"slug": project.slug, "membership": "aaaaaaaaaaaa", "project": project.title},
        )


def cost(client, page: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(page).status_code == 200
    return len(asked)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_costs_at_most_25_queries_and_no_more_with_more_rows(cast, as_, page):
    grace = as_(cast.grace)
    more_people(cast, range(2))
    more_projects(cast, range(2))
    few = cost(grace, page)
    more_people(cast, range(2, 14))
    more_projects(cast, range(2, 14))

    assert cost(grace, page) <= few <= 25
