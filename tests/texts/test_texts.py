"""A text in Easy Read beside its source: what is missing says so, who makes it, what is old, and who checked it."""

from datetime import date, timedelta

import pytest

from sidebyside.kit import facts
from sidebyside.kit.verdict import Refused
from sidebyside.people.acting import Acting
from sidebyside.people.models import Ask
from sidebyside.people.sheets import TRAVELS, sheet_of
from sidebyside.projects.texts import source, who_may_check
from sidebyside.texts import actions, pages
from sidebyside.texts.models import Checker, Version
from tests.cast import moment

NOON = moment("2024-03-12 12:00")
TODAY = date(2024, 3, 12)
EASY = ("easy-read", "en")
WHAT = {"format": "easy-read", "language": "en"}


def name(person) -> str:
    return person.name


def write(cast, words="We ask people.\n\nWe listen.", **more):
    kept = {**WHAT, "source": source(cast.project, "about"), "by": Acting(cast.grace), "now": NOON}
    return actions.write(words=words, **kept | more)


def check(cast, version, *, checkers, **more):
    return actions.record_checking(
        source=source(cast.project, "about"),
        version=version,
        on_day=TODAY,
        session="Read aloud together",
        checkers=checkers,
        may_check=who_may_check(cast.project),
        by=Acting(cast.grace),
        now=NOON,
        today=TODAY,
        **{"paid": True} | more,
    )


def status(cast) -> str:
    text = source(cast.project, "about")
    return pages.status(pages.made([text])[text.about], EASY, name)


def test_a_missing_easy_read_says_so_and_who_is_making_it_by_when(cast):
    assert status(cast) == "Nobody has made the Easy Read of this yet."

    when = {"ready_by": date(2024, 5, 3), "now": NOON, "today": TODAY}
    actions.say_who_makes_it(source=source(cast.project, "about"), **WHAT, by=Acting(cast.amara), **when)

    assert status(cast) == "There is no Easy Read of this yet. Amara Venn is making it by 3 May 2024."
    with pytest.raises(Refused, match="text_made_by_another"):
        actions.say_who_makes_it(source=source(cast.project, "about"), **WHAT, by=Acting(cast.femi), **when)
    write(cast)
    assert status(cast) == ""


def test_the_same_words_twice_are_one_version_and_what_was_said_before_stays(cast):
    first, again = write(cast, pictures=["question", "ear"]), write(cast)
    second = write(cast, "We ask people.\n\nWe listen well.", now=NOON + timedelta(minutes=1))

    assert first == again
    assert Version.objects.count() == 2
    assert second.pictures == ["question", ""]


def test_an_easy_read_is_older_once_its_text_changed(cast):
    write(cast)
    cast.project.about = "How people are asked, and paid."
    cast.project.save(update_fields=["about"])

    assert status(cast) == "The text has changed since this was made."


def test_it_is_a_draft_until_somebody_who_checked_it_says_that_she_may_be_named(cast):
    version = write(cast)
    check(cast, version, checkers=[cast.amara, cast.walter])
    version.refresh_from_db()
    assert version.state == "draft"

    asked = Ask.objects.get(kind="texts.named", person=cast.amara)
    actions.say_if_named(ask=asked, said="yes", by=Acting(cast.amara), now=NOON)
    assert status(cast) == "Checked on 12 March 2024 by Amara Venn."

    actions.say_if_named(ask=asked, said="no", by=Acting(cast.amara), now=NOON + timedelta(hours=1))
    version.refresh_from_db()
    assert (version.state, status(cast)) == ("draft", "")


@pytest.mark.parametrize(
    ("who", "more", "code"),
    [
        ("amara", {"paid": False}, "checked_unpaid"),
        ("grace", {}, "checked_by_its_maker"),
        ("edwin", {}, "checked_by_a_stranger"),
    ],
)
def test_nobody_here_by_their_job_and_nothing_unpaid_makes_it_checked(cast, who, more, code):
    with pytest.raises(Refused, match=code):
        check(cast, write(cast), checkers=[getattr(cast, who)], **more)

    assert not Checker.objects.exists()


def test_an_officer_cannot_type_in_that_a_member_may_be_named(cast):
    check(cast, write(cast), checkers=[cast.walter])
    ask = Ask.objects.get(kind="texts.named", person=cast.walter)

    with pytest.raises(Refused):
        actions.say_if_named(ask=ask, said="yes", by=Acting(cast.walter, keyed_by=cast.grace, door="post"), now=NOON)


def test_may_we_say_your_name_travels_by_every_door(cast):
    check(cast, write(cast), checkers=[cast.walter])
    ask = Ask.objects.get(kind="texts.named", person=cast.walter)
    TRAVELS["texts.named"].answered(ask, {"said": "yes"}, Acting(cast.walter, door="text"), NOON, NOON)

    assert [choice.value for choice in sheet_of(ask).questions[0].choices] == ["yes", "no"]
    assert status(cast) == "Checked on 12 March 2024 by Walter Pell."


def test_the_fact_is_shown_only_when_all_is_checked_and_in_step(cast):
    def fact():
        return facts.gather(cast.project, NOON)["projects.texts_in_easy_read"]

    assert fact().status == "not_yet"
    for part in ("about", "fixed", "open-to-change"):
        version = write(cast, f"About {part}.", source=source(cast.project, part))
        assert fact().status == "partly"
        check(cast, version, checkers=[cast.walter])
        ask = Ask.objects.filter(kind="texts.named", person=cast.walter).latest("id")
        actions.say_if_named(ask=ask, said="yes", by=Acting(cast.walter), now=NOON)
    assert (fact().status, fact().values) == ("shown", {"some": 3, "everyone": 3})

    cast.project.fixed = "Something else."
    assert fact().status == "partly"
