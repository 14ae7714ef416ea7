"""Notes: written by anybody in the meeting, two people at once lose nothing, and once agreed they stay as they are."""

from datetime import timedelta

import pytest
from django.urls import reverse

from sidebyside.agreements import actions as agreeing
from sidebyside.agreements.models import Proposal, Term
from sidebyside.kit.clock import now
from sidebyside.kit.verdict import Refused
from sidebyside.people.acting import Acting
from sidebyside.people.models import Message
from sidebyside.projects.models import Break, Membership
from sidebyside.sessions import following, noting
from sidebyside.sessions.agenda import add_to_agenda
from sidebyside.sessions.models import MeetingRole, NoteLine, NoteWording
from tests.sessions.after import met, own_group

DAY = {"due_on-day": "2", "due_on-month": "4", "due_on-year": "2024"}


def text(client, name: str, *args) -> str:
    return client.get(reverse(name, args=["our-project", *args])).content.decode()


def line(meeting, by, words="The hall is too loud.", kind="point", **more) -> NoteLine:
    return noting.write_line(meeting=meeting, kind=kind, words=words, by=Acting(by), now=now(), **more)


def agreed(cast, meeting, said="yes") -> Proposal:
    """The group is asked about the notes; everybody counted says this, and it closes."""
    proposal = noting.ask_to_agree(meeting=meeting, by=Acting(cast.grace), now=now())
    for person in (cast.amara, cast.walter, cast.femi):
        agreeing.vote(proposal=proposal, said=said, why="It was Tuesday.", by=Acting(person), now=now())
    agreeing.close(proposal=proposal, now=now() + timedelta(days=15))
    meeting.refresh_from_db()
    proposal.refresh_from_db()
    return proposal


def test_anybody_here_adds_to_the_notes_and_the_same_again_is_the_same(cast, as_):
    meeting = met(cast)
    for _ in range(2):
        where = reverse("write-note", args=["our-project", meeting.ref, "decision"])
        as_(cast.femi).post(where, {"words": "We meet on Tuesdays."})

    assert NoteLine.objects.get().kind == "decision"
    assert "We meet on Tuesdays." in text(as_(cast.amara), "notes", meeting.ref)


def test_an_action_says_who_and_when_and_who_does_it_is_told(cast, as_):
    meeting = met(cast)
    where = reverse("write-note", args=["our-project", meeting.ref, "action"])
    wrong = as_(cast.femi).post(where, {"words": "Ask about the hall.", "owner": cast.edwin.ref}).content.decode()
    assert "Write the day." in wrong
    assert "Ask about the hall." in wrong

    as_(cast.femi).post(where, DAY | {"words": "Ask about the hall.", "owner": cast.edwin.ref})

    assert NoteLine.objects.get().owner == cast.edwin
    assert Message.objects.filter(person=cast.edwin, code="told_action_is_yours").count() == 1


def test_two_people_at_once_lose_nothing_and_one_who_runs_it_chooses(cast, as_):
    meeting = met(cast)
    one = line(meeting, cast.grace, "The hal is loud.")
    where = reverse("note", args=["our-project", meeting.ref, one.ref])
    as_(cast.amara).post(where, {"words": "The hall is loud.", "version": "1"})
    shown = as_(cast.femi).post(where, {"words": "The hall was loud.", "version": "1"}, follow=True).content.decode()
    assert "Femi Oakes changed it at the same time" in shown
    assert "The hall was loud." in shown
    assert "The hall is loud." in shown

    beside = NoteWording.objects.get(beside=True)
    choose = reverse("choose-wording", args=["our-project", meeting.ref, one.ref])
    assert as_(cast.femi).post(choose, {"wording": beside.ref, "take": "yes"}).status_code == 403
    for _ in range(2):
        as_(cast.grace).post(choose, {"wording": beside.ref, "take": "yes"})

    one.refresh_from_db()
    assert (one.words, one.version) == ("The hall was loud.", 3)
    assert {row.words for row in one.wordings.all()} == {"The hal is loud.", "The hall is loud.", "The hall was loud."}


def test_the_earlier_wording_can_stay_and_the_other_is_still_kept(cast):
    one = line(met(cast), cast.grace)
    noting.change_line(line=one, words="One", version=1, by=Acting(cast.amara), now=now())
    other = noting.change_line(line=one, words="Two", version=1, by=Acting(cast.femi), now=now())
    again = noting.change_line(line=one, words="Two", version=1, by=Acting(cast.femi), now=now())
    assert other == again

    noting.choose_wording(wording=other, take=False, by=Acting(cast.grace), now=now())

    one.refresh_from_db()
    assert one.words == "One"
    assert one.wordings.filter(words="Two", beside=False).exists()


