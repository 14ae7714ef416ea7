"""When a project grows longer everybody is asked again. No answer is never a yes, and it is never a leaving either."""

from datetime import date

import pytest

from sidebyside.agreements.actions import who_is_asked
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask, Helping, Message
from sidebyside.people.sheets import sheet_of, take
from sidebyside.projects import longer
from sidebyside.projects.facts import what_projects_show
from sidebyside.projects.models import Break, Membership, MoreTime, Stage
from tests.cast import moment
from tests.projects.starting import post

NOW, AFTER = moment("2024-03-12 10:00"), moment("2024-06-20 10:00")
LONGER, MORE = "/projects/our-project/longer/", "/projects/our-project/more-time/"


@pytest.fixture(autouse=True)
def in_plain_words(cast):
    """Amara reads plain words here, so that what a page says can be looked for as we wrote it."""
    cast.amara.format = "standard"
    cast.amara.save(update_fields=["format"])


@pytest.fixture
def stage(cast):
    """Design takes 10 weeks from 1 March 2024, and 2 more as extra time: over by 24 May. Everybody was told so."""
    told = {"ends_on": "2024-05-24", "fixed": True}
    Membership.objects.update(told=told)
    return Stage.objects.create(
        project=cast.project,
        kind="design",
        title="Design",
        order=0,
        planned_from=date(2024, 3, 1),
        planned_weeks=10,
        started_at=NOW,
    )


@pytest.fixture
def grown(cast, stage, as_):
    said = {"stage": stage.ref, "weeks": "5", "why": "The letters took longer.", "seen_until": "2024-05-24"}
    post(as_(cast.grace), MORE, said)
    return MoreTime.objects.get()


def asked_in(project) -> list:
    counted, others = who_is_asked(project)
    return counted + others


def words(client, address: str) -> str:
    return client.get(address).content.decode()


def place_of(person) -> Membership:
    return Membership.objects.get(person=person)


def says(cast, person, said, now=NOW, **more):
    return longer.say_if_i_go_on(membership=place_of(person), said=said, by=Acting(person, **more), now=now)


def test_everybody_in_it_is_asked_again_and_told_why(cast, grown, as_):
    assert grown.until == date(2024, 7, 5)
    asked = Ask.objects.filter(kind="projects.longer").values_list("person__name", flat=True)
    assert set(asked) == {"Amara Venn", "Walter Pell", "Femi Oakes", "Grace Tolland", "Edwin Marsh"}
    page = words(as_(cast.amara), LONGER)
    for said in ("24 May 2024", "5 July 2024", "The letters took longer.", "No, I leave at the old end"):
        assert said in page
    assert "5 July 2024" in words(as_(cast.amara), "/projects/our-project/")
    assert "Will you go on?" in words(as_(cast.amara), "/asks/")


def test_the_same_sent_twice_plans_it_once(cast, stage, grown, as_):
    said = {"stage": stage.ref, "weeks": "5", "why": "Again.", "seen_until": "2024-05-24"}
    reply = as_(cast.grace).post(MORE, said)

    assert "Somebody planned more time just now." in reply.content.decode()
    assert MoreTime.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"weeks": ""}, "Write how many weeks more, like 4."),
        ({"why": ""}, "Write why."),
        ({"stage": ""}, "Choose the stage."),
    ],
)
def test_what_is_missing_is_said_and_the_rest_is_kept(cast, stage, as_, said, told):
    sent = {"stage": stage.ref, "weeks": "5", "why": "The letters.", "seen_until": "2024-05-24"} | said
    page = as_(cast.grace).post(MORE, sent).content.decode()

    assert told in page
    assert "The letters." in page or "why" in said
    assert as_(cast.femi).get(MORE).status_code == 403


def test_a_yes_holds_until_the_new_end_and_those_who_run_it_see_who_has_not_said(cast, grown, as_):
    assert post(as_(cast.amara), LONGER, {"said": "yes"}) == LONGER
    post(as_(cast.femi), LONGER, {"said": "talk"})

    assert place_of(cast.amara).stays_until == grown.until
    page = words(as_(cast.grace), "/projects/our-project/people/")
    for said in ("Goes on.", "Would like to talk before saying.", "Has not said yet whether they go on."):
        assert said in page
    assert "It takes longer: 4 people have not said yet" in words(as_(cast.grace), "/my-work/")
    assert "Has not said yet" not in words(as_(cast.femi), "/projects/our-project/people/")


def test_whoever_says_nothing_rests_after_the_old_end_and_comes_back_with_a_yes(cast, grown, as_):
    says(cast, cast.amara, "yes")
    for _twice in range(2):
        longer.see_to_the_ends_that_came(now=AFTER)

    resting = Break.objects.filter(ended_at=None).values_list("membership__person__name", flat=True)
    assert set(resting) == {"Walter Pell", "Femi Oakes", "Grace Tolland", "Edwin Marsh"}
    assert asked_in(cast.project) == [cast.amara]
    assert Message.objects.filter(person=cast.femi, code="told_end_came").count() == 1
    assert place_of(cast.femi).left_at is None
    assert as_(cast.femi).post("/projects/our-project/my-place/back/")["Location"] == LONGER
    says(cast, cast.femi, "yes", now=AFTER)
    assert cast.femi in asked_in(cast.project)


def test_a_no_leaves_at_the_old_end_and_not_before(cast, grown):
    says(cast, cast.amara, "no", door="post")
    longer.see_to_the_ends_that_came(now=moment("2024-05-24 20:00"))
    assert place_of(cast.amara).left_at is None
    longer.see_to_the_ends_that_came(now=AFTER)

    assert place_of(cast.amara).left_at == AFTER
    assert Message.objects.filter(person=cast.amara, code="told_left_at_the_end").count() == 1


def test_a_yes_can_become_a_no_again(cast, grown):
    says(cast, cast.amara, "yes")
    says(cast, cast.amara, "no", now=moment("2024-03-13 10:00"))

    assert (place_of(cast.amara).goes_on, place_of(cast.amara).stays_until) == ("no", date(2024, 5, 24))


def test_the_time_is_no_longer_shown_as_told_until_members_say_yes_to_it(cast, stage, as_):
    def told():
        return what_projects_show(cast.project, NOW)["projects.timeline_shared"]

    assert told().status == "shown"
    said = {"stage": stage.ref, "weeks": "5", "why": "The letters.", "seen_until": "2024-05-24"}
    post(as_(cast.grace), MORE, said)
    assert told().status == "not_yet"
    for person in (cast.amara, cast.walter, cast.femi):
        says(cast, person, "yes")
    assert told().status == "shown"


@pytest.mark.parametrize("door", ["post", "phone", "text", "email", "in-person"])
def test_it_is_answered_by_every_door(cast, grown, door):
    ask = Ask.objects.get(person=cast.walter, kind="projects.longer")
    assert any("24 May 2024" in words for words in sheet_of(ask).about)
    take(ask, {"said": "no"}, by=Acting(cast.walter, door=door), now=NOW)

    assert place_of(cast.walter).goes_on == "no"


def test_a_helper_says_it_only_if_she_was_chosen_for_it(cast, grown, as_):
    nadia = as_(cast.nadia)
    nadia.post(f"/me/helping/{cast.helping.ref}/start/")
    refused = nadia.post(LONGER, {"said": "yes"}).content.decode()
    assert "They did not choose you for this kind of question." in refused
    Helping.objects.update(kinds=["projects.longer"])

    assert nadia.post(LONGER, {"said": "yes"})["Location"] == "/me/helping/"
    assert place_of(cast.walter).goes_on == "yes"
