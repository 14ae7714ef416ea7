"""Starting a project: a calm journey, one question a page, left and resumed at will."""

import pytest

from sidebyside.people.models import Organisation
from sidebyside.projects.models import Advice, Group, GroupMember, ParticipationAnswer, Project
from tests.projects.starting import JOIN, TIME, answer_all, begin_draft, describe, get_ready, post


@pytest.fixture
def otto(cast, as_):
    return as_(cast.otto)


def test_a_project_is_started_one_question_at_a_time_to_its_first_page(cast, otto):
    assert begin_draft(otto) == "/projects/evening-buses/start/about/"
    kind = answer_all(otto, describe(otto, "evening-buses"))
    check = get_ready(otto, "evening-buses")

    assert (kind, check) == ("/projects/evening-buses/start/kind/", "/projects/evening-buses/start/check/")
    assert post(otto, check, {}) == "/projects/evening-buses/"
    project = Project.objects.get(slug="evening-buses")
    assert (project.state, project.planned_rung) == ("running", "co-production")
    mine = project.memberships.get()
    assert (mine.person, mine.joins_as, mine.paid_by_job, bool(mine.joined_at)) == (
        cast.otto,
        "facilitator",
        True,
        True,
    )
    assert (mine.told["ends_on"], mine.told["kind"]) == ("2025-01-27", "co-production")
    assert otto.get("/projects/evening-buses/").status_code == 200


def test_it_can_be_left_at_any_page_and_taken_up_there(otto, cast):
    begin_draft(otto)
    post(otto, "/projects/evening-buses/start/about/", {"about": "Buses."})

    for page in ("/", "/projects/", "/start/"):
        assert "/projects/evening-buses/start/fixed/" in otto.get(page).content.decode()
    assert "Buses." in otto.get("/projects/evening-buses/start/about/").content.decode()


def test_a_page_that_is_not_reached_yet_leads_to_where_she_left(otto):
    begin_draft(otto)

    for step in ("check", "kind", "question-enough-money", "fix-enough-time", "no-such-step"):
        assert otto.get(f"/projects/evening-buses/start/{step}/")["Location"] == "/projects/evening-buses/start/about/"


def test_a_no_that_could_be_put_right_is_offered_that_first(otto):
    begin_draft(otto)
    first = describe(otto, "evening-buses")

    fix = post(otto, first, {"answer": "no", "reason": "It was decided in June."})
    assert fix == "/projects/evening-buses/start/fix-open-to-change/"
    assert "Ask whoever made the decision" in otto.get(fix).content.decode()
    again = post(otto, fix, {"put_right": "yes"})
    assert again == f"{first}?put-right=yes"
    assert "How will it be put right?" in otto.get(again).content.decode()
    assert otto.post(again, {"answer": "yes", "reason": ""}).status_code == 200
    assert "/question-who-it-affects/" in post(
        otto, again, {"answer": "yes", "reason": "Ada Quill opens two parts by May."}
    )


def test_a_no_that_stays_ends_in_a_lower_kind_with_its_reason(otto):
    begin_draft(otto)
    first = describe(otto, "evening-buses")

    kind = post(otto, post(otto, first, {"answer": "no", "reason": ""}), {"put_right": "no"})
    page = otto.get(kind).content.decode()

    assert kind == "/projects/evening-buses/start/kind/"
    assert "Informing: telling people plainly" in page
    assert "asking for views would be for show" in page


def test_what_is_missing_stops_it_and_says_what_to_put_right(otto):
    begin_draft(otto)
    answer_all(otto, describe(otto, "evening-buses"))

    fix = post(otto, "/projects/evening-buses/start/question-enough-money/", {"answer": "no", "reason": ""})
    kind = post(otto, fix, {"put_right": "no"})
    page = otto.get(kind).content.decode()

    assert "It cannot begin like this" in page
    assert "Work out what it costs" in page
    assert otto.get("/projects/evening-buses/start/check/")["Location"].endswith("/start/kind/")


def test_each_answer_is_kept_with_who_and_when_and_the_earlier_ones(otto):
    begin_draft(otto)
    first = describe(otto, "evening-buses")
    post(otto, first, {"answer": "no", "reason": "Decided."})
    post(otto, first, {"answer": "yes", "reason": "Opened again."})

    page = otto.get("/projects/evening-buses/kind/").content.decode()

    assert "Opened again." in page
    assert "Answered by Otto Brandt on 12 March 2024." in page
    assert "Before that, on 12 March 2024, Otto Brandt answered: No, it has all been decided." in page


def test_the_timeline_shows_the_extra_time(otto):
    begin_draft(otto)
    answer_all(otto, describe(otto, "evening-buses"))
    post(otto, "/projects/evening-buses/start/time/", TIME)

    page = otto.get("/projects/evening-buses/start/timeline/").content.decode()

    assert "8 April 2024 to 1 July 2024" in page
    assert "14 of these days are extra" in page


def test_a_community_organisation_may_start_and_run_it(otto, cast):
    begin_draft(otto)
    post(otto, "/projects/evening-buses/start/who-starts-it/", {"started_for": cast.organisation.ref})
    post(otto, "/projects/evening-buses/start/who-runs-it/", {"run_by": cast.organisation.ref})

    project = Project.objects.get(slug="evening-buses")
    assert project.started_for == project.run_by == cast.organisation
    assert "Run by Carers at the Crossroads" in otto.get("/projects/evening-buses/").content.decode()
    assert Organisation.objects.count() == 1


