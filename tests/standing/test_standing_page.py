"""Is this co-production yet? What the page says, to whom, and at what cost."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from lxml import html

from sidebyside.people.acting import Acting
from sidebyside.projects.models import Project
from sidebyside.standing import actions, reading
from sidebyside.standing.recording import record_where_it_stands
from tests.cast import join
from tests.standing.world import closed_round, members, page, recorded

STANDING = "/projects/our-project/standing/"
PAGES = [
    STANDING,
    f"{STANDING}rings/",
    f"{STANDING}history/",
    f"{STANDING}disagreements/",
    f"{STANDING}ingredient/culture/",
    f"{STANDING}history/?on=2024-03-01",
    "/projects/our-project/agreements/",
]


def words(client, address=STANDING) -> str:
    return " ".join(" ".join(html.document_fromstring(page(client, address)).find(".//main").itertext()).split())


def test_it_says_in_plain_words_what_is_claimed_what_is_shown_and_how_many_ingredients(world, as_):
    said = words(as_(world.femi))
    assert "That is planned, not yet agreed by the group." in said
    assert re.search(r"What it can show so far is [A-Z][^.]+\.", said)
    assert re.search(r"Ingredients: \d+ shown, \d+ partly shown, \d+ missing\.", said)


def test_once_the_group_has_agreed_it_says_so(world, as_):
    Project.objects.filter(pk=world.project.pk).update(claimed_rung="co-design")
    recorded(world, world.now)
    assert "This project says it is Co-design. The group agreed to that." in words(as_(world.edwin))


def test_there_is_a_reason_for_each_rung_between_what_is_shown_and_what_is_claimed(world, as_):
    said = words(as_(world.edwin))
    shown = reading.newest(world.project).shown
    assert shown == "engagement"
    assert "Why we cannot show Co-production yet" in said
    assert "Why we cannot show Co-design yet" in said
    assert "Why we cannot show Engagement yet" not in said


def test_the_cake_stands_beside_the_same_ingredients_as_a_list(world, as_):
    tree = html.document_fromstring(page(as_(world.edwin), STANDING))
    assert len(tree.find_class("slice")) == len(tree.xpath("//ol[@class='ingredients']/li")) == 10
    assert all(a.get("href").startswith(f"{STANDING}ingredient/") for a in tree.xpath("//ol[@class='ingredients']//a"))


def test_at_most_three_next_steps_each_led_to_where_she_may_do_it(world, as_):
    for name in ["amara", "grace", "nadia"]:
        client = as_(getattr(world, name))
        tree = html.document_fromstring(page(client, STANDING))
        steps = tree.xpath("//section[@class='next-steps']//li")
        assert 1 <= len(steps) <= 3
        assert all(
            client.get(a.get("href")).status_code == 200 for a in tree.xpath("//section[@class='next-steps']//a")
        )


def test_the_rule_is_said_in_words(world, as_):
    said = words(as_(world.femi))
    for sentence in (
        "only as far as both the facts and the members say",
        "At least half of the members must answer",
        "before the questions close",
        "Officers cannot lift it",
    ):
        assert sentence in said


def test_a_project_that_has_not_started_says_that_it_is_too_early(cast, as_):
    Project.objects.filter(pk=cast.project.pk).update(state="draft", started_at=None)
    for address in (STANDING, f"{STANDING}rings/", f"{STANDING}history/", f"{STANDING}ingredient/money/"):
        page(as_(cast.grace), address)
    assert "It is too early to say" in words(as_(cast.grace))


def test_an_ingredient_shows_facts_the_group_and_the_others_apart(cast, as_, at):
    now = at("2024-03-12 10:00")
    people = [cast.amara, cast.walter, *members(cast, 3)]
    join(cast.project, cast.otto, "researcher")
    closed_round(cast, [*people, cast.grace, cast.edwin, cast.otto], now, every="partly", money="yes")

    said = words(as_(cast.femi), f"{STANDING}ingredient/money/")

    assert re.search(r"What the facts show (Not yet|Partly shown|Shown) What the group says Yes What people here", said)
    assert "What people here by their job, and others, say Yes" in said


def test_a_method_says_whether_it_is_due_and_what_shows_it(world, as_):
    said = words(as_(world.femi), f"{STANDING}ingredient/time/")
    assert "Not due yet." in said
    assert "members were told how long the work takes" in said


@pytest.mark.parametrize("address", PAGES)
def test_in_easy_read_a_page_has_the_same_links_forms_and_facts(world, as_, address):
    client, easy = as_(world.femi), as_(world.femi)
    easy.cookies["looks"] = "words=easy-read"

    def bones(tree):
        links = [re.sub(r"\?next=.*", "", link) for link in tree.xpath("//main//@href | //aside//@href")]
        return (
            links,
            tree.xpath("//main//form/@action | //main//@name"),
            [s.get("class") for s in tree.find_class("status")],
        )

    plain, in_easy = (html.document_fromstring(page(c, address)) for c in (client, easy))
    assert bones(plain) == bones(in_easy)
    assert (
        address in (PAGES[3], PAGES[6])
        or plain.find(".//main").text_content() != in_easy.find(".//main").text_content()
    )


def test_how_the_label_changed_is_told_with_days_and_reasons(world, as_):
    said = words(as_(world.grace), f"{STANDING}history/")
    assert re.search(
        r"\d+ \w+ 20\d\d It could show Engagement\. It said it was Co-production: planned, not yet agreed", said
    )
    assert "Everybody was asked, and the group’s words were published." in said


def test_one_day_can_be_looked_back_at(world, as_):
    client = as_(world.femi)
    assert "What could be shown on 12 March 2024" in words(client, f"{STANDING}history/?on=2024-03-12")
    assert "Nothing yet: this project had not started." in words(client, f"{STANDING}history/?on=2022-01-01")
    assert "What could be shown on 1 March 2024" in words(
        client, f"{STANDING}history/?on-day=1&on-month=March&on-year=2024"
    )


@pytest.mark.parametrize("day", ["2031-01-01", "2024-13-01", "yesterday", "2024-02-30", "--", "0-0-0"])
def test_a_day_that_is_not_one_or_has_not_come_is_refused_on_the_page(world, as_, day):
    said = words(as_(world.femi), f"{STANDING}history/?on={day}")
    assert "There is something to put right" in said
    assert "What could be shown on" not in said.replace("What could be shown on this day?", "")


def test_a_project_started_again_keeps_its_old_label_in_sight(world, as_):
    new = Project.objects.get(pk=world.project.pk)
    new.pk, new.ref, new.slug, new.title, new.follows = None, "newproject12", "again", "Once more", world.project
    new.save()
    world.project.memberships.filter(person=world.femi).update(project=new)
    recorded_at = world.now + timedelta(days=1)
    record_where_it_stands(event="project-started", project=new, now=recorded_at)

    said = words(as_(world.femi), "/projects/again/standing/history/")
    assert "It goes on from Our project" in said
    assert said.count("It said it was") == 1 + world_changes(world)


def world_changes(world) -> int:
    return len(reading.label_history(world.project))


@pytest.mark.parametrize("address", PAGES)
def test_a_page_costs_few_queries_and_no_more_when_there_is_more(
    world,
    as_,
    address,
    django_assert_max_num_queries,
    django_assert_num_queries,
):
    client, grace = as_(world.femi), Acting(person=world.grace)
    actions.disagree(
        project=world.project, about=f"statement:{world.statement.ref}", words="No.", by=grace, now=world.now
    )
    page(client, address)
    with django_assert_max_num_queries(25) as before:
        page(client, address)
    crowd(world)
    with django_assert_num_queries(len(before.captured_queries)):
        page(client, address)


def crowd(world) -> None:
    """More members, statements, disagreements, and a label that has moved more often."""
    for number, person in enumerate(world.more):
        hers = {"project": world.project, "by": Acting(person=person), "now": world.now}
        actions.say_what_shows(method="map-cultures", words=f"List {number}.", **hers)
        actions.disagree(about=f"statement:{world.statement.ref}", words="No.", **hers)
        actions.disagree(about="ingredient:money", words="No.", **hers)
    for rung in ("co-design", "engagement", "co-production"):
        Project.objects.filter(pk=world.project.pk).update(planned_rung=rung)
        recorded(world, world.now)
    members(world, 4, after=3)


def test_what_the_command_prints_is_what_the_page_says(world, as_):
    from sidebyside.standing.commands import standing_as_plain_values

    printed = standing_as_plain_values("our-project", world.now.date())
    said = words(as_(world.femi))

    assert all(step in said for step in printed["next_steps"])
    assert printed["shown"] == "engagement"
    assert reverse("ingredient", args=["our-project", printed["ingredients"][0]["id"]]) in page(
        as_(world.femi), STANDING
    )
    assert sorted(printed) == ["as_of", "claimed", "ingredients", "next_steps", "project", "reasons", "shown"]
