"""A crawl of every page as every person finds no word planted in a place that she may not read."""

import pytest
from django.apps import apps

from sidebyside.kit import readers
from sidebyside.kit.events import happened
from sidebyside.people.models import Person
from sidebyside.projects.models import Membership
from tests.crawl import crawl
from tests.policy.planted import NOON, own_word, plant, planted_fields, word

pytestmark = pytest.mark.django_db


# Fields that no page shows yet as they stand: what they hold is shown by its kind.
SHOWN_NOWHERE = {
    ("people.Message", "values"),
    ("projects.Stage", "title"),
    ("agreements.Term", "key"),
}
# Who is in the Lived Expertise Group of the cast's project, and reads what is its own.
OWN_GROUP = {"amara", "walter"}
# What somebody chose in other words than "my facilitator": her own choice of who reads it.
CHOSE_OTHERS = {("agreements.Biography", "parts"): OWN_GROUP}
FIRST = ["/label/our-project/", "/desk/", "/projects/our-project/", "/projects/our-project/own/", "/projects/second/"]


@pytest.fixture
def planted(cast):
    about, of_the_group = plant(cast)
    happened("project-started", project=cast.project, now=NOON)
    guest = Person.objects.create(name="Guest", made_at=NOON)
    Membership.objects.create(
        project=cast.project, person=guest, joins_as="lived_expertise", invited_by=cast.grace, invited_at=NOON
    )
    return cast, about, of_the_group, guest


def who_may_read(cast, key, subject) -> set[str]:
    """The people of the cast who may read a field, from what the field itself declares."""
    declared = apps.get_model(key[0]).readers[key[1]]
    inside = {"amara", "walter", "femi", "grace", "edwin", "nadia"}
    hers = {name for name, person in cast.people().items() if person == subject}
    everybody = set(cast.people())
    return {
        readers.EVERYONE: everybody | {"nobody", "guest"},
        readers.SIGNED_IN: everybody | {"guest"},
        readers.INSIDE: inside,
        readers.ASKED: inside | {"guest"},
        readers.MET: inside | {"guest", "delia"},
        readers.OFFICERS: {"grace"} | hers,
        readers.MEETERS: {"grace", "delia"},
        readers.THEMSELF: hers,
        readers.DESK: {"delia"} | hers,
        readers.CHOSEN: CHOSE_OTHERS.get(key, {"grace"}) | hers,
        readers.MAKERS: {"grace"},
        readers.NOBODY: set(),
    }[declared]


def looked_for(cast, about, of_the_group):
    """Each planted word: what it is called here, the word, and who may read it."""
    for (model, field), subject in about.items():
        yield f"{model}.{field}", word(model, field), who_may_read(cast, (model, field), subject)
    for key in of_the_group:
        nobody = apps.get_model(key[0]).readers[key[1]] == readers.NOBODY
        yield f"the group's own {'.'.join(key)}", own_word(*key), set() if nobody else OWN_GROUP


def test_every_field_that_can_hold_words_has_a_word_planted_in_it(planted):
    _, about, _, _ = planted

    assert set(about) == planted_fields()


def test_nobody_finds_a_word_that_she_may_not_read(planted, as_):
    cast, about, of_the_group, guest = planted
    leaks, found = [], set()
    for name, person in {**cast.people(), "guest": guest, "nobody": None}.items():
        pages = crawl(as_(person), more=FIRST, of_a_sort=6)
        for called, planted_word, may_read in looked_for(cast, about, of_the_group):
            where = [path for path, body in pages.items() if planted_word.encode() in body]
            found |= {called} if where else set()
            if where and name not in may_read:
                leaks.append(f"{name} found {called} on {where[0]}")

    assert "\n".join(leaks) == ""
    unseen = {called for called, _, may_read in looked_for(cast, about, of_the_group) if may_read} - found
    of_its_own = {f"the group's own {'.'.join(key)}" for key in SHOWN_NOWHERE & of_the_group}
    assert unseen == {".".join(key) for key in SHOWN_NOWHERE} | of_its_own, (
        "the crawl is blind to these, or they are shown now"
    )
