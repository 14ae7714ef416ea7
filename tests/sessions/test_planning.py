"""A meeting is planned from a template, its agenda belongs to everybody, roles go round, papers come in time."""

import pytest
from django.urls import reverse

from sidebyside.kit import history
from sidebyside.kit.clock import now
from sidebyside.kit.verdict import Refused
from sidebyside.people.acting import Acting
from sidebyside.people.models import Message, Person
from sidebyside.projects.models import Project
from sidebyside.sessions import agenda, papers, parking, planning, plans, taking_roles
from sidebyside.sessions.models import AgendaItem, Meeting, WhenPoll
from tests.access.world import says, shares
from tests.cast import moment

AT = {"starts_at": moment("2024-04-16 18:00"), "ends_at": moment("2024-04-16 20:00")}
WHERE = {"title": "What we heard", "place": "The mill hall", "way": "in-person", "join_how": ""}
FORM = {
    "title": "What we heard",
    "on-day": "16",
    "on-month": "4",
    "on-year": "2024",
    "starts": "6pm",
    "ends": "8pm",
    "way": "hybrid",
    "place": "The mill hall",
    "join_how": "Ring the desk.",
}


@pytest.fixture
def meeting(cast):
    by = {"by": Acting(cast.grace), "now": now()}
    return planning.plan_from(project=cast.project, template="two-hours", **WHERE, **AT, **by)


def page(name: str, meeting: Meeting, client, *more) -> str:
    return client.get(reverse(name, args=["our-project", meeting.ref, *more])).content.decode()


def titles(meeting: Meeting) -> list[str]:
    return [row.title for row in agenda.standing(meeting)]


def add(cast, meeting, who, **more) -> AgendaItem:
    what = {"title": "Buses", "words": "None run on Sunday.", "minutes": 10} | more
    return agenda.add_to_agenda(meeting=meeting, by=Acting(who), now=now(), **what)


def test_a_template_is_chosen_and_gives_the_agenda(cast, as_):
    grace = as_(cast.grace)
    shown = grace.get(reverse("plan-meeting", args=["our-project"])).content.decode()
    assert "Two hours with a break" in shown
    assert "The Lived Expertise Group on its own" not in shown

    answer = grace.post(reverse("plan-from", args=["our-project", "two-hours"]), FORM)

    meeting = Meeting.objects.get()
    assert answer["Location"].endswith(f"/meetings/{meeting.ref}/")
    assert (meeting.way, meeting.join_how, meeting.template) == ("hybrid", "Ring the desk.", "two-hours")
    assert [row.kind for row in agenda.standing(meeting)] == [
        "welcome",
        "words",
        "content",
        "break",
        "content",
        "process",
        "other_business",
    ]
    assert Message.objects.filter(code="told_meeting_planned").count() == 4


def test_a_meeting_can_begin_with_an_empty_agenda_and_no_other_template_is_there(cast, as_):
    grace = as_(cast.grace)
    grace.post(reverse("plan-from", args=["our-project", "empty"]), FORM)

    assert not AgendaItem.objects.exists()
    for name in ("nothing", "lived-expertise-group"):
        assert grace.get(reverse("plan-from", args=["our-project", name])).status_code == 404


def test_a_pack_without_templates_still_plans(cast, as_, monkeypatch):
    from sidebyside.recipes.pack import Pack

    monkeypatch.setattr(Pack, "templates", ())
    assert "Something else" in as_(cast.grace).get(reverse("plan-meeting", args=["our-project"])).content.decode()


def test_a_place_is_asked_for_where_there_is_one_and_what_was_typed_stays(cast, as_):
    said = FORM | {"place": ""}
    shown = as_(cast.grace).post(reverse("plan-from", args=["our-project", "two-hours"]), said).content.decode()

    assert "Write where it is." in shown
    assert "Ring the desk." in shown
    assert not Meeting.objects.exists()


def test_planning_after_asking_when_keeps_which_asking_it_was(cast):
    poll = WhenPoll.objects.create(
        project=cast.project, title="When?", made_by=cast.grace, made_at=now(), closes_at=AT["starts_at"]
    )
    by = {"by": Acting(cast.grace), "now": now()}
    made = planning.plan_from(project=cast.project, template="", poll=poll.ref, **WHERE, **AT, **by)

    poll.refresh_from_db()
    assert poll.meeting == made


def test_only_whoever_runs_it_changes_the_plan(cast, meeting, as_):
    for who in (cast.femi, cast.edwin):
        for name in ("meeting-like", "move-meeting", "new-paper", "give-role"):
            assert as_(who).get(reverse(name, args=["our-project", meeting.ref])).status_code == 403
    taking_roles.give_role(meeting=meeting, person=cast.femi, role="note_taker", by=Acting(cast.grace), now=now())
    assert as_(cast.femi).get(reverse("meeting-like", args=["our-project", meeting.ref])).status_code == 200


