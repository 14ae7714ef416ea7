"""What anybody may read: labels, and nothing about people."""

import re
from datetime import timedelta

from django.urls import reverse

from sidebyside.kit import history
from sidebyside.projects.models import Project
from sidebyside.standing.recording import record_where_it_stands
from tests.standing.world import TOLD, closed_round, members, page, recorded

LABEL = "/label/our-project/"


def asked_and_shown(cast, now) -> None:
    more = members(cast, 3)
    cast.project.memberships.update(told=TOLD)
    recorded(cast, now - timedelta(weeks=9))
    closed_round(cast, [cast.amara, cast.walter, *more], now, every="partly")


def test_anybody_reads_what_a_project_says_it_is_what_it_can_show_and_since_when(cast, at, client):
    asked_and_shown(cast, at("2024-03-12 10:00"))
    shown = page(client, LABEL)
    for words in (
        "This project says it is Co-production.",
        "What it can show so far is Engagement.",
        "5 March 2024",
        "9 January 2024",
        "version 1.0.0",
    ):
        assert words in shown, words


def test_it_says_nothing_about_people(cast, at, client):
    asked_and_shown(cast, at("2024-03-12 10:00"))
    shown = page(client, LABEL) + page(client, "/label/")
    for person in cast.people().values():
        assert person.name.split()[0] not in shown
    assert "Carers at the Crossroads" not in shown
    assert not re.search(r"Somebody (joined|left)|The budget|How people are asked", shown)


def test_the_mark_of_its_chain_is_the_one_that_the_hub_wrote_down(cast, at, client):
    now = at("2024-03-12 10:00")
    recorded(cast, now)
    assert "The first one has not come yet." in page(client, LABEL)
    head = history.head_of(cast.project.room)
    history.anchor_heads(now=now)
    history.note(cast.project.room, None, "label-recorded", now=now)

    shown = page(client, LABEL)
    assert head in shown
    assert "On 12 March 2024 the chain ended" in shown
    assert history.head_of(cast.project.room) not in shown


def test_a_draft_and_a_project_that_is_not_there_have_no_label(cast, client):
    Project.objects.filter(pk=cast.project.pk).update(state="draft", started_at=None)
    assert client.get(LABEL).status_code == 404
    assert client.get("/label/no-such/").status_code == 404
    assert "Our project" not in page(client, "/label/")


def test_a_label_does_not_tell_that_a_project_is_paused(cast, at, client):
    recorded(cast, at("2024-03-12 10:00"))
    running = page(client, LABEL)
    Project.objects.filter(pk=cast.project.pk).update(state="paused")
    assert page(client, LABEL) == running


def test_the_label_of_what_it_follows_stays_in_sight(cast, at, client):
    now = at("2024-03-12 10:00")
    asked_and_shown(cast, now)
    new = Project.objects.get(pk=cast.project.pk)
    new.pk, new.ref, new.slug, new.title, new.follows = None, "newproject12", "again", "Once more", cast.project
    new.save()
    record_where_it_stands(event="project-started", project=new, now=now)

    assert "It could show Engagement." in page(client, "/label/again/")


def test_the_directory_lists_what_runs_with_its_label(cast, at, client):
    asked_and_shown(cast, at("2024-03-12 10:00"))
    shown = page(client, "/label/")
    assert reverse("label", args=["our-project"]) in shown
    assert "What it can show so far is Engagement." in shown
    assert client.get("/label/?page=nonsense").status_code == 200


def test_public_pages_cost_few_queries_and_no_more_with_more_projects(
    cast,
    at,
    client,
    django_assert_max_num_queries,
    django_assert_num_queries,
):
    asked_and_shown(cast, at("2024-03-12 10:00"))
    with django_assert_max_num_queries(5) as label:
        page(client, LABEL)
    with django_assert_max_num_queries(5) as directory:
        page(client, "/label/")
    for number in range(60):
        other = Project.objects.get(pk=cast.project.pk)
        other.pk, other.ref, other.slug = None, f"other{number:07}", f"other-{number}"
        other.save()
        recorded(type("Cast", (), {"project": other}), at("2024-03-12 10:00"))
    with django_assert_num_queries(len(label.captured_queries)):
        page(client, LABEL)
    with django_assert_num_queries(len(directory.captured_queries)):
        assert "Page 1 of 2" in page(client, "/label/")


def test_every_part_of_a_page_can_be_seen(client):
    assert 'id="ladder"' in page(client, "/components/")
