"""Every page of standing, as each of the cast."""

import pytest
from django.urls import reverse

INSIDE = ["amara", "walter", "femi", "grace", "edwin", "nadia"]
OUTSIDE = ["morag", "otto", "delia"]
READ = ["standing", "standing-rings", "label-history", "disagreements"]
BY_WHOM = {
    "disagree": ["amara", "walter", "femi", "grace", "edwin"],
    "ask-for-round": ["amara", "walter", "femi"],
}


def addresses(world) -> dict[str, tuple[str, list[str]]]:
    """Address -> who inside may open it."""
    slug = world.project.slug
    every = {reverse(name, args=[slug]): INSIDE for name in READ}
    every |= {reverse(name, args=[slug]): who for name, who in BY_WHOM.items()}
    every[reverse("ingredient", args=[slug, "culture"])] = INSIDE
    every[reverse("say-what-shows", args=[slug, "map-cultures"])] = BY_WHOM["disagree"]
    every[reverse("agree-statement", args=[slug, world.statement.ref])] = ["amara", "walter", "femi"]
    every[reverse("take-back-statement", args=[slug, world.statement.ref])] = BY_WHOM["disagree"]
    every[reverse("round", args=[slug, world.round.ref])] = INSIDE
    every[reverse("answer-disagreement", args=[slug, world.disagreement.ref])] = BY_WHOM["disagree"]
    every[reverse("settle-disagreement", args=[slug, world.disagreement.ref])] = ["amara"]
    return every


def test_people_inside_open_their_pages_and_no_other(world, as_):
    for name in INSIDE:
        client = as_(getattr(world, name))
        for address, who in addresses(world).items():
            assert client.get(address).status_code == (200 if name in who else 403), (name, address)


def test_people_outside_do_not_learn_that_the_project_is_there(world, as_):
    for name in OUTSIDE:
        client = as_(getattr(world, name))
        for address in addresses(world):
            assert client.get(address).status_code == 404, (name, address)


def test_nobody_signed_in_is_asked_to_sign_in(world, client):
    for address in addresses(world):
        response = client.get(address)
        assert (response.status_code, response["Location"][:9]) == (302, "/sign-in/"), address


@pytest.mark.parametrize(
    "address",
    [
        "standing/ingredient/no-such/",
        "standing/shows/no-such/",
        "standing/statements/nobodyknows1/agree/",
        "standing/round/nobodyknows1/",
        "standing/round/nobodyknows1/thank-you/",
        "standing/disagree/?about=ingredient:no-such",
        "standing/disagree/?about=statement:no-such",
        "standing/disagree/?about=nonsense",
        "standing/disagreements/nobodyknows1/answer/",
    ],
)
def test_what_is_not_there_is_not_found(world, as_, address):
    assert as_(world.femi).get(f"/projects/our-project/{address}").status_code == 404


def test_a_thing_of_another_project_is_not_found_here(world, as_):
    other = type(world.project).objects.get(pk=world.project.pk)
    other.pk, other.ref, other.slug = None, "another12345", "another"
    other.save()
    type(world.statement).objects.filter(pk=world.statement.pk).update(project=other)

    address = reverse("agree-statement", args=["our-project", world.statement.ref])
    assert as_(world.amara).get(address).status_code == 404