def test_what_a_browser_sends_again_is_no_second_line_even_once_it_was_corrected(cast):
    meeting = met(cast)
    one = line(meeting, cast.grace, once="abc")
    noting.change_line(line=one, words="Else", version=1, by=Acting(cast.amara), now=now())
    assert line(meeting, cast.grace, once="abc") == one
    assert NoteLine.objects.count() == 1


def test_notes_are_written_in_easy_read_and_whoever_reads_that_reads_it_first(cast, as_):
    meeting = met(cast)
    line(meeting, cast.grace, "Henceforth we convene on Tuesdays.", kind="decision")
    line(meeting, cast.femi, "I felt heard.", kind="quote", quoted=cast.femi)
    where = reverse("write-notes", args=["our-project", meeting.ref, "easy-read", "en"])
    assert "I felt heard." not in as_(cast.femi).get(where).content.decode()

    as_(cast.femi).post(where, {"words": "We meet on Tuesdays."})

    shown = text(as_(cast.amara), "notes", meeting.ref)
    assert shown.index("We meet on Tuesdays.") < shown.index("Henceforth")
    assert as_(cast.femi).get(where.replace("easy-read", "song")).status_code == 404


def test_words_that_the_group_explained_are_links_in_the_notes(cast, as_):
    more = {"opened_at": now(), "closes_at": now(), "closed_at": now(), "outcome": "agreed", "proposed_by": cast.amara}
    Term.objects.create(project=cast.project, term="equity", key="equity", flagged_on=now().date())
    Proposal.objects.create(
        project=cast.project,
        kind="definition",
        subject="equity",
        words="Fair",
        parts={"easy": "Fair."},
        method="majority",
        **more,
    )
    meeting = met(cast)
    line(meeting, cast.grace, "Equity comes first.")
    assert '">Equity</a> comes first.' in text(as_(cast.femi), "notes", meeting.ref)


def test_a_line_is_taken_out_and_put_back_and_its_words_are_kept(cast, as_):
    one = line(met(cast), cast.grace)
    where = reverse("take-out-note", args=["our-project", one.meeting.ref, one.ref])
    assert as_(cast.amara).post(where, {"out": "yes"}).status_code == 403
    as_(cast.grace).post(where, {"out": "yes"})
    assert "What was taken out" in text(as_(cast.amara), "notes", one.meeting.ref)
    as_(cast.grace).post(where, {"out": "no"})
    one.refresh_from_db()
    assert one.taken_out_at is None


def test_the_group_agrees_and_then_nobody_changes_anything_whoever_she_is(cast, as_):
    meeting = met(cast)
    one = line(meeting, cast.grace)
    agreed(cast, meeting)
    assert meeting.notes_agreed_at
    MeetingRole.objects.create(meeting=meeting, person=cast.edwin, role="note_taker")

    for person in (cast.amara, cast.femi, cast.grace, cast.edwin):
        client, args = as_(person), ["our-project", meeting.ref]
        client.post(reverse("note", args=[*args, one.ref]), {"words": "Else", "version": "1"})
        client.post(reverse("write-note", args=[*args, "point"]), {"words": "More"})
        client.post(reverse("take-out-note", args=[*args, one.ref]), {"out": "yes"})
        client.post(reverse("agree-notes", args=args))

    rows = list(NoteLine.objects.values_list("words", "version", "taken_out_at"))
    assert rows == [("The hall is too loud.", 1, None)]
    assert NoteWording.objects.count() == Proposal.objects.count() == 1
    assert "The group has agreed these notes" in text(as_(cast.amara), "notes", meeting.ref)


def test_only_the_group_itself_takes_back_that_it_agreed_and_then_it_is_a_draft_again(cast):
    meeting = met(cast)
    line(meeting, cast.grace)
    first = agreed(cast, meeting)
    how = {"kind": "take_back", "subject": first.ref, "words": "It was Tuesday.", "method": "majority"}
    proposal = agreeing.propose(project=cast.project, by=Acting(cast.amara), now=now(), **how)
    for person in (cast.amara, cast.walter, cast.femi):
        agreeing.vote(proposal=proposal, said="yes", why="", by=Acting(person), now=now())
    agreeing.close(proposal=proposal, now=now() + timedelta(days=15))
    meeting.refresh_from_db()
    assert meeting.notes_agreed_at is None
    line(meeting, cast.grace, "It was Tuesday.")


def test_when_the_group_says_no_its_reasons_stand_and_it_is_a_draft_again(cast, as_):
    meeting = met(cast)
    one = line(meeting, cast.grace, "It was Monday.")
    agreed(cast, meeting, said="no")
    assert meeting.notes_agreed_at is None

    shown = text(as_(cast.grace), "notes", meeting.ref)
    assert "The group did not agree to these notes" in shown
    assert "It was Tuesday." in shown
    noting.change_line(line=one, words="It was Tuesday.", version=1, by=Acting(cast.amara), now=now())
    agreed(cast, meeting)
    assert meeting.notes_agreed_at


