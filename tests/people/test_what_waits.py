"""What waits at the desk: how much of each thing, on one page, in few queries."""

import pytest
from django.urls import reverse

from sidebyside.doors.jobs import send_what_is_due
from sidebyside.doors.models import TextIn
from sidebyside.kit.clock import now
from sidebyside.my_data.actions import write_down
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.people.waiting import WAITS, what_waits


@pytest.fixture
def two_letters(cast):
    cast.otto.door, cast.otto.post_address = "post", ["1 Mill Lane"]
    cast.otto.save()
    for _ in range(2):
        tell(cast.otto, "doors_chosen", now=now())
    send_what_is_due(now=now())


def test_the_desk_sees_how_much_waits_and_what_is_most_comes_first(as_, cast, two_letters):
    write_down(person=cast.femi, by=Acting(cast.delia), now=now())

    waits = what_waits(now=now())
    page = as_(cast.delia).get(reverse("desk")).content.decode()

    assert next((one["href"], one["count"]) for one in waits) == (reverse("post-room"), 2)
    assert {one["href"]: one["count"] for one in waits}[reverse("desk-forgettings")] == 1
    assert all(f'href="{one["href"]}"' in page for one in waits)
    assert len(waits) == len(WAITS) >= 7


def test_more_that_waits_costs_no_more_queries(as_, cast, two_letters, django_assert_max_num_queries):
    texts = [TextIn(provider_ref=str(n), number="1", words="?", received_at=now(), for_the_desk=True) for n in range(9)]
    TextIn.objects.bulk_create(texts)
    delia = as_(cast.delia)

    with django_assert_max_num_queries(len(WAITS)):
        what_waits(now=now())
    with django_assert_max_num_queries(25):
        delia.get(reverse("desk"))


def test_who_is_to_be_forgotten_stands_on_a_page_of_the_desk_alone(as_, cast):
    write_down(person=cast.femi, by=Acting(cast.delia), now=now())

    assert cast.femi.name in as_(cast.delia).get(reverse("desk-forgettings")).content.decode()
    assert as_(cast.grace).get(reverse("desk-forgettings")).status_code == 403
