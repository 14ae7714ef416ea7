"""What the pages of the post room, of keying in and of the code on paper read."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from sidebyside.doors import post_keying, post_rules
from sidebyside.doors.models_post import Letter, PaperForm, PaperTry
from sidebyside.doors.post_out import CAME_BACK, TOO_LATE, closing_day
from sidebyside.kit.clock import LONDON
from sidebyside.kit.pdf import can_make_pdf, why_no_pdf
from sidebyside.kit.words import say
from sidebyside.people.models import Message
from sidebyside.people.sheets import Sheet, sheet_of

AT_MOST, IN_ONE_PACK = 100, 40
LATELY, LONG_OUT = timedelta(days=14), timedelta(days=42)


def to_print(*, now: datetime):
    """What waits to be printed, the most pressing first, and what goes to one person together."""
    return _in_order(Letter.objects.wanted(now=now).to_print())


def to_post(*, now: datetime):
    return _in_order(Letter.objects.wanted(now=now).to_post())


def in_the_post(*, now: datetime):
    return Letter.objects.wanted(now=now).filter(posted_at__gte=now - LONG_OUT).with_their_people()


def _in_order(letters):
    soonest = F("post_by").asc(nulls_last=True)
    return letters.with_their_people().order_by(soonest, "message__person__name", "message__person_id", "id")


def post_room(*, now: datetime) -> dict:
    today = now.astimezone(LONDON).date()
    out = in_the_post(now=now)
    waiting, printed = list(to_print(now=now)[:AT_MOST]), list(to_post(now=now)[:AT_MOST])
    posted = [_letter(letter, today) for letter in out.order_by("-posted_at", "-id")[:AT_MOST]]
    return {
        "to_print": [_letter(letter, today) for letter in waiting],
        "to_post": [_letter(letter, today) for letter in printed],
        "posted": posted,
        "in_one_pack": IN_ONE_PACK,
        "ring": _to_ring(),
        "not_back": [letter for letter in posted if letter["ring"]],
        "came_in": _came_in(now),
        "no_pdf": "" if can_make_pdf() else why_no_pdf(),
        "no_address": not settings.POST_ADDRESS,
        "no_phone": not settings.DESK_PHONE,
    }


def _letter(letter: Letter, today: date) -> dict:
    closes_on = closing_day(letter.message.ask)
    if not letter.everything:
        what = _("something is waiting")
    else:
        what = _("a question to answer") if letter.message.ask else _("news")
    return {
        "ref": letter.ref,
        "name": letter.message.person.name,
        "person": letter.message.person.ref,
        "phone": letter.message.person.phone or "",
        "ask": letter.message.ask.ref if letter.everything and letter.message.ask else "",
        "what": what,
        "post_by": letter.post_by,
        "late": bool(letter.post_by and letter.post_by <= today),
        "posted_at": letter.posted_at,
        "closes_on": closes_on,
        "ring": post_rules.time_to_ring(closes_on, today=today),
    }


def _to_ring() -> list[dict]:
    """Whom a letter could not reach: post was too slow, or it came back. Until the desk says that it is dealt with."""
    failed = Message.objects.filter(door="post", trouble__in=(TOO_LATE, CAME_BACK), trouble_ended_at=None)
    failed = failed.filter(person__erased_at=None).select_related("person").order_by("trouble_at", "id")
    return [
        {
            "name": message.person.name,
            "person": message.person.ref,
            "phone": message.person.phone or "",
            "why": say(message.trouble),
        }
        for message in failed[:AT_MOST]
    ]


def _came_in(now: datetime) -> list[dict]:
    forms = PaperForm.objects.filter(used_at__gte=now - LATELY) | PaperForm.objects.filter(late_at__gte=now - LATELY)
    newest = Coalesce("used_at", "late_at").desc()
    rows = forms.select_related("ask__person", "used_by").order_by(newest, "-id")[:AT_MOST]
    return [
        {
            "name": form.ask.person.name,
            "at": form.used_at or form.late_at,
            "by": form.used_by.name if form.used_by else "",
            "late": form.late_at is not None,
        }
        for form in rows
    ]


def keying(*, done: str) -> dict:
    """done: what became of the form before, a code from the address."""
    known = (post_keying.KEPT, post_keying.KEPT_AFTER_CLOSING, "paper_noted_as_late")
    return {"done": say(done) if done in known else "", "after": done == post_keying.KEPT_AFTER_CLOSING}


def codes_not_right(*, now: datetime) -> dict:
    """The newest codes that opened nothing, for the desk: by whom, and why."""
    rows = PaperTry.objects.filter(at__gte=now - LATELY).select_related("by").order_by("-at", "-id")[:20]
    return {"tries": [{"at": row.at, "by": row.by.name if row.by else "", "why": say(row.why)} for row in rows]}


def key_form(form: PaperForm, *, now: datetime) -> tuple[Sheet, dict]:
    """What is asked, in the words that are on the paper, and what to know before it is typed in. Nothing that was said."""
    ask, sheet = form.ask, sheet_of(form.ask)
    over = post_keying.is_over(ask, now)
    said_since = ask.answers.filter(said_at__gte=form.made_at).exists()
    page = {
        "title": sheet.title,
        "paper": form,
        "used": form.used_at,
        "used_by": form.used_by.name if form.used_by else "",
        "over": over,
        "closed_on": closing_day(ask),
        "day": None if over or said_since else now.astimezone(LONDON).date(),
    }
    return sheet, page