def test_what_the_place_is_like_is_written_down_and_everybody_reads_it(cast, meeting, as_):
    address = reverse("meeting-like", args=["our-project", meeting.ref])
    said = dict.fromkeys(plans.planning_rules.VENUE, "unknown") | {"step_free": "yes", "hearing_loop": "no"}
    plain = {"title": "What we heard", "way": "in-person", "join_how": "", "layout": "A ring", "papers_days": "10"}

    as_(cast.grace).post(address, said | plain)

    meeting.refresh_from_db()
    assert (meeting.venue, meeting.papers_days) == ({"step_free": "yes", "hearing_loop": "no"}, 10)
    shown = page("meeting", meeting, as_(cast.femi))
    assert "A way in without steps: <strong>Yes" in shown
    assert "A hearing loop that works: <strong>No" in shown
    assert "A ring" in shown


def test_a_planner_is_told_what_would_help_and_a_place_that_does_not_fit_a_need(cast, meeting, as_):
    says(cast.amara, "place", now(), chosen=["hearing-loop"], seen_by=["facilitator"])
    shares(cast, cast.amara, ("facilitator", cast.grace), now=now())

    shown = page("meeting", meeting, as_(cast.grace))

    assert "Somebody needs a hearing loop. Find out" in shown
    assert "Nobody is there to write the notes." in shown
    assert "Somebody needs a hearing loop" not in page("meeting", meeting, as_(cast.edwin))
    assert "What would help" not in page("meeting", meeting, as_(cast.femi))


def test_any_member_puts_something_on_the_agenda_before_the_time_kept_at_the_end(cast, meeting, as_):
    address = reverse("add-to-agenda", args=["our-project", meeting.ref])
    for _ in range(2):
        as_(cast.amara).post(address, {"title": "Buses", "words": "None run on Sunday.", "minutes": "10"})

    assert titles(meeting)[-3:] == ["Buses", "How we work together: this time is kept for it", "Anything else"]
    assert "From Amara Venn" in page("agenda", meeting, as_(cast.femi))


def test_what_the_lived_expertise_group_brings_has_nobodys_name(cast, meeting, as_):
    item = add(cast, meeting, cast.amara, from_group=True)

    assert item.added_by is None
    assert "From the Lived Expertise Group" in page("agenda", meeting, as_(cast.femi))
    assert history.read(cast.project.room)[0]["by"] == ""


def test_the_facilitator_orders_with_buttons_and_changes_minutes_but_not_a_members_words(cast, meeting, as_):
    item, grace = add(cast, meeting, cast.amara), as_(cast.grace)
    where = ["our-project", meeting.ref, item.ref]
    before = titles(meeting).index("Buses")

    for _ in range(2):
        grace.post(reverse("put-agenda-item", args=where), {"to": str(before - 1)})
    assert titles(meeting).index("Buses") == before - 1
    kept = grace.post(reverse("agenda-item", args=where), {"title": "Trams", "words": "", "minutes": "20"})
    assert "These are the words of whoever brought this." in kept.content.decode()
    grace.post(reverse("agenda-item", args=where), {"title": "Buses", "words": item.words, "minutes": "20"})

    item.refresh_from_db()
    assert (item.title, item.minutes) == ("Buses", 20)
    assert as_(cast.femi).post(reverse("put-agenda-item", args=where), {"to": "0"}).status_code == 403
    assert as_(cast.amara).get(reverse("agenda-item", args=where)).status_code == 200


def test_what_is_taken_off_says_why_and_a_members_goes_to_the_car_park(cast, meeting, as_):
    item = add(cast, meeting, cast.amara)
    address = reverse("take-off-agenda", args=["our-project", meeting.ref, item.ref])
    assert "Say why." in as_(cast.grace).post(address, {"why": ""}).content.decode()

    as_(cast.grace).post(address, {"why": "We have no time for it."})

    parked = meeting.car_park.get()
    assert (parked.raised_by, "Buses" in parked.words, "None run on Sunday." in parked.words) == (
        cast.amara,
        True,
        True,
    )
    assert Message.objects.filter(person=cast.amara, code="told_agenda_off").count() == 1
    assert "We have no time for it." in page("agenda", meeting, as_(cast.amara))


def test_what_the_template_brought_is_taken_off_without_a_car_park(cast, meeting):
    first = agenda.standing(meeting)[0]
    agenda.take_off(item=first, why="We know each other.", by=Acting(cast.grace), now=now())

    assert meeting.car_park.count() == 0
    assert first.title not in titles(meeting)


