"""Every page says who may open it; who is not signed in learns nothing of what is there."""

import re

import pytest

from tests.architecture.pages import all_pages

FILLED = {"slug": "no-such-project", "ref": "aaaaaaaaaaaa"}


def address(pattern: str) -> str:
    """The pattern with something that is not there in each gap."""
    return re.sub(
        r"<(?:(\w+):)?(\w+)>", lambda gap: "1" if gap[1] == "int" else FILLED.get(gap[2], "nothing-here"), pattern
    )


def test_every_page_says_who_may_open_it():
    assert [page.pattern for page in all_pages() if not hasattr(page.view, "guard")] == []


def test_every_public_page_says_why_it_is_public():
    public = [page for page in all_pages() if page.view.guard.needs == "nobody"]

    assert [page.pattern for page in public if len(page.view.guard.why) < 15] == []


def test_every_address_is_in_plain_small_letters():
    assert [
        p.pattern
        for p in all_pages()
        if not re.fullmatch(r"/([a-z0-9-]+/|<[a-z_]+:[a-z_]+>/)*([a-z-]+(\.ics)?)?", p.pattern)
    ] == []


def test_every_route_has_a_name_of_its_own():
    names = [page.name for page in all_pages()]

    assert sorted(names) == sorted(set(names))
    assert "" not in names


@pytest.mark.parametrize(
    "page",
    [p for p in all_pages() if getattr(p.view, "guard", None) and p.view.guard.needs != "nobody"],
    ids=lambda p: p.pattern,
)
def test_somebody_not_signed_in_is_asked_to_before_any_look_up(page, client, django_assert_num_queries):
    with django_assert_num_queries(0):
        got = client.get(address(page.pattern))
        posted = client.post(address(page.pattern))

    assert (got.status_code, posted.status_code) == (302, 302)
    assert got["Location"].startswith("/sign-in/")


@pytest.mark.parametrize(
    "page",
    [p for p in all_pages() if getattr(p.view, "guard", None) and p.view.guard.needs == "project"],
    ids=lambda p: p.pattern,
)
def test_an_outsider_cannot_tell_a_project_she_is_not_in_from_one_that_is_not_there(page, cast, as_):
    otto = as_(cast.otto)
    there = address(page.pattern).replace("no-such-project", cast.project.slug)

    assert otto.get(there).status_code == otto.get(address(page.pattern)).status_code == 404
    assert otto.post(there).status_code == 404
