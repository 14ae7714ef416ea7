"""What people need is found where they chose, and nowhere else: planted words are looked for in everything that leaves the
hub and in everything that it keeps. (Every page, as everybody: test_canary.py.)"""

import logging
from datetime import timedelta
from pathlib import Path

import pytest
from django.core import mail
from django.db import connection

from sidebyside.access import checking_in
from sidebyside.access.models import Adjustment, Need
from sidebyside.access.rules import BOOKED
from sidebyside.doors import post_paper
from sidebyside.doors.jobs import send_what_is_due
from sidebyside.doors.models import Letter
from sidebyside.kit.models import Entry, EntryWords
from sidebyside.kit.worker import work_once
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask
from sidebyside.sessions.actions import plan
from tests.cast import moment
from tests.pdf import opened
from tests.policy.planted import word
from tests.policy.planted_access import plant_access
from tests.policy.planted_meetings import plant_meetings

NOON = moment("2024-03-12 12:00")
NEED = word("access.Need", "said")
WORDS = {NEED, *(word("access.Adjustment", name) for name in ("what", "why_not"))}
WORDS |= {word("meetings.Booking", name) for name in ("what", "why_not")}
DOORS = ("web", "email", "text", "post", "phone", "in-person")
EVERYTHING = {"says": dict.fromkeys(("email", "text", "post", "phone"), "everything"), "quiet": None}


@pytest.fixture
def planted(cast, at, settings, tmp_path, caplog):
    """Amara shares what she needs with Grace. Something is arranged for her, and booked for a meeting. All is logged."""
    caplog.set_level(logging.DEBUG)
    settings.TEXTS_BY, settings.DATA_DIR = "files", tmp_path
    at("2024-03-12 12:00")
    plant_access(cast, lambda model, field, _person: word(model, field))
    plant_meetings(cast, lambda model, field, _person=None: word(model, field))
    cast.amara.phone, cast.amara.post_address = "07700 900456", ["1 Mill Lane", "Bristol BS1 0AA"]
    cast.amara.save()
    return cast


def in_these(text: str | bytes) -> set[str]:
    """Which of the planted words are in it."""
    return {planted for planted in WORDS if (planted if isinstance(text, str) else planted.encode()) in text}


def goes_out_by(door: str, day: int, cast, at, reach: dict | None = None) -> None:
    """She is reached by this door: she is asked all that this part asks, is told things, and the worker sends it."""
    now = at((NOON + timedelta(days=day)).strftime("%Y-%m-%d %H:%M"))
    cast.amara.door, cast.amara.reach = door, reach or {"quiet": None}
    cast.amara.save()
    Adjustment.objects.update(state=BOOKED)
    checking_in.check_in(project=cast.project, people=[cast.amara], now=now)
    checking_in.ask_who_joined(event="", project=cast.project, now=now)
    times = {"starts_at": now + timedelta(days=40), "ends_at": now + timedelta(days=40, hours=2)}
    plan(project=cast.project, title=f"Day {day}", place="Hall", **times, by=Acting(cast.grace), now=now)
    send_what_is_due(now=now)


def all_that_went_out(folder: Path) -> list[tuple[str, str, str]]:
    """Every email, text and letter: the door, whom it goes to, and all that is in it."""
    found = [("email", email.to[0], _in_email(email)) for email in mail.outbox]
    for path in folder.glob("texts/*.txt"):
        to, _line, words = path.read_text(encoding="utf-8").partition("\n")
        found.append(("text", to.removeprefix("To: "), words))
    letters = Letter.objects.with_their_people()
    return found + [("post", one.message.person.name, opened(post_paper.alone(one)).words) for one in letters]


def _in_email(email) -> str:
    parts = [part.get_payload(decode=True).decode() for part in email.message().walk() if not part.is_multipart()]
    return "\n".join([str(email.message().items()), *parts])


def test_nothing_that_leaves_the_hub_holds_what_people_need(planted, at, as_, tmp_path):
    for day, door in enumerate(DOORS):
        goes_out_by(door, day, planted, at)
    out = all_that_went_out(tmp_path)

    assert {door for door, _to, _words in out} == {"email", "text", "post"}
    assert [(door, to, in_these(words)) for door, to, words in out if in_these(words)] == []
    for page in (
        "/desk/calls/",
        "/desk/troubles/",
        "/desk/texts/",
        "/desk/emails/",
        "/desk/post/",
        "/desk/",
        "/my-work/",
    ):
        assert in_these(as_(planted.delia).get(page).content) == set(), page
    for person in (planted.grace, planted.edwin, planted.femi):
        assert in_these(as_(person).get("/my-work/").content) == set(), person.name


