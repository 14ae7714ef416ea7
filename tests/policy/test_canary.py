"""A crawl of every page as every person finds no word planted in a place that she may not read."""

import pytest
from django.apps import apps

from sidebyside.kit import readers
from sidebyside.kit.events import happened
from sidebyside.people.models import Person
from sidebyside.projects.models import Membership
from tests.crawl import crawl
from tests.policy.planted import NOON, plant, planted_fields, word

pytestmark = pytest.mark.django_db


# Fields that no page shows yet as they stand: what they hold is shown by its kind.
SHOWN_NOWHERE = {
    ("people.Message", "values"),
    ("projects.Stage", "title"),
}


@pytest.fixture
def planted(cast):
    about = plant(cast)
    happened("project-started", project=cast.project, now=NOON)
    guest = Person.objects.create(name="Guest", made_at=NOON)
    Membership.objects.create(
        project=cast.project, person=guest, joins_as="lived_expertise", invited_by=cast.grace, invited_at=NOON
    )
    return cast, about, guest


def who_may_read(cast, guest, declared: str, subject) -> set[str]:
    """The people of the cast who may read a field, from what the field itself declares."""
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
        readers.CHOSEN: {"grace"} | hers,
        readers.MAKERS: {"grace"},
        readers.NOBODY: set(),
    }[declared]


def test_every_field_that_can_hold_words_has_a_word_planted_in_it(planted):
    _, about, _ = planted

    assert set(about) == planted_fields()


def test_nobody_finds_a_word_that_she_may_not_read(planted, as_):
    cast, about, guest = planted
    leaks, found = [], set()
    for name, person in {**cast.people(), "guest": guest, "nobody": None}.items():
        pages = crawl(
            as_(person), more=["/label/our-project/", "/desk/", "/projects/our-project/", "/projects/second/"]
        )
        for (model, field), subject in about.items():
            declared = apps.get_model(model).readers[field]
            where = [path for path, body in pages.items() if word(model, field).encode() in body]
            found |= {(model, field)} if where else set()
            if where and name not in who_may_read(cast, guest, declared, subject):
                leaks.append(f"{name} found {model}.{field} ({declared}) on {where[0]}")

    assert leaks == []
    unseen = set(about) - found - {key for key in about if apps.get_model(key[0]).readers[key[1]] == readers.NOBODY}
    assert unseen == SHOWN_NOWHERE, "the crawl is blind to these, or they are shown now"