def test_the_group_is_asked_in_the_words_of_the_notes_without_what_people_said(cast):
    meeting = met(cast, title="Spring")
    line(meeting, cast.grace, "We meet on Tuesdays.", kind="decision")
    line(meeting, cast.amara, "I felt heard.", kind="quote", quoted=cast.amara)

    proposal = noting.ask_to_agree(meeting=meeting, by=Acting(cast.grace), now=now())

    assert proposal.words == "Spring\n- Decision: We meet on Tuesdays."
    with pytest.raises(Refused):
        line(meeting, cast.grace, "Too late")


def test_what_is_not_whole_is_not_put_to_the_group(cast):
    meeting, to_come = met(cast), met(cast, days_ago=-3)
    quote = line(meeting, cast.grace, "I felt heard.", kind="quote", quoted=cast.amara)
    line(to_come, cast.grace)
    for one in (meeting, to_come, met(cast, days_ago=2)):
        with pytest.raises(Refused):
            noting.ask_to_agree(meeting=one, by=Acting(cast.grace), now=now())
    noting.allow_quote(line=quote, yes=True, by=Acting(cast.amara), now=now())
    assert noting.ask_to_agree(meeting=meeting, by=Acting(cast.grace), now=now()).kind == "notes"


def test_a_groups_own_notes_are_written_and_agreed_by_it_and_found_by_nobody_else(cast, as_):
    meeting = met(cast, group=own_group(cast))
    one = line(meeting, cast.amara, "Only among us")
    for name, args in (("notes", []), ("note", [one.ref]), ("write-note", ["point"]), ("what-happened", [])):
        assert as_(cast.grace).get(reverse(name, args=["our-project", meeting.ref, *args])).status_code == 404
    proposal = noting.ask_to_agree(meeting=meeting, by=Acting(cast.amara), now=now())
    assert proposal.group == meeting.group
    for person in (cast.amara, cast.walter):
        agreeing.vote(proposal=proposal, said="yes", why="", by=Acting(person), now=now())
    agreeing.close(proposal=proposal, now=now() + timedelta(days=15))
    meeting.refresh_from_db()
    assert meeting.notes_agreed_at
    assert not Message.objects.filter(values__icontains="Only among us").exists()


def test_nobody_is_told_of_what_is_due_once_she_has_left_or_while_she_takes_a_break(cast):
    for owner in (cast.femi, cast.amara):
        line(met(cast), cast.grace, "Ask about the hall.", kind="action", owner=owner, due_on=now().date())
    Membership.objects.filter(person=cast.femi).update(left_at=now())
    Break.objects.create(membership=cast.amara.memberships.get(), from_at=now())

    assert following.tell_what_is_due(now=now()) == 0


def test_who_does_something_is_told_on_the_day_once_and_what_came_of_it_stands(cast, as_, at):
    meeting = met(cast)
    action = line(meeting, cast.grace, "Ask about the hall.", kind="action", owner=cast.femi, due_on=now().date())
    assert [following.tell_what_is_due(now=now()) for _ in range(2)] == [1, 0]
    at("2024-03-13 10:00")
    assert "Late" in text(as_(cast.amara), "actions")
    where = reverse("follow-up", args=["our-project", meeting.ref, action.ref])
    assert as_(cast.amara).post(where, {"became": "Mine", "done": "on"}).status_code == 403
    assert where not in text(as_(cast.amara), "actions") + text(as_(cast.amara), "notes", meeting.ref)
    assert where in text(as_(cast.femi), "actions")

    as_(cast.femi).post(where, {"became": "It is booked.", "done": "on"})

    shown = text(as_(cast.amara), "actions")
    assert "It is booked." in shown
    assert "Late" not in shown


@pytest.mark.parametrize("name", ["notes", "what-happened", "actions", "you-said"])
def test_pages_cost_the_same_however_much_was_noted(name, cast, as_, django_assert_max_num_queries):
    meeting, client = met(cast), as_(cast.grace)
    for number in range(12):
        one = line(meeting, cast.grace, f"Point {number}")
        noting.change_line(line=one, words=f"Better {number}", version=1, by=Acting(cast.femi), now=now())
        noting.change_line(line=one, words=f"Beside {number}", version=1, by=Acting(cast.amara), now=now())
        line(meeting, cast.grace, f"Do {number}", kind="action", owner=cast.grace, due_on=now().date())
        add_to_agenda(meeting=met(cast, days_ago=-3), title=f"Item {number}", words="", minutes=5, **by_grace(cast))
    args = ["our-project", meeting.ref] if name in ("notes", "what-happened") else ["our-project"]
    with django_assert_max_num_queries(25):
        assert client.get(reverse(name, args=args)).status_code == 200


def by_grace(cast) -> dict:
    return {"by": Acting(cast.grace), "now": now()}
