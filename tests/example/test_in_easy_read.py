"""All over the worked example, a page in Easy Read says, asks and leads to the same."""

import pytest

from sidebyside.people.models import Person
from tests.client import CheckingClient
from tests.policy.test_easy_read_is_the_same import differences, pages_of


@pytest.mark.parametrize("word", ["amara", "grace"])
def test_the_same_is_so_all_over_the_worked_example(made, at, word):
    at("2025-02-04 10:00")
    person = Person.objects.get(email=f"{word}@example.org")
    client = CheckingClient()
    client.sign_in(person)

    standard = pages_of(client, person, "standard", of_a_sort=3)
    easy = pages_of(client, person, "easy-read", of_a_sort=3)

    assert len(easy) > 60
    assert not (wrong := differences(standard, easy)), "\n".join(wrong)
