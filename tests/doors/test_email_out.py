"""An email is useful without visiting: what is asked, who sees the answer, by when, and every way to answer."""

from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from lxml import html as parse

from sidebyside.doors.jobs import send_what_is_due
from sidebyside.people.acting import Acting
from sidebyside.people.messages import tell
from sidebyside.people.models import Message
from sidebyside.projects.joining import invite
from tests.client import faults
from tests.doors.by_email import MAILBOX, asked_by_email, link_in, wants_email


@pytest.fixture(autouse=True)
def mailbox(settings):
    settings.REPLY_TO = MAILBOX


@pytest.fixture
def now(cast, at):
    return at("2024-03-12 10:00")


def test_a_question_comes_whole(cast, now):
    _ask, email = asked_by_email(cast, wants_email(cast.femi), now)

    assert email.subject == "Our project: do you agree?"
    for words in (
        "One person, one voice.",
        "1 Yes\n2 No\n3 I stand aside",
        "Why? (you can leave this out)",
        "Write the number or the words of your answer.",
        "Please answer before 26 March 2024, 10am.",
        "It takes about",
        "Nobody sees how many people answered",
        "reply with the word STOP",
    ):
        assert words in email.body


def test_several_questions_are_numbered_and_their_answers_said_once(cast, now):
    _ask, email = asked_by_email(cast, wants_email(cast.femi), now, about="round")

    assert email.body.count("Partly") == 2  # once for all, and once in the example
    assert "\n10. " in email.body
    assert "1 Yes\n2 Partly" in email.body  # the example of how to write it


def test_it_is_worded_in_easy_read_for_somebody_who_reads_that(cast, now):
    wants_email(cast.amara)
    _ask, standard = asked_by_email(cast, wants_email(cast.femi), now, about="round")
    easy = next(email for email in mail.outbox if email.to == [cast.amara.email])

    assert easy.body != standard.body.replace("Femi Oakes", "Amara Venn")
    assert len(easy.body.split()) > 100


def test_its_html_says_the_same_is_without_faults_and_loads_nothing(cast, now):
    _ask, email = asked_by_email(cast, wants_email(cast.femi), now)
    [(page, kind)] = email.alternatives
    tree = parse.document_fromstring(page)

    assert (kind, tree.get("lang"), tree.get("dir")) == ("text/html", "en-GB", "ltr")
    assert list(faults(page)) == []
    assert tree.xpath("//@src | //link | //img | //script") == []
    assert link_in(email) in page


def test_what_may_only_be_said_to_be_waiting_names_nothing_and_opens_nothing(cast, now):
    _ask, email = asked_by_email(cast, wants_email(cast.femi, "waiting"), now)
    everything = email.body + email.subject + email.alternatives[0][0] + str(email.extra_headers)

    assert "There is something new for you." in email.body
    assert [word for word in ("Our project", "agree", "voice", "/email/answer/") if word in everything] == []


def test_an_email_that_is_sent_again_is_the_same_email(cast, now):
    ask, email = asked_by_email(cast, wants_email(cast.femi), now)
    Message.objects.filter(ask=ask).update(sent_at=None, started_at=None)
    mail.outbox.clear()
    send_what_is_due(now=now)
    [again] = mail.outbox

    assert again.extra_headers["Message-ID"] == email.extra_headers["Message-ID"]
    assert (again.body, again.reply_to) == (email.body, email.reply_to)


def test_each_email_has_a_reply_address_of_its_own_and_says_that_a_program_wrote_it(cast, now):
    wants_email(cast.amara)
    _ask, email = asked_by_email(cast, wants_email(cast.femi), now)
    to_amara = next(other for other in mail.outbox if other.to == [cast.amara.email])
    [back] = email.reply_to

    assert back.startswith("answer+")
    assert back.endswith("@hub.example.org")
    assert back != to_amara.reply_to[0]
    assert email.extra_headers["Auto-Submitted"] == "auto-generated"
    assert f"<mailto:{back}?subject=STOP>" in email.extra_headers["List-Unsubscribe"]
    assert "/me/doors/>" in email.extra_headers["List-Unsubscribe"]


def test_a_hub_that_reads_no_replies_asks_for_none(cast, now, settings):
    settings.REPLY_TO = ""
    _ask, email = asked_by_email(cast, wants_email(cast.femi), now)

    assert email.reply_to == []
    assert ("Reply" in email.body, "STOP" in email.body) == (False, False)
    assert link_in(email)


def test_an_address_that_the_server_does_not_know_is_a_trouble_at_once(cast, now, monkeypatch):
    def refuses(self, **_):
        raise SMTPRecipientsRefused({"femi@example.org": (550, b"no such user")})

    cast.femi.post_address = ["1 Mill Lane"]
    cast.femi.door, cast.femi.reach = "email", {"others": ["post"]}
    cast.femi.save()
    message = tell(cast.femi, "card_used", now=now)
    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuses)
    send_what_is_due(now=now)
    message.refresh_from_db()

    assert message.trouble == "email_bounced"
    assert Message.objects.filter(instead_of=message).exists()


def test_an_invitation_which_is_open_comes_whole_without_her_choosing_anything(cast, now):
    cast.otto.door = "email"
    cast.otto.save()
    invite(project=cast.project, person=cast.otto, joins_as="lived_expertise", by=Acting(cast.grace), now=now)
    send_what_is_due(now=now)
    [email] = [email for email in mail.outbox if email.to == [cast.otto.email]]

    assert "1 Yes\n2 No" in email.body
    assert "in your own words" not in email.body
    assert link_in(email)