def test_somebody_of_the_advisory_group_is_asked_reads_the_plan_and_answers(otto, cast, as_, at):
    group = Group.objects.create(kind="advisory", name="Advisory group", made_at=cast.project.made_at)
    GroupMember.objects.create(group=group, person=cast.edwin, since=cast.project.made_at)
    begin_draft(otto)
    answer_all(otto, describe(otto, "evening-buses"))
    ask = {"of": cast.edwin.ref, "email": "", "question": "Is ten weeks enough?"}
    for _twice in range(2):
        assert post(otto, "/projects/evening-buses/start/advice/", ask) == "/projects/evening-buses/start/time/"

    advice, edwin = Advice.objects.get(), as_(cast.edwin)
    address = f"/projects/evening-buses/advice/{advice.ref}/"
    assert address in edwin.get("/").content.decode()
    assert "Is ten weeks enough?" in edwin.get(address).content.decode()
    assert post(edwin, address, {"words": "Take twelve."}) == address
    assert "Take twelve." in otto.get("/projects/evening-buses/start/advice/").content.decode()
    assert "Take twelve." in otto.get("/projects/evening-buses/kind/").content.decode()
    assert edwin.get("/projects/evening-buses/").status_code == 403


@pytest.mark.parametrize(
    ("step", "said", "words"),
    [
        ("about", {"about": " "}, "Write what it is about."),
        ("fixed", {"fixed": ""}, "Nothing is fixed yet."),
        ("question-open-to-change", {"answer": "", "reason": "Kept as typed"}, "Choose one of the answers."),
        (
            "question-open-to-change",
            {"answer": "rubbish", "reason": "Kept as typed"},
            "Please choose one of the answers",
        ),
        ("time", TIME | {"design": "0"}, "Please write a number that is 1 or more."),
        ("time", TIME | {"design": "many"}, "Please write a whole number, like 12."),
        ("time", TIME | {"starts_on-day": "31"}, "Write a real day, month and year"),
        ("time", TIME | {"starts_on-year": "0024"}, "Write the year with four numbers"),
        ("join", JOIN | {"joins_as": "organisation"}, "Choose the organisation."),
        ("join", JOIN | {"paid_by_job": ""}, "Say whether your job pays you."),
        ("advice", {"of": "", "email": "", "question": "Kept as typed"}, "Write an email address. You can also go on"),
        (
            "advice",
            {"email": "nobody@example.org", "question": "Kept as typed"},
            "Nobody in this hub has that email address.",
        ),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(otto, step, said, words):
    begin_draft(otto)
    answer_all(otto, describe(otto, "evening-buses"))

    reply = otto.post(f"/projects/evening-buses/start/{step}/", said)

    assert reply.status_code == 200
    page = reply.content.decode()
    assert words in page
    assert all(typed in page for typed in said.values() if typed.startswith("Kept"))


def test_it_cannot_begin_before_everything_is_answered(otto):
    begin_draft(otto)
    answer_all(otto, describe(otto, "evening-buses"))

    assert (
        "Say how you join it yourself first." in otto.post("/projects/evening-buses/start/check/", {}).content.decode()
    )
    post(otto, "/projects/evening-buses/start/join/", JOIN)
    assert "Plan the time first." in otto.post("/projects/evening-buses/start/check/", {}).content.decode()
    assert Project.objects.get(slug="evening-buses").state == "draft"


def test_sending_a_page_twice_does_nothing_twice(otto):
    for _twice in range(2):
        begin_draft(otto)
        first = describe(otto, "evening-buses")
        post(otto, first, {"answer": "yes", "reason": "Once."})

    assert Project.objects.filter(title="Evening buses").count() == 1
    assert ParticipationAnswer.objects.count() == 1


def test_nobody_else_sees_a_draft(otto, cast, as_):
    begin_draft(otto)

    for person in (cast.amara, cast.grace, cast.delia):
        for page in ("", "kind/", "start/about/", "people/", "history/"):
            assert as_(person).get(f"/projects/evening-buses/{page}").status_code == 404


def test_when_things_change_the_questions_are_answered_again_and_the_kind_follows(otto, cast, as_):
    begin_draft(otto)
    answer_all(otto, describe(otto, "evening-buses"))
    post(otto, get_ready(otto, "evening-buses"), {})

    again = "/projects/evening-buses/start/question-beyond-design/"
    assert post(otto, again, {"answer": "no", "reason": "The money stops."}).endswith("/fix-beyond-design/")
    kind = post(otto, "/projects/evening-buses/start/fix-beyond-design/", {"put_right": "no"})

    assert kind == "/projects/evening-buses/kind/"
    assert "Co-design: making the plan together" in otto.get(kind).content.decode()
    assert Project.objects.get(slug="evening-buses").planned_rung == "co-design"
    assert "answered again" in otto.get("/projects/evening-buses/history/").content.decode()


def test_starting_again_keeps_the_old_project_to_be_seen(cast, as_):
    grace = as_(cast.grace)
    for _twice in range(2):
        address = post(grace, "/projects/our-project/start-again/", {"title": "Our project, again"})

    draft = Project.objects.get(follows=cast.project)
    assert address == f"/projects/{draft.slug}/start/about/"
    assert (draft.about, draft.fixed) == (cast.project.about, cast.project.fixed)
    assert "It follows on from an older project: Our project" in grace.get(f"/projects/{draft.slug}/").content.decode()
