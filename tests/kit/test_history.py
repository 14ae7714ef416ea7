"""The history cannot be changed, and if somebody with the keys to the server changes it all the same, it shows."""

import json

import pytest
from django.db import DatabaseError, connection, transaction

from sidebyside.kit import history
from sidebyside.kit.models import Entry, EntryWords, Room
from sidebyside.kit.verify import faults_against, faults_in_all_rooms
from tests.cast import moment

pytestmark = pytest.mark.django_db
NOON = moment("2024-03-12 12:00")


@pytest.fixture
def chain():
    """A room with five entries, and another with two. Entries of other tests may not stay behind."""
    for number in range(5):
        history.note("project:one", None, "round-opened", f"about{number}", now=NOON, words=f"words {number}")
    history.note("project:two", None, "round-opened", "x", now=NOON)
    history.note("project:two", None, "round-closed", "x", now=NOON)


def unguard():
    """What an administrator of the database could do: take the guards off first."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE kit_entry DISABLE TRIGGER USER")
        else:
            for event in ("update", "delete", "insert"):
                cursor.execute(f"DROP TRIGGER kit_entry_no_{event}")


def faults() -> str:
    return "\n".join(faults_in_all_rooms())


def test_a_whole_history_has_no_faults(chain):
    assert faults() == ""


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE kit_entry SET text = '{}' WHERE number = 2",
        "DELETE FROM kit_entry WHERE number = 2",
        "INSERT INTO kit_entry (id, room, number, text, previous, hash) "
        "SELECT id, room, number, '{}', '', '' FROM kit_entry WHERE number = 2",
    ],
)
def test_the_database_refuses_to_change_or_remove_an_entry(chain, statement):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    assert faults() == ""


def test_sqlite_refuses_to_replace_an_entry(chain):
    words = "INSERT OR REPLACE INTO" if connection.vendor == "sqlite" else "TRUNCATE kit_entry; INSERT INTO"
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"{words} kit_entry (id, room, number, text, previous, hash) VALUES (1, 'project:one', 1, '{{}}', '', '')"
        )


def test_a_changed_entry_is_named(chain):
    unguard()
    row = Entry.objects.get(room="project:one", number=3)
    Entry.objects.filter(pk=row.pk).update(text=row.text.replace("about2", "about9"))

    assert faults() == "project:one: entry 3 was changed: its text no longer gives its hash."


def test_a_missing_entry_is_named(chain):
    unguard()
    Entry.objects.filter(room="project:one", number=3).delete()

    assert "project:one: entry 3 is missing." in faults()


def test_swapped_entries_are_named(chain):
    unguard()
    second, third = Entry.objects.filter(room="project:one", number__in=[2, 3]).order_by("number")
    for row, other in ((second, third), (third, second)):
        Entry.objects.filter(pk=row.pk).update(text=other.text, hash=other.hash, previous=other.previous)

    assert "entry 2 was swapped: it says it is entry 3" in faults()


def test_an_inserted_entry_is_named(chain):
    unguard()
    fourth = Entry.objects.get(room="project:one", number=4)
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(id) FROM kit_entry")
        free = cursor.fetchone()[0] + 1
    Entry.objects.create(id=free, room="project:one", number=6, text=fourth.text, previous=fourth.hash, hash="0" * 64)

    assert "project:one: entry 6 was swapped" in faults()
    assert "entries after 5 were added without the room knowing" in faults()


def test_a_replaced_entry_with_a_right_hash_of_its_own_is_named(chain):
    unguard()
    row = Entry.objects.get(room="project:one", number=3)
    text = row.text.replace("about2", "about9")
    Entry.objects.filter(pk=row.pk).update(text=text, hash=history.link(row.previous, text))

    assert "project:one: entry 4 does not follow the one before it: one of the two was replaced." in faults()


def test_a_cut_off_tail_is_named(chain):
    unguard()
    Entry.objects.filter(room="project:one", number__gte=4).delete()

    assert "project:one: the end was cut off: entries 4 to 5 are missing." in faults()


def test_a_chain_rebuilt_by_an_administrator_is_found_against_a_saved_head(chain):
    saved = history.head_of("project:one")
    unguard()
    rebuild("project:one")

    assert faults() == ""
    assert list(faults_against(saved)) == [
        f"No entry has the hash {saved}. A chain was rebuilt or cut off since that hash was saved."
    ]


def test_the_hubs_chain_vouches_for_every_other(chain):
    history.anchor_heads(now=NOON)
    unguard()
    rebuild("project:one")

    assert "project:one: rebuilt: entry 5 is not what the hub's chain vouched for" in faults()


def test_changed_words_are_named_and_erased_words_are_not_a_fault(chain):
    EntryWords.objects.filter(room="project:one", number=2).update(words="other words")
    EntryWords.objects.filter(room="project:one", number=3).delete()

    assert faults() == "project:one: the words of entry 2 were changed."


def test_free_words_are_never_in_the_chain(chain):
    assert not Entry.objects.filter(text__contains="words 1").exists()
    assert json.loads(Entry.objects.get(room="project:one", number=2).text)["words"]


def rebuild(room):
    """Write a whole chain anew with one word changed: each hash is right, and so is the room's own row."""
    previous = ""
    for row in Entry.objects.filter(room=room).order_by("number"):
        text = row.text.replace("about2", "about9")
        hash = history.link(previous, text)
        Entry.objects.filter(pk=row.pk).update(text=text, previous=previous, hash=hash)
        previous = hash
    Room.objects.filter(name=room).update(head=previous)
