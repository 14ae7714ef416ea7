"""What the Lived Expertise Group does by itself: its questions before and after a meeting, and what it brings to everybody.

ADR 51: what is brought is a copy of words that the group agreed to, or that it wrote down as a decision at a meeting of its
own. Nobody's name goes with it, and nothing else of the group does.
"""

from datetime import datetime

from django.db import transaction

from sidebyside.agreements.models import OWN_ALONE, Proposal
from sidebyside.kit import history
from sidebyside.kit.verdict import Refused, no
from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.projects.actions import hold
from sidebyside.projects.models import Group
from sidebyside.projects.own_group import own_group, people_in
from sidebyside.sessions.afterwards import OWN_AFTER
from sidebyside.sessions.agenda import add_to_agenda
from sidebyside.sessions.coming import OWN_BEFORE
from sidebyside.sessions.models import Meeting, NoteLine
from sidebyside.sessions.parking import park

ADDRESSED = ("slug", "meeting")
BEFORE_OWN = asks.add_kind(asks.Kind(OWN_BEFORE, "sealed", 5, "ask_own_meeting_title", ("own-before", ADDRESSED)))
AFTER_OWN = asks.add_kind(asks.Kind(OWN_AFTER, "sealed", 3, "ask_own_meeting_title", ("own-after", ADDRESSED)))
AGENDA, CAR_PARK = "agenda", "car_park"
MINUTES = 15  # on the agenda, until somebody plans it otherwise


def agreed_to_bring(group: Group):
    """What the group agreed by its own way of deciding, newest first: all of it may be brought, what was meant to be first."""
    rows = Proposal.objects.filter(group=group).standing().exclude(kind__in=["take_back", "notes", "definition"])
    return sorted(rows.order_by("-closed_at", "-id")[:100], key=lambda row: row.kind not in OWN_ALONE)


def decided_to_bring(group: Group):
    """What was written down as a decision at meetings of its own that have begun, newest first."""
    rows = NoteLine.objects.filter(meeting__group=group, kind="decision", taken_out_at=None)
    return rows.filter(meeting__began_at__isnull=False).select_related("meeting").order_by("-changed_at", "-id")[:100]


def words_of(group: Group, what: str) -> tuple[str, str]:
    """The title (or nothing) and the words of something that may be brought. what: as `agreed:REF` or `decided:REF`.

    Raises Refused for anything else: a draft, a point, or what somebody only would like.
    """
    kind, _, ref = what.partition(":")
    agreed = next((row for row in agreed_to_bring(group) if (kind, row.ref) == ("agreed", ref)), None)
    if agreed:
        return agreed.subject if agreed.kind in (*OWN_ALONE, "ground_rule") else "", agreed.words
    line = next((row for row in decided_to_bring(group) if (kind, row.ref) == ("decided", ref)), None)
    if line is None:
        raise Refused(no("bring_what_is_agreed"))
    return "", line.words


@transaction.atomic
def bring(*, group: Group, what: str, meeting: Meeting, to: str, by: Acting, now: datetime) -> None:
    """Put a copy of it on the agenda of a meeting of everybody, or in its car park, with no name. Raises Refused.

    to: agenda or car_park. The same again is there once. Those in the group are told that something of theirs is new.
    """
    project = hold(meeting.project)
    if own_group(project, by) != group:
        raise Refused(no("not_in_this_group"))
    if meeting.group_id or meeting.project_id != group.project_id or to not in (AGENDA, CAR_PARK):
        raise Refused(no("choose_an_answer"))
    title, words = words_of(group, what)
    if to == AGENDA:
        first = title or words.splitlines()[0][:100]
        add_to_agenda(meeting=meeting, title=first, words=words, minutes=MINUTES, by=by, now=now, from_group=True)
    else:
        park(meeting=meeting, words=words, now=now)
    history.note(group.room, by, "own-brought", meeting.ref, now=now, values={"to": to})
    for person in people_in(group).exclude(pk=by.person.pk):
        tell(person, "told_own_meeting", {"meeting": meeting.ref}, now=now)
