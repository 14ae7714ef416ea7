"""Papers of a meeting: made, given out in time, and read in time that is paid."""

from datetime import datetime

from django.db import transaction

from sidebyside.kit import history
from sidebyside.kit.verdict import Refused, no
from sidebyside.people.acting import Acting
from sidebyside.sessions.models import Meeting, Paper
from sidebyside.sessions.plans import hold_to_change, tell_all
from sidebyside.texts.rules import Source


def source(paper: Paper) -> Source:
    """Its words, for `texts`, which keeps them in every format."""
    meeting = paper.meeting
    return Source(about="meeting.paper", of=paper.ref, room=meeting.room, slug=meeting.project.slug, words=paper.words)


@transaction.atomic
def add_paper(*, meeting: Meeting, title: str, words: str, minutes: int, by: Acting, now: datetime) -> Paper:
    """Something to read before the meeting; reading it takes these minutes, which are paid. The same again is the same one."""
    hold_to_change(meeting, now)
    if not title.strip() or not words.strip():
        raise Refused(no("paper_needs_words"))
    if minutes < 1:
        raise Refused(no("paper_needs_minutes"))
    there = meeting.papers.filter(title=title.strip(), words=words.strip()).first()
    if there:
        return there
    paper = Paper.objects.create(
        meeting=meeting, title=title.strip(), words=words.strip(), minutes=minutes, made_by=by.person, made_at=now
    )
    history.note(meeting.room, by, "paper-made", paper.ref, now=now)
    return paper


@transaction.atomic
def change_paper(*, paper: Paper, title: str, words: str, minutes: int, by: Acting, now: datetime) -> None:
    """Its words, until it is given out: what people have read does not change under them. Raises Refused."""
    hold_to_change(paper.meeting, now)
    if not title.strip() or not words.strip():
        raise Refused(no("paper_needs_words"))
    fields = {"title": title.strip(), "words": words.strip(), "minutes": minutes}
    if Paper.objects.filter(pk=paper.pk, **fields).exists():
        return
    if Paper.objects.filter(pk=paper.pk, given_out_at=None).update(**fields) == 0:
        raise Refused(no("paper_is_given_out"))
    history.note(paper.meeting.room, by, "paper-changed", paper.ref, now=now)


@transaction.atomic
def give_out(*, paper: Paper, by: Acting, now: datetime) -> None:
    """Everybody whom it concerns is told that there is something to read. Twice is once. Raises Refused."""
    hold_to_change(paper.meeting, now)
    if Paper.objects.filter(pk=paper.pk, given_out_at=None).update(given_out_at=now):
        history.note(paper.meeting.room, by, "paper-given-out", paper.ref, now=now)
        tell_all(paper.meeting, "told_paper", by=by, now=now)
