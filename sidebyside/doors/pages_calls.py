"""What the pages about calls, and about what did not arrive, read."""

from datetime import datetime

from django.db.models import F

from sidebyside.doors.models_calls import Call
from sidebyside.doors.sending import reveals_of
from sidebyside.kit.words import say
from sidebyside.people.forms import DOORS
from sidebyside.people.models import Ask, Message
from sidebyside.people.reach import EVERYTHING, may_say, reach_of
from sidebyside.people.sheets import sheet_of

AT_MOST = 50


def calls(*, now: datetime) -> dict:
    """Whom to ring or tell, the soonest to close first."""
    rows = Call.objects.to_make(now=now).select_related("message__person", "message__ask")
    soonest = F("message__ask__closes_at").asc(nulls_last=True)
    return {"calls": [_call(row) for row in rows.order_by(soonest, "made_at", "id")[:AT_MOST]]}


def _call(row: Call) -> dict:
    """everything: as it was when it was due, if she has not said less since then."""
    message = row.message
    ask, says = message.ask, reach_of(message.person).says
    everything = row.everything and may_say(message.door, reveals=reveals_of(message), says=says) == EVERYTHING
    return {
        "ref": row.ref,
        "name": message.person.name,
        "phone": message.person.phone or "",
        "words": say(message.code, message.values) if everything else "",
        "ask": ask.ref if ask and everything else "",
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
