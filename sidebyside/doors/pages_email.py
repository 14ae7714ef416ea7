"""What the pages about email read."""

from sidebyside.doors.forms import SheetForm
from sidebyside.doors.models_email import AnswerLink, EmailIn
from sidebyside.kit.words import say
from sidebyside.people.sheets import Sheet

AT_MOST = 50


def typed(sheet: Sheet, form: SheetForm) -> list[dict]:
    """What somebody typed on a page whose link is of no use any more, so that it is not lost."""
    return [
        {"name": question.text, "words": {c.value: c.label for c in question.choices}.get(words, words)}
        for question in sheet.questions
        if (words := str(form.data.get(question.name, "")).strip()[:2000])
    ]


def used(link: AnswerLink | None) -> dict:
    return {"used_at": link.used_at if link else None}


def for_the_desk() -> dict:
    """Emails that somebody must look at, the oldest first; without their words, which are on a page of their own."""
    rows = EmailIn.objects.filter(for_the_desk=True, dealt_with_at=None).select_related("person")
    emails = [
        {
            "ref": row.ref,
            "who": row.person.name if row.person else row.sender,
            "why": say(row.outcome),
            "at": row.received_at,
        }
        for row in rows.order_by("received_at", "id")[:AT_MOST]
    ]
    return {"emails": emails}


def one_for_the_desk(row: EmailIn) -> dict:
    return {
        "ref": row.ref,
        "who": row.person.name if row.person else "",
        "person": row.person.ref if row.person else "",
        "sender": row.sender,
        "words": row.words,
        "why": say(row.outcome),
        "at": row.received_at,
    }
