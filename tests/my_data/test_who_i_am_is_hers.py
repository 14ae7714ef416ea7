"""What somebody wrote of herself and of power is shown to her and goes with her; what she wrote by her job stays."""

from datetime import date, timedelta

import pytest

from sidebyside.agreements import biographies, powers, side_meetings
from sidebyside.agreements.facts_group import members_know_each_other
from sidebyside.agreements.models import Biography, Power, SideMeeting
from sidebyside.kit.holdings import all_keepings
from sidebyside.my_data.actions import forget_me
from sidebyside.people.acting import Acting
from sidebyside.projects.models import Project
from tests.my_data.whole import whole_database
from tests.standing.world import page

LATER = timedelta(days=60)


@pytest.fixture
def now(cast, at):
    return at("2024-03-12 10:00")


@pytest.fixture
def written(cast, now):
    """Amara wrote who she is; she and Grace wrote of power; Grace wrote down a meeting on the side with Edwin."""
    project = cast.project
    said = {"parts": {"why": "zzwhyzz"}, "seen_by": "everybody"}
    biographies.write(project=project, by=Acting(cast.amara), now=now, **said)
    for person, words in ((cast.amara, "zzamaraszz"), (cast.grace, "zzgraceszz")):
        for body in ("", f"{words} council"):
            more = {"means": words, "will_share": words, "review_on": date(2024, 6, 1), "by": Acting(person)}
            powers.write_power(project=project, body=body, holds=words, now=now, **more)
    met = {"there": "Grace Tolland and Edwin Marsh", "about": "zzbudgetzz", "came_of_it": "Nothing"}
    return side_meetings.log_side_meeting(project=project, on=now.date(), by=Acting(cast.grace), now=now, **met)


def forget(person, now):
    return forget_me(by=Acting(person), now=now)


def test_she_reads_what_is_held(cast, written, as_):
    def shown(person, kind):
        return page(as_(person), f"/me/data/{kind}/")

    assert "Why are you here? zzwhyzz" in shown(cast.amara, "agreements.who_i_am")
    assert "zzamaraszz council" in shown(cast.amara, "agreements.powers")
    assert "zzbudgetzz" in shown(cast.grace, "agreements.side_meetings")


def test_what_a_member_wrote_of_herself_and_of_power_goes_with_her(cast, written, as_, now):
    forget(cast.amara, now + LATER)

    whole = whole_database()
    assert ("zzwhyzz" in whole, "zzamaraszz" in whole) == (False, False)
    assert Power.objects.filter(person=cast.amara, ended_at__isnull=False).count() == 2
    assert "zzamaraszz" not in page(as_(cast.femi), "/projects/our-project/power/")


def test_what_an_officer_wrote_by_her_job_stays_without_her_name(cast, written, as_, now):
    forget(cast.grace, now + LATER)

    assert Power.objects.get(written_by=cast.grace, ended_at=None).body == "zzgraceszz council"
    kept = SideMeeting.objects.get()
    assert (kept.there, kept.about) == ("Somebody who is no longer here and Edwin Marsh", "zzbudgetzz")
    shown = page(as_(cast.femi), f"/projects/our-project/side-meetings/{kept.ref}/")
    assert "Written down by Somebody who is no longer here" in shown
    assert "Grace Tolland" not in shown


def test_a_story_is_dropped_when_its_owner_has_been_in_no_project_for_long(cast, written, now):
    old_stories = next(one.overdue for one in all_keepings() if one.kind == "agreements.who_i_am")
    assert not old_stories(now + LATER).exists()
    Project.objects.update(state="finished")
    assert list(old_stories(now + LATER)) == list(Biography.objects.all())
    assert not old_stories(now).exists()


def test_members_know_each_other_when_they_share_it_and_those_by_their_job_do_too(cast, written, now):
    assert members_know_each_other(cast.project, now).code == "members_know_each_other_job_first"
    for person in (cast.grace, cast.edwin):
        biographies.write(
            project=cast.project, parts={"why": "My job"}, seen_by="everybody", by=Acting(person), now=now
        )
    fact = members_know_each_other(cast.project, now)
    assert (fact.status, fact.values) == ("partly", {"some": 1, "everyone": 3})


def test_a_story_that_an_officer_typed_counts_for_nothing(cast, now):
    by = Acting(cast.amara, door="post", keyed_by=cast.grace)
    biographies.write(project=cast.project, parts={"why": "She told me"}, seen_by="everybody", by=by, now=now)
    assert members_know_each_other(cast.project, now).status == "not_yet"
