"""What the pages of the room read: the phone's, the table of whoever runs the meeting, and the big screen."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.utils.crypto import salted_hmac

from sidebyside.agreements.models import Term
from sidebyside.agreements.pages_terms import Meaning, meanings
from sidebyside.agreements.rules import key_of, pieces
from sidebyside.kit.words import say
from sidebyside.sessions import checks, hands, live_rules, living, seats
from sidebyside.sessions.models import AgendaItem, Check, Hand, Meeting, Seat, SeatAnswer
from sidebyside.sessions.parking import people_of

AT_MOST = 50
FACES = {"good": "happy", "so_so": "so_so", "not_good": "sad", "yes": "happy", "partly": "so_so", "no": "sad"}


def version(meeting: Meeting, who: str, request, now: datetime) -> str:
    """The name of what this reader sees now. Asks nothing of the database: the same name, and there is nothing new."""
    parts = (meeting.pk, meeting.live_version, who, request.looks.read_in.locale, bool(seats.is_open(meeting, now)))
    return f'W/"{sha256(repr(parts).encode()).hexdigest()[:20]}"'  # weak: it may be compressed on its way


def once(meeting: Meeting, who: str) -> str:
    """A name for whatever is sent from this page: sent twice from it, it is done once."""
    return salted_hmac("sidebyside.once", f"{meeting.pk}:{meeting.live_version}:{who}").hexdigest()[:16]


def in_the_room(meeting: Meeting, now: datetime) -> dict[str, Any]:
    """What everybody in the room sees. The queries do not grow with what there is to see."""
    items = living.agenda(meeting)
    current = next((item for item in items if item.pk == meeting.now_item_id), None)
    open_check, closed = _checks(meeting)
    agreed = meanings(meeting.project, meeting.group)
    return {
        "meeting": meeting,
        "running": living.is_running(meeting),
        "over": bool(meeting.over_at),
        "item": current,
        "timer": _steps(_timer(meeting, current), now),
        "due": _steps(_due(meeting, items, current), now),
        "items": [_item(item, current) for item in items],
        "after_break": [item.title for item in items if item.first_after_break and item != current],
        "signals": _signals(meeting),
        "check": open_check,
        "results": closed,
        "hands": hands.in_order(meeting),
        "parked": list(meeting.car_park.select_related("owner").order_by("-id")[:AT_MOST]),
        "page_words": _words(meeting, agreed),
        "meant": _meant(current, agreed),
    }


def _timer(meeting: Meeting, item: AgendaItem | None) -> list[live_rules.Step]:
    if item is None or item.started_at is None or not living.is_running(meeting):
        return []
    return live_rules.timer(started_at=item.started_at, minutes=item.minutes, ends_at=meeting.ends_at)


def _due(meeting: Meeting, items: list[AgendaItem], current: AgendaItem | None) -> list[live_rules.Step]:
    """When a break is due, and when the time for how we work together is to begin: while neither is what is done now."""
    if meeting.began_at is None or not living.is_running(meeting):
        return []
    moments = [
        (live_rules.break_due_at(items, meeting.began_at), "break_is_due", 0),
        (live_rules.process_due_at(items, meeting.ends_at), "process_is_due", 0),
    ]
    busy = current is not None and current.kind in ("break", "process")
    return [] if busy else sorted((at, code, minutes) for at, code, minutes in moments if at)


def _steps(steps: Iterable[live_rules.Step], now: datetime) -> dict[str, Any]:
    """Words for now, and what is to be said later: [seconds from now, words], so that a page goes on without asking."""
    said = [(round((at - now).total_seconds()), say(code, {"minutes": minutes})) for at, code, minutes in steps]
    past = [words for seconds, words in said if seconds <= 0]
    return {"words": past[-1] if past else "", "later": [[seconds, words] for seconds, words in said if seconds > 0]}


def _item(item: AgendaItem, current: AgendaItem | None) -> dict:
    state = "now" if item == current else "done" if item.ended_at else "later"
    return {
        "ref": item.ref,
        "title": item.title,
        "minutes": item.minutes,
        "kind": item.kind,
        "state": "again" if item.first_after_break and state != "now" else state,
    }


def _checks(meeting: Meeting) -> tuple[Check | None, list[dict]]:
    """The check that is open, and the newest that are closed with their results."""
    rows = list(meeting.checks.select_related("item").order_by("-id")[:6])
    closed = [row for row in rows if row.closed_at]
    said, late = checks.said_in(closed), checks.said_in(closed, late=True)
    seats = checks.from_seats(closed)
    shown = [_result(row, said, late, seats[row.pk]) for row in closed]
    return next((row for row in rows if not row.closed_at), None), shown


def _result(check: Check, said: dict[int, Counter], late: dict[int, Counter], seats: int) -> dict:
    found = live_rules.result(check.kind, said[check.pk], seats=seats)
    return {
        "ref": check.ref,
        "kind": check.kind,
        "title": say(f"check_{check.kind}"),
        "about": check.item.title if check.item else "",
        "half": say(f"half_{check.half}"),
        "rows": found and [(say(f"said_{one}"), FACES[one], number) for one, number in found],
        "late": late[check.pk].total(),
        "again": live_rules.not_clear(check.kind, said[check.pk] + late[check.pk]),
    }


def _signals(meeting: Meeting) -> list[dict]:
    rows = meeting.signals.filter(seen_to_at=None).order_by("id")
    return [{"kind": row.kind, "words": say(f"signal_{row.kind}")} for row in rows]


def _words(meeting: Meeting, agreed: list[Meaning]) -> list[str]:
    """Words that wait for a meaning: those of the group whose own meeting it is, or else of everybody."""
    rows = Term.objects.filter(project=meeting.project, group=meeting.group, closed_at=None)
    known = [key_of(one.term) for one in agreed]
    return list(rows.exclude(key__in=known).order_by("-id").values_list("term", flat=True)[:AT_MOST])


def _meant(item: AgendaItem | None, agreed: list[Meaning]) -> list[Meaning]:
    """The agreed meanings of the words in what is done now."""
    said = f"{item.title}\n{item.words}" if item else ""
    found = {term for _piece, term in pieces(said, [one.term for one in agreed])}
    return [one for one in agreed if one.term in found]


def answers_to(kind: str) -> list[dict]:
    return [{"said": one, "words": say(f"said_{one}"), "face": FACES[one]} for one in live_rules.SAID[kind]]


def seat_page(seat: Seat, now: datetime) -> dict[str, Any]:
    """The page of a phone in the room."""
    page = in_the_room(seat.meeting, now)
    mine = next((place for place, hand in enumerate(page["hands"], 1) if hand.seat_id == seat.pk), 0)
    said = ""
    if page["check"]:
        said = SeatAnswer.objects.filter(check_of=page["check"], seat=seat).values_list("said", flat=True).first() or ""
    return page | {
        "seat": seat,
        "my_turn": mine,
        "said": said,
        "answers": answers_to(page["check"].kind) if page["check"] else [],
        "how_to_stop": _how_to_stop(seat.meeting),
        "once": once(seat.meeting, f"seat:{seat.pk}"),
        "on_paper": seat.number <= live_rules.MOST_SEATS,
    }


def _how_to_stop(meeting: Meeting) -> str:
    rows = meeting.project.proposals.of(meeting.group).standing().filter(kind="how_to_stop")
    return rows.order_by("-id").values_list("words", flat=True).first() or ""


def table(meeting: Meeting, who: str, now: datetime) -> dict[str, Any]:
    """The table of whoever runs the meeting."""
    page = in_the_room(meeting, now)
    items = living.agenda(meeting)
    check = page["check"]
    return page | {
        "hands_up": [{"ref": hand.ref, "name": hand_in_words(hand)} for hand in page["hands"]],
        "next": live_rules.next_item(items, page["item"]),
        "to_come": [item for item in items if item != page["item"]],
        "answered": check.seat_answers.count() if check else 0,
        "counted": _counted(check),
        "answers": answers_to(check.kind) if check else [],
        "seats_taken": meeting.seats.filter(taken=True).count(),
        "once": once(meeting, f"person:{who}"),
    }


def _counted(check: Check | None) -> list[dict]:
    rows = check.counted.order_by("id") if check else []
    return [
        {"said": row.said, "way": row.way, "how_many": row.how_many, "words": say(f"said_{row.said}"),
         "by": say(f"counted_{row.way}")}
        for row in rows
    ]  # fmt: skip


def screen(meeting: Meeting, now: datetime) -> dict[str, Any]:
    """The big screen: nothing that only some may read, and which knowledge was heard only in words."""
    page = in_the_room(meeting, now)
    return page | {"up": [hand_in_words(hand) for hand in page["hands"]], "knowledge": _knowledge(meeting)}


def _knowledge(meeting: Meeting) -> list[dict]:
    heard = Counter(meeting.heard.values_list("kind", flat=True))
    said = live_rules.heard_in_words(heard, kinds_here(meeting)) if heard else None
    return [
        {"words": say(f"knowledge_{kind}"), "how_much": say(f"heard_{much}")} for kind, much in (said or {}).items()
    ]


def kinds_here(meeting: Meeting) -> dict[str, int]:
    """Kind of knowledge -> how many people of the project bring it: of those who came, once that was written down."""
    if meeting.group_id:
        return {"lived": len(people_of(meeting))}
    places = meeting.project.memberships.joined().values_list("person_id", "joins_as")
    came = {row.person_id for row in meeting.attendance.all() if row.came in ("in-person", "online", "phone")}
    kinds = {pk: live_rules.KINDS[joins_as] for pk, joins_as in places if not came or pk in came}
    return dict(Counter(kinds.values()))


def hand_in_words(hand: Hand) -> str:
    return hand.called or say("seat_number", {"number": hand.seat.number if hand.seat else ""})
