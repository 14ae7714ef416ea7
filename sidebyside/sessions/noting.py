"""Notes of a meeting: written and corrected by anybody in it, agreed by the group, and then fixed. No wording is lost."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Max

from sidebyside.agreements.actions import how_it_decides, propose
from sidebyside.agreements.models import Proposal
from sidebyside.agreements.rules import methods_for
from sidebyside.kit import history
from sidebyside.kit.verdict import Refused, no, refuse_unless
from sidebyside.kit.words import say
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.people.models import Person
from sidebyside.projects.actions import hold
from sidebyside.sessions import note_rules as rules
from sidebyside.sessions import quoting
from sidebyside.sessions.models import AgendaItem, Meeting, NoteLine, NoteWording
from sidebyside.sessions.parking import people_of
from sidebyside.sessions.plans import told
from sidebyside.sessions.room import sent_before, show_the_room


@transaction.atomic
def write_line(
    *,
    meeting: Meeting,
    kind: str,
    words: str,
    item: AgendaItem | None = None,
    owner: Person | None = None,
    due_on: date | None = None,
    quoted: Person | None = None,
    by: Acting,
    now: datetime,
    once: str = "",
) -> NoteLine:
    """A decision, a point, an action (owner, due_on) or what somebody said (quoted). The same again is the same line.

    What somebody said waits for her yes; until then only she and whoever wrote it down see it. Raises Refused.
    """
    meeting = held(meeting)
    more = {"item": item, "owner": owner, "due_on": due_on, "quoted": quoted}
    _may_write(meeting, kind, words, more, now)
    same = meeting.notes.filter(kind=kind, words=words.strip(), taken_out_at=None, **more)
    there = same.last()
    if sent_before(meeting, once) and not there:  # it reads otherwise by now
        there = meeting.notes.filter(kind=kind, wordings__version=1, wordings__words=words.strip()).last()
    if there:
        return there
    last = meeting.notes.aggregate(last=Max("order"))["last"] or 0
    made = {"changed_by": by.person, "changed_at": now, "quote_ok": True if quoted == by.person else None}
    line = NoteLine.objects.create(meeting=meeting, kind=kind, words=words.strip(), order=last + 1, **more, **made)
    _keep(line, by, now)
    history.note(meeting.room, by, "note-written", line.ref, now=now, values={"kind": kind})
    _tell_whom_it_is_about(line, by, now)
    show_the_room(meeting)
    return line


def _may_write(meeting: Meeting, kind: str, words: str, more: dict, now: datetime) -> None:
    refuse_unless(
        rules.can_write(
            kind=kind,
            words=words,
            owner=more["owner"] is not None,
            due=more["due_on"] is not None,
            quoted=more["quoted"] is not None,
            **state_of(meeting),
        )
    )
    here = people_of(meeting)
    if any(person and person not in here for person in (more["owner"], more["quoted"])):
        raise Refused(no("owner_is_not_here"))
    if more["item"] and more["item"].meeting_id != meeting.pk:
        raise Refused(no("choose_an_answer"))


def _tell_whom_it_is_about(line: NoteLine, by: Acting, now: datetime) -> None:
    if line.owner and line.owner != by.person:
        tell(line.owner, *told(line.meeting, "told_action_is_yours"), now=now)
    if line.quoted and line.quote_ok is None:
        quoting.ask_whether(line, now=now)


def held(meeting: Meeting) -> Meeting:
    """The meeting as it is now, once its project is held."""
    hold(meeting.project)
    return Meeting.objects.select_related("project", "group").get(pk=meeting.pk)


def state_of(meeting: Meeting) -> dict[str, bool]:
    """Are its notes agreed, or is the group being asked about them?"""
    return {"agreed": meeting.notes_agreed_at is not None, "asking": asked_about(meeting).open().exists()}


def asked_about(meeting: Meeting):
    """Each time the group was asked about these notes."""
    return meeting.project.proposals.filter(kind="notes", subject=meeting.ref, group=meeting.group)


def _keep(line: NoteLine, by: Acting, now: datetime) -> NoteWording:
    return NoteWording.objects.create(line=line, version=line.version, words=line.words, by=by.person, at=now)


@transaction.atomic
def change_line(*, line: NoteLine, words: str, version: int, by: Acting, now: datetime) -> NoteWording:
    """Correct a line. version: of the wording that she had before her. Every wording is kept. Raises Refused.

    When somebody else changed it meanwhile, both stay: hers stands beside (`beside`) until one is chosen.
    """
    line = _to_change(line)
    refuse_unless(rules.can_say(words, missing="note_needs_words"))
    words = words.strip()
    if words == line.words:
        return line.wordings.filter(beside=False).order_by("id").last() or _keep(line, by, now)
    if version != line.version:
        return _stand_beside(line, words, version, by, now)
    return _now_reads(line, words, by, now)


def _to_change(line: NoteLine) -> NoteLine:
    meeting = held(line.meeting)
    refuse_unless(rules.can_change(**state_of(meeting)))
    return NoteLine.objects.select_related("meeting__project", "meeting__group", "quoted").get(pk=line.pk)


def _stand_beside(line: NoteLine, words: str, version: int, by: Acting, now: datetime) -> NoteWording:
    there = line.wordings.filter(beside=True, words=words, by=by.person).first()
    if there:
        return there
    more = {"version": version, "words": words, "by": by.person, "at": now}
    history.note(line.meeting.room, by, "note-changed-beside", line.ref, now=now)
    show_the_room(line.meeting)
    return NoteWording.objects.create(line=line, beside=True, **more)


def _now_reads(line: NoteLine, words: str, by: Acting, now: datetime) -> NoteWording:
    """The line reads so from now on. A quote in other words needs a new yes, unless she herself put it so."""
    if line.kind == "quote":
        quoting.withdraw(line, now=now)
        line.quote_ok = True if line.quoted == by.person else None
    line.words, line.version, line.changed_by, line.changed_at = words, line.version + 1, by.person, now
    if line.quote_ok is None:
        quoting.ask_whether(line, now=now)
    line.save(update_fields=["words", "version", "changed_by", "changed_at", "quote_ok"])
    history.note(line.meeting.room, by, "note-changed", line.ref, now=now, values={"version": line.version})
    show_the_room(line.meeting)
    return _keep(line, by, now)


@transaction.atomic
def choose_wording(*, wording: NoteWording, take: bool, by: Acting, now: datetime) -> None:
    """Of two wordings side by side, the line reads as the later one (take) or stays as it is. Both are kept."""
    line = _to_change(wording.line)
    if not NoteWording.objects.filter(pk=wording.pk, beside=True).update(beside=False):
        return
    if take:
        _now_reads(line, wording.words, by, now)
    else:
        history.note(line.meeting.room, by, "note-stays", line.ref, now=now)
        show_the_room(line.meeting)


@transaction.atomic
def take_out(*, line: NoteLine, out: bool, by: Acting, now: datetime) -> None:
    """A line is taken out of the notes, or put back. Its words are kept."""
    line = _to_change(line)
    if bool(line.taken_out_at) == out:
        return
    line.taken_out_at = now if out else None
    line.save(update_fields=["taken_out_at"])
    history.note(line.meeting.room, by, "note-taken-out" if out else "note-put-back", line.ref, now=now)
    show_the_room(line.meeting)


@transaction.atomic
def allow_quote(*, line: NoteLine, yes: bool, by: Acting, now: datetime, said_at: datetime | None = None) -> None:
    """Whoever said it lets it stand with her name, or does not. A no counts at any time, also once notes are agreed."""
    meeting = held(line.meeting)
    line = NoteLine.objects.select_related("quoted").get(pk=line.pk)
    if line.quoted != by.person or line.kind != "quote":
        raise Refused(no("quote_is_not_yours"))
    if yes:
        refuse_unless(rules.can_change(**state_of(meeting)))
    yes = quoting.answered(line, yes, by=by, now=now, said_at=said_at)
    if line.quote_ok is yes:
        return
    NoteLine.objects.filter(pk=line.pk).update(quote_ok=yes)
    history.note(meeting.room, by, "quote-allowed" if yes else "quote-refused", line.ref, now=now)
    show_the_room(meeting)


@transaction.atomic
def ask_to_agree(*, meeting: Meeting, by: Acting, now: datetime) -> Proposal:
    """Ask whoever the meeting was of whether these notes are right. While they are asked, nothing changes. Raises Refused."""
    meeting = held(meeting)
    lines = [line for line in meeting.notes.filter(taken_out_at=None) if line.quote_ok is not False]
    verdict = rules.can_ask_to_agree(
        over=bool(meeting.over_at) or meeting.ends_at <= now,
        lines=len(lines),
        beside=NoteWording.objects.filter(line__in=lines, beside=True).count(),
        quotes=len([line for line in lines if line.kind == "quote" and line.quote_ok is None]),
    )
    refuse_unless(rules.can_change(**state_of(meeting)))
    refuse_unless(verdict)
    how = how_it_decides(meeting.project, meeting.group)
    proposal = propose(
        project=meeting.project,
        group=meeting.group,
        kind="notes",
        subject=meeting.ref,
        words=as_plain_words(meeting),
        method="consent" if "consent" in methods_for("notes", how) else "majority",
        by=by,
        now=now,
    )
    show_the_room(meeting)
    return proposal


def as_plain_words(meeting: Meeting) -> str:
    """The notes as the group is asked about them: by agenda item. Not what people said: that is each one's own to allow."""
    words, item = [meeting.title], None
    rows = meeting.notes.filter(taken_out_at=None).exclude(kind="quote").select_related("item")
    for line in rows.order_by(F("item__order").asc(nulls_last=True), "order", "id"):
        if line.item and line.item != item:
            words.append(line.item.title)
        item = line.item
        words.append(f"- {say(f'line_{line.kind}')}: {line.words}")
    return "\n".join(words)


def fix_if_agreed(*, event: str, proposal: Proposal, now: datetime, **_: object) -> None:
    """Once the group has agreed its notes, they stay as they are. Only the group itself can take that back."""
    if proposal.outcome != "agreed":
        return
    meetings = Meeting.objects.filter(project=proposal.project, group=proposal.group)
    if proposal.kind == "notes":
        meetings.filter(ref=proposal.subject, notes_agreed_at=None).update(notes_agreed_at=now)
    elif proposal.kind == "take_back":
        taken = proposal.project.proposals.filter(ref=proposal.subject, kind="notes", group=proposal.group).first()
        meetings.filter(ref=taken.subject if taken else "").update(notes_agreed_at=None)
