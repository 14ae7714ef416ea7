"""Talking about what is put to the group: with one's name, and taken back by oneself alone."""

import pytest
from django.urls import reverse

from sidebyside.agreements import remarks
from sidebyside.agreements.models import Remark
from sidebyside.people.acting import Acting
from tests.standing.world import page, proposed, refused


@pytest.fixture
def now(cast, at):
    return at("2024-03-12 10:00")


def say(about: str) -> str:
    return reverse("remark", args=["our-project", about])


def test_what_she_says_stands_on_the_page_with_her_name(cast, now, as_):
    proposal = proposed(cast, now)
    answer = as_(cast.femi).post(say(f"proposal:{proposal.ref}"), {"words": "I like it.\nBut who counts?"})

    its_page = reverse("proposal", args=["our-project", proposal.ref])
    assert answer["Location"] == f"{its_page}#talk"
    shown = page(as_(cast.edwin), its_page)
    assert "I like it.<br>" in shown
    assert cast.femi.name in shown


def test_the_same_words_twice_are_one_remark(cast, now, as_):
    about = f"proposal:{proposed(cast, now).ref}"
    for _press in range(2):
        as_(cast.femi).post(say(about), {"words": "I like it."})
    assert Remark.objects.count() == 1


def test_she_takes_it_back_and_nobody_else_can(cast, now, as_):
    proposal = proposed(cast, now)
    said = remarks.remark(
        project=cast.project, about=f"proposal:{proposal.ref}", words="I like it.", by=Acting(cast.femi), now=now
    )
    assert refused(remarks.take_back, remark=said, by=Acting(cast.grace), now=now) == "remark_is_somebody_elses"
    assert as_(cast.femi).post(reverse("take-back-remark", args=["our-project", said.ref])).status_code == 302
    assert "I like it." not in page(as_(cast.femi), reverse("proposal", args=["our-project", proposal.ref]))
    assert Remark.objects.get().words == ""


def test_only_what_is_there_is_talked_about_and_only_by_people_inside(cast, now, as_):
    about = f"proposal:{proposed(cast, now).ref}"
    for wrong in ("proposal:nobodyknows1", "nothing:here", "proposal", "proposal:"):
        assert as_(cast.femi).get(say(wrong)).status_code == 404, wrong
    statuses = {"femi": 200, "edwin": 200, "nadia": 403, "morag": 404, "otto": 404, "delia": 404}
    for name, status in statuses.items():
        assert as_(getattr(cast, name)).get(say(about)).status_code == status, name


def test_no_words_and_too_many_are_refused_and_stay(cast, now, as_):
    about = f"proposal:{proposed(cast, now).ref}"
    assert "Write what you want to say" in as_(cast.femi).post(say(about), {"words": " "}).content.decode()
    assert "y" * 2001 in as_(cast.femi).post(say(about), {"words": "y" * 2001}).content.decode()
    assert not Remark.objects.exists()
