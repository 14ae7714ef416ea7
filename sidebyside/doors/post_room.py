"""What the desk does with letters: printed, posted, come back."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from sidebyside.doors.models_post import Letter
from sidebyside.doors.post_out import CAME_BACK
from sidebyside.doors.sending import trouble
from sidebyside.kit import history
from sidebyside.kit.verdict import Refused, no
from sidebyside.people.acting import Acting

# Why a letter came back: code -> the code of its sentence. The code is kept, and no words.
WHY_BACK = {
    "moved": "back_moved",
    "not_known": "back_not_known",
    "not_fetched": "back_not_fetched",
    "other": "back_other",
}


@transaction.atomic
def printed(*, letters: Iterable[Letter], by: Acting, now: datetime) -> int:
    """These were printed. Printing them again changes nothing. Returns how many were new."""
    new = Letter.objects.filter(pk__in=[letter.pk for letter in letters], printed_at=None)
    count = new.update(printed_at=now, printed_by=by.person)
    if count:
        history.note(history.HUB, by, "letters-printed", now=now, values={"letters": count})
    return count


@transaction.atomic
def posted(*, letters: Iterable[Letter], by: Acting, now: datetime) -> int:
    """These are in the post. Said twice is said once. Returns how many were new."""
    refs = [
        letter.ref
        for letter in letters
        if Letter.objects.filter(pk=letter.pk, posted_at=None).update(posted_at=now, posted_by=by.person)
    ]
    if refs:
        history.note(history.HUB, by, "letters-posted", now=now, values={"letters": refs})
    return len(refs)


@transaction.atomic
def came_back(*, letter: Letter, why: str, by: Acting, now: datetime) -> None:
    """A letter came back to us: her next door is tried at once. Said twice is said once. Raises Refused."""
    if why not in WHY_BACK:
        raise Refused(no("choose_why_it_came_back"))
    if letter.posted_at is None:
        raise Refused(no("letter_was_not_posted"))
    fields = {"returned_at": now, "returned_by": by.person, "returned_why": why}
    if Letter.objects.filter(pk=letter.pk, returned_at=None).update(**fields):
        trouble(letter.message, CAME_BACK, now=now)
        history.note(history.HUB, by, "letter-came-back", letter.ref, now=now, values={"why": why})
