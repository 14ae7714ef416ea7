"""Every ask in the product, by every door that its privacy allows, in standard and in Easy Read: one answer, in her name.

What is said is the same through each door: the first box of each question, and a few words where there are none. What is
recorded must be what the same words give on the web.
"""

import pytest
from django.core import mail

from sidebyside.doors import calls, post_keying
from sidebyside.doors.email_in import received_email
from sidebyside.doors.jobs import send_text_replies, send_what_is_due
from sidebyside.doors.models import Letter, TextTalk
from sidebyside.doors.post_out import code_of
from sidebyside.doors.text_in import received
from sidebyside.kit.clock import LONDON, now
from sidebyside.people.acting import Acting
from sidebyside.people.asks import KINDS, counting
from sidebyside.people.models import Message
from sidebyside.people.sheets import TRAVELS, sheet_of, take
from tests.doors.by_email import MAILBOX, link_in, reply
from tests.doors.notify import KEY, Provider
from tests.policy.asking import MAKERS, asked, first_boxes, helped_by, somebody_for

# What each kind cannot do, and why. Everything else must work.
STANDING_OFFER = (
    "it is no question that goes out: her place is always hers to change, on her page, by phone or in person"
)
HERS_ALONE = "a helper is never chosen for it"
GAPS = {
    ("projects.place", "email-reply"): STANDING_OFFER,
    ("projects.place", "email-link"): STANDING_OFFER,
    ("projects.place", "text"): STANDING_OFFER,
    ("projects.place", "post"): STANDING_OFFER,
    ("projects.place", "helper"): HERS_ALONE,
    ("projects.advice", "helper"): HERS_ALONE,
    ("access.time_alone", "helper"): HERS_ALONE,
    ("agreements.who_i_am", "helper"): HERS_ALONE,
}


def web(ask, cast, client):
    take(ask, first_boxes(ask), by=Acting(ask.person), now=now())


def helper(ask, cast, client):
    helped_by(ask.person, cast.nadia)
    take(ask, first_boxes(ask), by=Acting(ask.person, helper=cast.nadia), now=now())


def spoken(door):
    def say(ask, cast, client):
        calls.write_down(ask=ask, said=first_boxes(ask), door=door, by=Acting(cast.delia), now=now())

    return say


def post(ask, cast, client):
    send_what_is_due(now=now())
    code = code_of(Letter.objects.get(message__ask=ask).message)
    paper = post_keying.form_to_key(code, by=Acting(cast.delia), now=now())
    today = now().astimezone(LONDON).date()
    post_keying.key(paper=paper, said=first_boxes(ask), day=today, by=Acting(cast.delia), now=now())


def email_of(ask):
    mail.outbox.clear()
    send_what_is_due(now=now())
    ref = Message.objects.get(ask=ask).ref
    return next(email for email in mail.outbox if ref in email.extra_headers["Message-ID"])


def email_reply(ask, cast, client):
    """As the email says: one choice and its words under it, or the number of each question with its answer."""
    email, questions = email_of(ask), sheet_of(ask).questions
    said = [question.choices[0].label if question.choices else "In my own words" for question in questions]
    if len([question for question in questions if question.choices]) > 1:
        said = [f"{place} {words}" for place, words in enumerate(said, 1)]
    received_email(reply(email, "\n".join(said)), now=now())


def email_link(ask, cast, client):
    client.post(link_in(email_of(ask)), first_boxes(ask))


def text(ask, cast, client):
    send_what_is_due(now=now())
    talk = TextTalk.objects.get(ask=ask)
    for place, question in enumerate(sheet_of(ask).questions):
        words = "1" if question.choices else ": In my own words"
        received(provider_ref=f"{ask.ref}-{place}", number=ask.person.phone, words=f"{talk.letter}{words}", now=now())
    send_text_replies(now=now())


# Where the words themselves carry the answer, Easy Read words are other words. Elsewhere a box is a box.
WHERE_WORDS_MATTER = ("web", "email-reply", "text", "post")
DOORS = {
    "web": ("web", web),
    "helper": ("web", helper),
    "phone": ("phone", spoken("phone")),
    "in-person": ("in-person", spoken("in-person")),
    "post": ("post", post),
    "email-reply": ("email", email_reply),
    "email-link": ("email", email_link),
    "text": ("text", text),
}


@pytest.fixture
def carriers(settings):
    """Emails and texts can go out and come back."""
    with Provider() as provider:
        settings.REPLY_TO, settings.TEXTS_BY = MAILBOX, "notify"
        settings.NOTIFY_URL, settings.NOTIFY_API_KEY, settings.NOTIFY_TEXT_TEMPLATE = provider.url, KEY, "template"
        yield provider


def test_every_kind_of_ask_is_walked():
    assert set(MAKERS) == set(KINDS) == set(TRAVELS)


def as_kept(kind: str, said: dict):
    """How what was said to each kind of ask is kept: mostly as it was said."""
    if kind in ("projects.join", "projects.place", "projects.longer"):
        return said["said"]
    kept = {
        "access.passport": {"what": "gone_through"},
        "access.time_alone": {"alone": "yes"},
        "agreements.who_i_am": {"what": "written"},
    }
    return said["words"] if kind == "projects.advice" else kept.get(kind, said)


WALKED = [(kind, way) for kind in sorted(KINDS) for way in DOORS if (kind, way) not in GAPS]


READS = {"standard": WALKED, "easy-read": [(kind, way) for kind, way in WALKED if way in WHERE_WORDS_MATTER]}


@pytest.mark.parametrize(("kind", "way", "format"), [(*walk, format) for format in READS for walk in READS[format]])
def test_one_answer_counts_in_her_name(cast, client, carriers, kind, way, format):
    door, answer = DOORS[way]
    person = somebody_for(kind, cast, door=door, format=format)
    ask = asked(kind, cast, person)
    answer(ask, cast, client)

    counts = counting(ask)
    assert counts, f"nothing was recorded by {way}"
    assert (counts.ask.person, counts.door) == (person, "web" if way == "helper" else door)
    kept = (
        {name: said for name, said in counts.said.items() if name != "on"}
        if isinstance(counts.said, dict)
        else counts.said
    )
    assert kept == as_kept(kind, first_boxes(ask))
