"""What is to be done at meetings goes round; papers come in time, in a format that suits, and reading them is paid."""

import pytest
from django.urls import reverse

from sidebyside.agreements.models import Proposal
from sidebyside.kit.clock import now
from sidebyside.kit.verdict import Refused
from sidebyside.people.acting import Acting
from sidebyside.people.models import Message, Person
from sidebyside.sessions import papers, planning, taking_roles
from sidebyside.sessions.models import Meeting, MeetingRole, Paper
from tests.cast import moment
from tests.sessions.test_planning import AT, WHERE, page


@pytest.fixture
def meeting(cast):
    by = {"by": Acting(cast.grace), "now": now()}
    return planning.plan_from(project=cast.project, template="two-hours", **WHERE, **AT, **by)


def test_who_would_like_to_is_suggested_in_turn_and_told(cast, meeting, as_):
    for who in (cast.amara, cast.femi):
        as_(who).post(reverse("would-like", args=["our-project", meeting.ref]), {"roles": ["note_taker"]})
    before = Meeting.objects.create(
        project=cast.project,
        title="Before",
        place="Here",
        starts_at=moment("2024-02-01 10:00"),
        ends_at=moment("2024-02-01 12:00"),
        planned_by=cast.grace,
        planned_at=moment("2024-01-01 10:00"),
    )
    MeetingRole.objects.create(meeting=before, person=cast.amara, role="note_taker")

    shown = page("meeting-roles", meeting, as_(cast.grace))
    assert shown.index("Femi Oakes <span") < shown.index("Amara Venn <span")
    assert "Did it 1 time." in shown
    as_(cast.grace).post(
        reverse("give-role", args=["our-project", meeting.ref]), {"role": "note_taker", "person": cast.femi.ref}
    )

    assert MeetingRole.objects.get(meeting=meeting).person == cast.femi
    assert Message.objects.filter(person=cast.femi, code="told_role").count() == 1


def test_a_role_is_given_back_by_whoever_has_it_and_by_nobody_else(cast, meeting, as_):
    taking_roles.give_role(meeting=meeting, person=cast.femi, role="tech", by=Acting(cast.grace), now=now())
    address, said = reverse("end-role", args=["our-project", meeting.ref]), {"role": "tech", "person": cast.femi.ref}

    assert as_(cast.amara).post(address, said).status_code == 403
    assert as_(cast.femi).post(address, said).status_code == 302
    assert not MeetingRole.objects.exists()


def test_who_leads_beside_the_facilitator_has_lived_expertise_and_is_here(cast, meeting, as_):
    def give(who):
        taking_roles.give_role(meeting=meeting, person=who, role="co_facilitator", by=Acting(cast.grace), now=now())

    for who, code in ((cast.edwin, "co_facilitator_has"), (cast.morag, "role_needs"), (cast.otto, "role_needs")):
        with pytest.raises(Refused, match=code):
            give(who)
    give(cast.amara)
    assert MeetingRole.objects.get().person == cast.amara


def test_a_paper_is_only_there_once_it_is_given_out_and_then_its_words_stay(cast, meeting, as_):
    grace, femi = as_(cast.grace), as_(cast.femi)
    said = {"title": "What 9 people told us", "words": "## Buses\n\nThey are late.", "minutes": "25"}
    for _ in range(2):
        grace.post(reverse("new-paper", args=["our-project", meeting.ref]), said)
    where = ["our-project", meeting.ref, Paper.objects.get().ref]
    assert femi.get(reverse("paper", args=where)).status_code == 404
    assert "What 9 people told us" not in page("meeting", meeting, femi)

    for _ in range(2):
        grace.post(reverse("give-out-paper", args=where))

    shown = page("paper", meeting, femi, where[2])
    assert "It takes about 25 minutes to read. This time is paid." in shown
    assert "<h3>Buses</h3>" in shown
    assert Message.objects.filter(code="told_paper", person=cast.femi).count() == 1
    refused = grace.post(reverse("change-paper", args=where), said | {"words": "Other words."}).content.decode()
    assert "This paper is given out." in refused
    assert "Other words." in refused


def test_a_paper_is_written_in_easy_read_and_read_so(cast, meeting, as_):
    paper = papers.add_paper(
        meeting=meeting, title="Buses", words="They are late.", minutes=5, by=Acting(cast.grace), now=now()
    )
    papers.give_out(paper=paper, by=Acting(cast.grace), now=now())
    where = ["our-project", meeting.ref, paper.ref]
    address = reverse("write-paper", args=[*where, "easy-read", "en"])

    helped = as_(cast.femi).post(address, {"words": "The bus is late.", "help": "yes"}).content.decode()
    assert "The bus is late." in helped
    as_(cast.femi).post(address, {"words": "The bus is late."})

    Person.objects.filter(pk=cast.edwin.pk).update(format="easy-read")
    assert "The bus is late." in as_(cast.edwin).get(reverse("paper", args=where)).content.decode()
    nothing = reverse("write-paper", args=[*where, "standard", "en"])
    assert as_(cast.femi).get(nothing).status_code == 404


def test_a_word_that_the_group_agreed_a_meaning_of_is_explained_where_it_stands(cast, meeting, as_):
    Proposal.objects.create(
        project=cast.project,
        kind="definition",
        subject="hybrid",
        words="Some in the room, some online.",
        method="majority",
        proposed_by=cast.amara,
        opened_at=now(),
        closes_at=now(),
        closed_at=now(),
        outcome="agreed",
    )
    by = {"by": Acting(cast.grace), "now": now()}
    paper = papers.add_paper(meeting=meeting, title="How we meet", words="A hybrid meeting.", minutes=5, **by)
    papers.give_out(paper=paper, **by)
    planning.add_to_agenda(meeting=meeting, title="Is hybrid good?", words="", minutes=5, **by)

    femi = as_(cast.femi)
    assert '<a class="explained"' in page("agenda", meeting, femi)
    assert "Some in the room, some online." in page("paper", meeting, femi, paper.ref)
