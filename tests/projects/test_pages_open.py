"""Each page of a project opens for whoever it is for, and for nobody else."""

import pytest

READ = ["", "kind/", "timeline/", "people/", "history/", "who-can-see/", "recipe/"]
RUN = [
    "people/ask/",
    "move/",
    "pause/",
    "start-again/",
    "start/about/",
    "start/advice/",
    "start/question-open-to-change/",
]


@pytest.mark.parametrize("page", READ)
def test_everybody_inside_reads_the_project(cast, as_, page):
    for person in (cast.amara, cast.femi, cast.grace, cast.edwin, cast.nadia):
        assert as_(person).get(f"/projects/our-project/{page}").status_code == 200


@pytest.mark.parametrize("page", READ + RUN + ["leave/"])
def test_nobody_outside_learns_that_there_is_such_a_project(cast, as_, page):
    assert as_(cast.otto).get(f"/projects/our-project/{page}").status_code == 404
    assert as_(cast.morag).get(f"/projects/our-project/{page}").status_code == 404
    assert as_(cast.otto).get(f"/projects/no-such-project/{page}").status_code == 404


@pytest.mark.parametrize("page", RUN)
def test_pages_for_running_it_are_for_those_who_run_it(cast, as_, page):
    assert as_(cast.grace).get(f"/projects/our-project/{page}").status_code == 200
    refused = as_(cast.femi).get(f"/projects/our-project/{page}")
    assert refused.status_code == 403
    assert b"Your place here does not let you do this" in refused.content


@pytest.mark.parametrize("page", ["/projects/", "/start/", "/projects/our-project/", "/projects/no-such-project/"])
def test_somebody_not_signed_in_is_asked_to_sign_in_whatever_the_page(cast, as_, page):
    assert as_(None).get(page).headers["Location"].startswith("/sign-in/")


def test_my_projects_are_only_those_i_have_a_page_in(cast, as_):
    assert b"Our project" in as_(cast.amara).get("/projects/").content
    assert b"You help Walter Pell here." in as_(cast.nadia).get("/projects/").content
    for person in (cast.otto, cast.morag):
        assert b"Our project" not in as_(person).get("/projects/").content
