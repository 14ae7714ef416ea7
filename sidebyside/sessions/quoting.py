"""May what somebody said stand in the notes, with her name? She is asked by her own door; silence is no yes."""

from datetime import datetime

from sidebyside.people import asks
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.people.models import Ask
from sidebyside.sessions.models import NoteLine
from sidebyside.sessions.plans import told

QUOTE = asks.add_kind(
    asks.Kind("meetings.quote", "inside", 1, "ask_quote_title", ("quote", ("slug", "meeting", "line")))
)


def question_of(line: NoteLine) -> str:
    """Of these very words: other words are another question."""
    return f"{QUOTE.name}:{line.ref}:{line.version}"


def ask_whether(line: NoteLine, *, now: datetime) -> None:
    """Ask her. What a group keeps to itself goes out by no door: she is told that something waits, and answers on its page."""
    meeting, quoted = line.meeting, line.quoted
    if quoted is None:
        return
    if meeting.group_id:
        tell(quoted, *told(meeting, "told_quote_waits"), now=now)
        return
    project = meeting.project
    values = {"slug": project.slug, "meeting": meeting.ref, "line": line.ref, "project": project.name}
    asks.ask_all(QUOTE, question=question_of(line), people=[quoted], room=meeting.room, now=now, values=values)


def answered(line: NoteLine, yes: bool, *, by: Acting, now: datetime, said_at: datetime | None) -> bool:
    """Record what she said to these words, when she was asked. Is it a yes, by what counts of all she said? Raises Refused."""
    ask = Ask.objects.select_related("person").filter(question=question_of(line), person=line.quoted_id).first()
    if ask is None:
        return yes
    asks.answer(ask=ask, said={"ok": "yes" if yes else "no"}, by=by, now=now, said_at=said_at)
    counts = asks.counting(ask)
    return bool(counts and counts.said["ok"] == "yes")  # type: ignore[index]


def withdraw(line: NoteLine, *, now: datetime) -> None:
    """These words no longer stand there, so she is no longer asked about them."""
    asks.withdraw(question_of(line), now=now)