@pytest.mark.parametrize(
    ("door", "hers"), [("email", "amara@example.org"), ("text", "+447700900456"), ("post", "Amara Venn")]
)
def test_what_she_let_a_door_say_goes_by_that_door_to_her_alone(planted, at, tmp_path, door, hers):
    goes_out_by(door, 0, planted, at, EVERYTHING)

    told = [(way, to, in_these(words)) for way, to, words in all_that_went_out(tmp_path) if in_these(words)]
    assert {(way, to) for way, to, _words in told} == {(door, hers)}
    assert set().union(*(words for _way, _to, words in told)) == {word("access.Adjustment", "what")}


@pytest.mark.parametrize("form", ["page", "json"])
def test_it_is_in_her_own_copy_and_in_nobody_elses(planted, as_, form):
    taken = {
        name: in_these(as_(person).get(f"/me/data/take/{form}/").content) for name, person in planted.people().items()
    }

    assert NEED in taken.pop("amara")
    assert {name: words for name, words in taken.items() if words} == {}


def test_grace_reads_it_where_she_chose_and_edwin_and_the_others_do_not(planted, as_):
    place = planted.project.memberships.get(person=planted.amara).ref
    pages = ["/projects/our-project/needs/", f"/projects/our-project/needs/{place}/"]

    reads = {
        name: set().union(*(in_these(as_(person).get(page).content) for page in pages))
        for name, person in planted.people().items()
    }
    assert NEED in reads.pop("grace")
    assert {name: words for name, words in reads.items() if words} == {}


def test_no_log_and_no_row_of_the_history_holds_it(planted, at, as_, caplog):
    for day, door in enumerate(DOORS):
        goes_out_by(door, day, planted, at, EVERYTHING)
    work_once(now=NOON + timedelta(days=7))
    as_(planted.amara).get("/me/needs/all/")
    logging.getLogger("sidebyside.tests").info("something is logged")

    assert "something is logged" in caplog.text
    assert in_these(caplog.text) == set()
    history = [*Entry.objects.values_list("text", flat=True), *EntryWords.objects.values_list("words", flat=True)]
    assert history
    assert in_these(repr(history)) == set()


def all_rows() -> dict[str, str]:
    """Every table as anybody reads it who has the database, or a copy of it, and not the keys."""
    with connection.cursor() as cursor:
        found = {}
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found[table] = repr([[_plain(value) for value in row] for row in cursor.fetchall()])
    return found


def _plain(value) -> str:
    return bytes(value).decode("latin-1") if isinstance(value, bytes | memoryview) else str(value)


def test_no_column_of_any_table_holds_it_in_plain_words(planted, at):
    for day, door in enumerate(DOORS):
        goes_out_by(door, day, planted, at, EVERYTHING)

    rows = all_rows()
    assert planted.project.title in rows["projects_project"]
    assert {table: in_these(row) for table, row in rows.items() if in_these(row)} == {}
    assert Need.objects.get().said["words"] == NEED


def bytes_of_the_database() -> bytes:
    """The files of the database, as a backup takes them; on a server, every table as a dump writes it."""
    if connection.vendor == "sqlite":
        name = str(connection.settings_dict["NAME"])
        return b"".join(path.read_bytes() for path in (Path(name), Path(f"{name}-wal")) if path.exists())
    with connection.cursor() as cursor:
        tables = [connection.ops.quote_name(name) for name in connection.introspection.table_names(cursor)]
        return b"".join(bytes(part) for name in tables for part in _dumped(cursor, name))


def _dumped(cursor, table: str):
    with cursor.copy(f"COPY {table} TO STDOUT") as copied:
        yield from copied


@pytest.mark.django_db(transaction=True)
def test_no_byte_of_a_backup_holds_it(planted, at):
    goes_out_by("post", 0, planted, at, EVERYTHING)

    held = bytes_of_the_database()
    assert planted.project.title.encode() in held
    assert Ask.objects.filter(kind="access.got_it").exists()
    assert in_these(held) == set()