def test_easy_read_has_the_templates_easy_words_and_members_own(cast, meeting, as_):
    add(cast, meeting, cast.femi)

    shown = page("agenda", meeting, as_(cast.amara))

    assert "How are you today?" in shown or Person.objects.get(pk=cast.amara.pk).format != "easy-read"
    assert "Buses" in shown


def test_nothing_is_added_to_a_meeting_that_is_over_or_off(cast, meeting, at):
    at("2024-04-16 20:30")
    with pytest.raises(Refused, match="meeting_is_over"):
        add(cast, meeting, cast.amara)
    Meeting.objects.update(off_at=now())
    with pytest.raises(Refused, match="meeting_is_off"):
        add(cast, meeting, cast.amara)


def test_a_meeting_that_has_begun_takes_more_until_somebody_ends_it(cast, meeting, at):
    Meeting.objects.update(began_at=moment("2024-04-16 18:00"))
    at("2024-04-16 20:30")

    assert add(cast, meeting, cast.amara).pk


def test_a_project_that_does_not_run_plans_nothing(cast, meeting):
    Project.objects.update(state="paused")
    with pytest.raises(Refused, match="project_not_running"):
        add(cast, meeting, cast.amara)


def test_the_page_of_a_meeting_costs_the_same_for_many_as_for_few(cast, meeting, as_, django_assert_max_num_queries):
    for number in range(12):
        add(cast, meeting, cast.amara, title=f"Thing {number}")
        made = papers.add_paper(
            meeting=meeting, title=f"P{number}", words="Words", minutes=5, by=Acting(cast.grace), now=now()
        )
        papers.give_out(paper=made, by=Acting(cast.grace), now=now())
    says(cast.amara, "place", now(), chosen=["step-free"], seen_by=["facilitator"])
    shares(cast, cast.amara, ("facilitator", cast.grace), now=now())
    grace = as_(cast.grace)
    for name in ("meeting", "agenda", "meeting-roles"):
        with django_assert_max_num_queries(25):
            page(name, meeting, grace)


def test_what_is_put_nowhere_stays_where_it_is_and_nothing_goes_before_what_has_begun(cast, meeting, as_):
    first = agenda.standing(meeting)[0]
    AgendaItem.objects.filter(pk=first.pk).update(started_at=now())
    before, item = titles(meeting), agenda.standing(meeting)[2]

    for to in ("0", "99", "-1", "up", ""):
        as_(cast.grace).post(reverse("put-agenda-item", args=["our-project", meeting.ref, item.ref]), {"to": to})

    assert titles(meeting) == before


def test_saving_what_is_there_already_is_nothing_that_happened(cast, meeting):
    by = {"by": Acting(cast.grace), "now": now()}
    like = {"title": "We meet", "way": "hybrid", "join_how": "", "layout": "", "venue": {}, "papers_days": 7}
    item = agenda.standing(meeting)[0]
    same = {"title": item.title, "words": item.words, "minutes": 12}
    for _ in range(2):
        plans.say_what_it_is_like(meeting=meeting, **like, **by)
        agenda.change_item(item=item, **same, **by)

    verbs = [row["verb"] for row in history.read(cast.project.room)]
    assert (verbs.count("meeting-place-said"), verbs.count("agenda-changed")) == (1, 1)


def test_other_words_under_the_same_title_are_on_the_agenda_too(cast, meeting):
    for words in ("None run on Sunday.", "The fare has doubled.", "None run on Sunday."):
        add(cast, meeting, cast.amara, words=words)

    assert sorted(row.words for row in agenda.standing(meeting) if row.title == "Buses") == [
        "None run on Sunday.",
        "The fare has doubled.",
    ]


def test_what_is_long_can_be_taken_off_and_is_kept_whole_for_later(cast, meeting):
    item = add(cast, meeting, cast.amara, title="B" * 200, words="w" * 2000)
    agenda.take_off(item=item, why="No time.", by=Acting(cast.grace), now=now())

    kept = meeting.car_park.get()
    assert (kept.words, kept.raised_by) == (f"{'B' * 200}\n{'w' * 2000}", cast.amara)


def test_what_somebody_put_in_the_car_park_without_a_name_never_gets_anothers(cast, meeting):
    unnamed = parking.park(meeting=meeting, words="Buses\nNone run on Sunday.", now=now())
    agenda.take_off(item=add(cast, meeting, cast.amara), why="No time.", by=Acting(cast.grace), now=now())

    unnamed.refresh_from_db()
    assert unnamed.raised_by is None
    assert meeting.car_park.exclude(pk=unnamed.pk).get().raised_by == cast.amara
