"""Running a project: covering, stages, pausing and stopping well, recipes, what happened and who can see what."""

from datetime import date

import pytest

from sidebyside.kit import history
from sidebyside.people.models import Ask, Message
from sidebyside.projects.models import Membership, Project, Stage
from tests.cast import moment
from tests.projects.starting import post

COVER = {"name": "Otto Brandt", "email": "", "for_good": "while", "offer": ""}


@pytest.fixture
def grace(cast, as_):
    return as_(cast.grace)


def test_a_facilitator_is_covered_in_one_journey(cast, as_, grace):
    place = Membership.objects.get(person=cast.grace)
    cover = f"/projects/our-project/people/{place.ref}/cover/"
    assert cover in grace.get("/projects/our-project/people/").content.decode()

    assert post(grace, cover, COVER) == "/projects/our-project/people/"
    new = Membership.objects.get(person=cast.otto)
    assert (new.joins_as, new.covers) == ("facilitator", place)
    post(as_(cast.otto), f"/projects/our-project/invitation/{new.ref}/", {"said": "yes"})
    assert as_(cast.otto).get("/projects/our-project/pause/").status_code == 200


def test_whoever_hands_on_her_place_for_good_is_out_when_the_new_person_says_yes(cast, grace, as_):
    place = Membership.objects.get(person=cast.grace)
    post(grace, f"/projects/our-project/people/{place.ref}/cover/", COVER | {"for_good": "good"})
    assert grace.get("/projects/our-project/").status_code == 200

    new = Membership.objects.get(person=cast.otto)
    post(as_(cast.otto), f"/projects/our-project/invitation/{new.ref}/", {"said": "yes"})
    assert grace.get("/projects/our-project/").status_code == 404


def test_the_place_of_a_member_cannot_be_handed_on(cast, grace):
    place = Membership.objects.get(person=cast.amara)

    assert grace.get(f"/projects/our-project/people/{place.ref}/cover/").status_code == 404


def test_pausing_tells_everybody_why_and_takes_back_what_is_asked(cast, grace):
    Ask.objects.create(
        kind="projects.join",
        question="q",
        person=cast.otto,
        room=cast.project.room,
        reveals="open",
        minutes=5,
        opened_at=moment("2024-03-01 09:00"),
    )

    assert (
        post(grace, "/projects/our-project/pause/", {"wanted": "paused", "words": "Grace is ill."})
        == "/projects/our-project/"
    )
    told = Message.objects.filter(code="told_paused").values_list("person__name", flat=True)
    assert set(told) == {"Amara Venn", "Walter Pell", "Femi Oakes", "Grace Tolland", "Edwin Marsh"}
    assert Ask.objects.get(question="q").withdrawn_at
    page = grace.get("/projects/our-project/").content.decode()
    assert "The project is paused" in page
    assert "Grace is ill." in grace.get("/projects/our-project/history/").content.decode()


def test_a_project_goes_on_finishes_and_then_only_starts_again(cast, grace):
    for wanted in ("paused", "running", "finished"):
        post(grace, "/projects/our-project/pause/", {"wanted": wanted, "words": "As we said."})

    assert Project.objects.get().state == "finished"
    assert "You can start a new project from it." in grace.get("/projects/our-project/pause/").content.decode()
    assert grace.post("/projects/our-project/pause/", {"wanted": "running", "words": "x"}).status_code == 200
    assert Project.objects.get().state == "finished"


def test_pausing_needs_words_and_keeps_the_choice(cast, grace):
    reply = grace.post("/projects/our-project/pause/", {"wanted": "paused", "words": ""})

    page = reply.content.decode()
    assert "They should hear why." in page
    assert 'value="paused" checked' in page
    assert Project.objects.get().state == "running"


def test_a_stage_is_moved_once_however_often_it_is_sent(cast, grace):
    for order, kind in enumerate(("design", "delivery", "review")):
        began = None if order else moment("2023-09-11 09:00")
        Stage.objects.create(
            project=cast.project,
            kind=kind,
            title=kind,
            order=order,
            planned_from=date(2023, 9, 11),
            planned_weeks=10,
            started_at=began,
        )
    to = {"to": Stage.objects.get(kind="delivery").ref}

    assert post(grace, "/projects/our-project/move/", to) == "/projects/our-project/timeline/"
    assert "The stage has begun already." in grace.post("/projects/our-project/move/", to).content.decode()
    assert Stage.objects.get(kind="review").started_at is None
    assert "We are here" in grace.get("/projects/our-project/timeline/").content.decode()


def test_a_recipe_that_this_hub_does_not_have_is_not_followed(cast, grace):
    reply = grace.post("/projects/our-project/recipe/move/", {"pack": "no-such", "version": "9.9.9"})

    assert "This hub does not have that recipe." in reply.content.decode()
    assert Project.objects.get().pack_version == "1.0.0"


def test_what_happened_names_the_newest_hash(cast, as_, grace):
    post(grace, "/projects/our-project/pause/", {"wanted": "paused", "words": "A rest."})

    page = as_(cast.femi).get("/projects/our-project/history/").content.decode()

    assert history.head_of(cast.project.room) in page
    assert "The project was paused." in page
    assert "Grace Tolland" in page


@pytest.mark.parametrize("newest", ["", "0", "-3", "many", "999999999999", "50.5", "²"])
def test_any_number_of_entries_asked_for_gives_a_page(cast, as_, newest):
    assert as_(cast.amara).get(f"/projects/our-project/history/?newest={newest}").status_code == 200


@pytest.mark.parametrize(
    ("page", "can", "cannot"),
    [
        ("/projects/our-project/", "Amara Venn and Walter Pell", "People who are asked to join"),
        ("/projects/our-project/pause/", "Grace Tolland", "Leaders in the project"),
        (
            "/projects/our-project/invitation/aaaaaaaaaaaa/",
            "only her own invitation",
            "People whom the project asked for advice",
        ),
        ("/help/", "Anybody, without signing in", ""),
    ],
)
def test_who_can_see_a_page_is_read_from_its_guard(cast, as_, page, can, cannot):
    shown = as_(cast.femi).get("/projects/our-project/who-can-see/", {"page": page}).content.decode()

    assert can in shown
    assert cannot in shown


@pytest.mark.parametrize(
    "page", ["/nothing-here/", "https://example.org/", "/projects/another/", "//x", "/static/x.css"]
)
def test_who_can_see_speaks_of_no_other_page(cast, as_, page):
    assert as_(cast.amara).get("/projects/our-project/who-can-see/", {"page": page}).status_code == 404


def test_a_change_of_what_is_fixed_is_told_to_every_member(cast, grace):
    post(grace, "/projects/our-project/start/fixed/", {"fixed": "Everything is fixed. The centre closes in May."})

    assert cast.amara.messages.get().code == "told_described"
    assert not cast.morag.messages.exists(), "she left in December"
