"""Who read the sealed parts of whom, when and why: noted by whatever page shows them, shown to the owner, kept two years."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Protocol

from sidebyside.kit.models import SealedRead

ONE_READING = timedelta(hours=1)


class Named(Protocol):
    """A person: only her opaque name is kept."""

    ref: str


def note_read(*, reader: Named, owner: Named, what: str, why: str, now: datetime) -> None:
    """`reader` is shown something sealed of `owner`'s. See `note_reads`."""
    note_reads(reader=reader, owners=[owner], what=what, why=why, now=now)


def note_reads(*, reader: Named, owners: Iterable[Named], what: str, why: str, now: datetime) -> None:
    """`reader` is shown the same sealed thing of each of `owners`, on one page: two queries, however many they are.

    what, why: codes with a sentence in the part's words.py ("her access needs", "to plan a session"). One's own is not
    noted. The same reader reading the same thing of the same owner again within the hour is one row.
    """
    refs = {owner.ref for owner in owners} - {reader.ref}
    if not refs:
        return
    noted = SealedRead.objects.filter(
        reader_ref=reader.ref, owner_ref__in=refs, what=what, at__gt=now - ONE_READING, at__lte=now
    )
    refs -= set(noted.values_list("owner_ref", flat=True))
    SealedRead.objects.bulk_create(
        SealedRead(reader_ref=reader.ref, owner_ref=ref, what=what, why=why, at=now) for ref in sorted(refs)
    )


def reads_of(owner: Named, *, newest: int = 200) -> list[SealedRead]:
    """Who read the sealed parts of `owner`, newest first."""
    return list(SealedRead.objects.filter(owner_ref=owner.ref).order_by("-at", "-id")[:newest])
