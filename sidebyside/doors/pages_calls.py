"""What the pages about calls, and about what did not arrive, read."""

from datetime import datetime

from sidebyside.doors.models_calls import Call
from sidebyside.kit.words import say
from sidebyside.people.forms import DOORS
from sidebyside.people.models import Ask, Message
from sidebyside.people.sheets import sheet_of

AT_MOST = 50


def calls(*, now: datetime) -> dict:
    """Whom to ring or tell, the soonest to close first."""
    rows = Call.objects.filter(done_at=None).select_related("message__person", "message__ask")
    return {"calls": [_call(row) for row in rows.order_by("made_at", "id")[:AT_MOST]]}


def _call(row: Call) -> dict:
    message = row.message
    ask = message.ask
    return {
        "ref": row.ref,
        "name": message.person.name,
        "phone": message.person.phone or "",
        "words": say(message.code, message.values) if row.everything else "",
        "ask": ask.ref if ask and row.everything else "",
        "closes_at": ask.closes_at if ask else None,
        "tries": row.not_there,
    }


def write_down(ask: Ask) -> dict:
    """A question to read out: in the words of whoever is asked."""
    sheet = sheet_of(ask)
    return {"whom": ask.person.name, "sheet": sheet, "closes_at": ask.closes_at}


def troubles() -> dict:
    """What did not arrive, and what was done about it by itself. The oldest first."""
    rows = Message.objects.exclude(trouble="").filter(trouble_ended_at=None).select_related("person", "tried_again_by")
    doors = dict(DOORS)
    found = [
        {
            "ref": row.ref,
            "who": row.person,
            "door": str(doors.get(row.door, "")),
            "why": say(row.trouble),
            "at": row.trouble_at,
            "now_by": _instead(row, doors),
        }
        for row in rows.order_by("trouble_at", "id")[:AT_MOST]
    ]
    return {"troubles": found}


def _instead(row: Message, doors: dict) -> str:
    again = getattr(row, "tried_again_by", None)
    return str(doors.get(again.door, "")) if again and again.sent_at else ""
