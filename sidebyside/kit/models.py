"""The kit's own tables: history in rooms, the words that history only holds digests of, and what the worker does when."""

from django.db import models
from django.db.models import Q

from sidebyside.kit.readers import INSIDE, NOBODY, THEMSELF


class Room(models.Model):
    """A room's chain: how long it is and the hash it ends with. Locked while an entry is added."""

    name = models.CharField(max_length=60, unique=True)
    length = models.PositiveIntegerField(default=0)
    head = models.CharField(max_length=64, default="")
    readers = {"name": NOBODY, "head": INSIDE}


class Entry(models.Model):
    """One thing that happened in a room. The database refuses to change or remove it; the migration makes the table."""

    room = models.CharField(max_length=60)
    number = models.PositiveIntegerField()
    text = models.TextField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    readers = {"room": NOBODY, "text": NOBODY, "previous": INSIDE, "hash": INSIDE}

    class Meta:
        managed = False
        db_table = "kit_entry"


class EntryWords(models.Model):
    """The free words of an entry, apart from the chain so that they can be erased and the chain stays whole."""

    room = models.CharField(max_length=60)
    number = models.PositiveIntegerField()
    salt = models.CharField(max_length=32)
    words = models.TextField()
    readers = {"room": NOBODY, "salt": NOBODY, "words": INSIDE}

    class Meta:
        constraints = [models.UniqueConstraint(name="an_entry_has_words_once", fields=["room", "number"])]


class Job(models.Model):
    """When a kind of background work is next due, and how its last run went."""

    name = models.CharField(max_length=80, unique=True)
    due_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    failed = models.CharField(max_length=80, blank=True, default="")
    readers = {"name": NOBODY, "failed": NOBODY}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_job_finishes_only_after_it_started",
                condition=Q(finished_at=None) | Q(started_at__isnull=False),
            )
        ]


class SealedRead(models.Model):
    """Somebody read a sealed thing of somebody else's: who, whose, what and why, by opaque name and code.

    Apart from the history and not chained, because it is dropped when it is old (decision 15 of the design).
    """

    reader_ref = models.CharField(max_length=12)
    owner_ref = models.CharField(max_length=12)
    what = models.CharField(max_length=60)
    why = models.CharField(max_length=60)
    at = models.DateTimeField()
    readers = {"reader_ref": THEMSELF, "owner_ref": THEMSELF, "what": THEMSELF, "why": THEMSELF}

    class Meta:
        indexes = [models.Index(fields=["owner_ref", "at"]), models.Index(fields=["at"])]
