"""One meeting of fifteen people in a village hall, made up: what is said in it, and how it is kept live or on paper."""

from collections import Counter
from datetime import date, timedelta

from django.urls import reverse

from sidebyside.agreements import terms
from sidebyside.agreements.models import Term
from sidebyside.kit.clock import now
from sidebyside.kit.facts import gather
from sidebyside.people.acting import Acting
from sidebyside.people.asks import counting
from sidebyside.people.models import Ask, Person
from sidebyside.people.sheets import sheet_of, take
from sidebyside.sessions import afterwards, checks, coming, hands, living, noting, parking, seats
from sidebyside.sessions.models import Meeting
from sidebyside.standing import reading
from tests.cast import Cast
from tests.doors.by_post import by_post, letter_for
from tests.sessions.live import BEGAN, make_meeting
from tests.standing.world import members

ASKED, HELD, AFTER, KEYED, BACK, OVER = (
    "2024-03-01 10:00", "2024-03-12 14:00", "2024-03-12 16:30", "2024-03-13 10:00", "2024-03-25 10:00",
    "2024-04-03 10:00",
)  # fmt: skip
FILLED_IN = date(2024, 3, 20)  # the day on each closing sheet
# How each came, in the order of names; and what one of them had said before. Those far away had said that they come.
CAME = ["in-person"] * 11 + ["phone", "online", "views", "no"]
SAID_BEFORE = {0: "views"}
CHECKS = {
    ("temperature", 1): {"good": 9, "so_so": 3, "not_good": 1},
    ("sense", 1): {"yes": 10, "partly": 2, "no": 1},
    ("temperature", 2): {"good": 8, "so_so": 5},
    ("sense", 2): {"yes": 13},
}
HEARD = {"lived": 12, "community": 5, "professional": 4}
PARKED = [
    ("Who pays for parking?", "Edwin", date(2024, 3, 27)),
    ("Can we meet nearer to the bus stop?", "Grace", date(2024, 4, 9)),
    ("What happens in winter?", "", None),
]
WORDS = ["commissioning", "RAG rating", "section 75", "commissioning"]
NOTES = [
    ("decision", "We meet on Tuesdays, at two.", "", None),
    ("decision", "Every letter is read by two of us before it goes out.", "", None),
    ("point", "People waited for months and heard nothing.", "", None),
    ("point", "The form asks the same thing three times.", "", None),
    ("action", "Ring the hall and ask for the ground floor", "Femi", date(2024, 3, 19)),
    ("action", "Bring the old letters", "Edwin", date(2024, 4, 9)),
]
OWN_WORDS = {2: "It was good to be asked first for once.", 7: "The second half was long. I was tired."}


def people(cast: Cast) -> list[Person]:
    """All fifteen, in the order of names."""
    there = [cast.amara, cast.walter, cast.femi, cast.grace, cast.edwin, *members(cast, 10)]
    return sorted(there, key=lambda person: person.name)


def said_afterwards(ask: Ask, place: int) -> dict[str, str]:
    """What this person says on her sheet to close, as her place among the names has it."""
    said = {}
    for number, question in enumerate(sheet_of(ask).questions):
        if question.choices:
            said[question.name] = question.choices[0 if (place + number) % 4 else 1].value
        elif place in OWN_WORDS or question.name == "know":
            said[question.name] = OWN_WORDS.get(place, "I could not leave the house.")
    return said


def prepared(cast: Cast, at, by) -> tuple[Meeting, list[Person]]:
    """Planned, and everybody has said how she comes. by(person): who writes it down."""
    at(ASKED)
    there, meeting = people(cast), make_meeting(cast)
    coming.ask_before(meeting=meeting, by=Acting(cast.grace), now=now())
    for place, person in enumerate(there):
        ask = person.asks.get(question=coming.question_of(meeting))
        came = CAME[place] if CAME[place] in ("views", "no") else "in-person"
        take(ask, {"coming": SAID_BEFORE.get(place, came)}, by=by(person), now=now())
    return meeting, there


