"""The hub's advisory group: the desk writes down who is in it, and whoever starts a project can ask them."""

import pytest
from django.urls import reverse

from sidebyside.kit.models import Entry
from sidebyside.projects.starting import advisory_group

pytestmark = pytest.mark.django_db


def test_the_desk_puts_somebody_in_and_takes_her_out(cast, as_):
    desk = as_(cast.delia)
    for _ in range(2):
        desk.post(reverse("advisory-group"), {"name": cast.femi.name, "email": ""})
    assert list(advisory_group()) == [cast.femi]
    assert Entry.objects.filter(text__contains='"adviser-added"').count() == 1

    desk.post(reverse("leave-advisory-group", args=[cast.femi.ref]))
    assert list(advisory_group()) == []


def test_somebody_nobody_knows_is_refused_in_words_and_what_was_typed_is_kept(cast, as_):
    page = as_(cast.delia).post(reverse("advisory-group"), {"name": "Nobody Known", "email": ""}).content.decode()

    assert 'value="Nobody Known"' in page
    assert not advisory_group().exists()


def test_only_the_desk_says_who_advises(cast, as_):
    assert as_(cast.grace).get(reverse("advisory-group")).status_code == 403
    assert as_(cast.grace).post(reverse("leave-advisory-group", args=[cast.femi.ref])).status_code == 403