def held_live(cast: Cast, meeting: Meeting, at) -> None:
    """Begun, and all of it said in the room from seats; what is counted by hand is said by phone."""
    began = at(HELD)
    grace = {"by": Acting(cast.grace), "now": began}
    living.begin(meeting=meeting, **grace)
    seats.make(meeting, 12)
    taken = [seats.sit_down(code=seats.code_of(meeting, number), now=began) for number in range(1, 13)]
    for (kind, half), said in CHECKS.items():
        check = checks.open_check(meeting=meeting, kind=kind, half=half, **grace)
        answers = list(Counter(said).elements())
        for seat, answer in zip(taken, answers, strict=False):
            checks.answer(check=check, seat=seat, said=answer, now=began)
        checks.count(check=check, said=answers[-1], how_many=1, way="phone", **grace)
        checks.close_check(check=check, **grace)
    for kind in Counter(HEARD).elements():
        hands.heard_kind(meeting=meeting, kind=kind, **grace)
    _written_in_the_room(cast, meeting, grace)
    living.finish(meeting=meeting, by=Acting(cast.grace), now=BEGAN + timedelta(hours=2))


def _written_in_the_room(cast: Cast, meeting: Meeting, grace: dict) -> None:
    who = {person.name.split()[0]: person for person in parking.people_of(meeting)}
    for words, owner, day in PARKED:
        item = parking.park(meeting=meeting, words=words, now=grace["now"])
        if owner:
            parking.take_on(item=item, owner=who[owner], answer_by=day, **grace)
    for word in WORDS:
        terms.point_at(project=cast.project, term=word, seen_in=meeting.title, now=grace["now"])
    for kind, words, owner, day in NOTES:
        noting.write_line(meeting=meeting, kind=kind, words=words, owner=who.get(owner), due_on=day, **grace)


def asked_to_close(meeting: Meeting, there: list[Person], at) -> list[Ask]:
    """The sheets to close, in the order of names."""
    at(AFTER)
    afterwards.ask_after_meetings(now=now())
    question = afterwards.question_of(meeting)
    return [person.asks.select_related("person").get(question=question) for person in there]


def on_their_sheets(there: list[Person]) -> None:
    for person in there:
        by_post(person)


def codes(asks: list[Ask]) -> list:
    return [letter_for(ask) for ask in asks]


def typed_of_the_room(there: list[Person], letters: dict[str, str]) -> dict[str, str]:
    """The sheets of the room as somebody types them in."""
    typed = {f"came-{person.ref}": letters[how] for person, how in zip(there, CAME, strict=True)}
    typed |= {f"count-{kind}-{half}-{one}": str(n) for (kind, half), said in CHECKS.items() for one, n in said.items()}
    typed |= {f"heard-{kind}": str(number) for kind, number in HEARD.items()}
    notes = [" ".join([kind[0], _line(*line)]) for kind, *line in NOTES]
    lines = {"parked": [_line(*line) for line in PARKED], "words": WORDS, "notes": notes}
    return typed | {name: "\n".join(rows) for name, rows in lines.items()}


def _line(words: str, owner: str, day: date | None) -> str:
    return " / ".join([words, *([owner.lower(), f"{day.day} {day.month}"] if owner and day else [])])


def records(meeting: Meeting, asks: list[Ask]) -> dict:
    """Everything that is kept of the meeting, without who wrote it down and by which door."""
    meeting.refresh_from_db()
    rows = list(meeting.checks.all())
    said = checks.said_in(rows)
    return {
        "came": dict(meeting.attendance.values_list("person__name", "came")),
        "checks": {(row.kind, row.half): {k: n for k, n in said[row.pk].items() if n} for row in rows},
        "heard": Counter(meeting.heard.values_list("kind", flat=True)),
        "parked": list(meeting.car_park.order_by("id").values_list("words", "owner__name", "answer_by", "state")),
        "words": sorted(Term.objects.values_list("term", "times", "seen_in")),
        "notes": list(meeting.notes.order_by("order").values_list("kind", "words", "owner__name", "due_on")),
        "closing": [(ask.person.name, ask.kind, counting(ask).said) for ask in asks],
    }


def label(cast: Cast, at) -> dict:
    """What it shows once the sheets have closed: each fact, and where the project stands."""
    at(OVER)
    afterwards.close_sheets(now=now())
    stands = reading.newest(cast.project)
    facts = {name: (fact.status, fact.code) for name, fact in gather(cast.project, now()).items()}
    return {"facts": facts, "shown": stands.shown, "claimed": stands.claim_state, "detail": stands.detail}


def keying_page(meeting: Meeting) -> str:
    return reverse("meeting-keying", args=[meeting.project.slug, meeting.ref])
