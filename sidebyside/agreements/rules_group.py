"""What a group says of itself, as rules of plain values: life stories, who holds which power, meetings on the side."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sidebyside.kit.facts import NOT_YET, PARTLY, SHOWN, Fact
from sidebyside.kit.verdict import YES, Verdict, no

PARTS = (
    "name",
    "pronouns",
    "why",
    "bring",
    "helps",
    "not_asked",
    "arriving",
)  # what people may say of themselves: a proposal
LONG_PARTS = PARTS[2:]
EVERYBODY, LIVED_EXPERTISE, NOBODY_BUT_ME = SEEN_BY = ("everybody", "lived_expertise", "nobody")
ARRIVING_SHOWN = timedelta(days=7)  # PROPOSAL: how somebody arrives is old after a week
LOOKED_AT = timedelta(weeks=26)  # PROPOSAL: a life story is looked at again within half a year
AT_LEAST = 5
LATE = timedelta(days=7)  # PROPOSAL: a meeting on the side is written down within a week
REVIEW_IN = timedelta(weeks=12)  # PROPOSAL: who holds which power is looked at again as often as a round is asked
KNOW = "members_know_each_other"


def may_read(seen_by: str, *, is_hers: bool, inside: bool, joins_with_lived_expertise: bool, ever_by_job: bool) -> bool:
    """May somebody read this life story? Its owner chose who.

    inside: she has a place in the project, or helps somebody who has. Nobody who is or was here by her job reads what is
    only for people who join with lived expertise.
    """
    if is_hers:
        return True
    if seen_by == EVERYBODY:
        return inside
    return seen_by == LIVED_EXPERTISE and joins_with_lived_expertise and not ever_by_job


def can_write_story(*, seen_by: str, said_at: datetime, changed_at: datetime | None) -> Verdict:
    """What came late on paper does not take the place of what she wrote since then."""
    if seen_by not in SEEN_BY:
        return no("choose_who_reads_it")
    if changed_at and said_at < changed_at:
        return no("newer_words_stand")
    return YES


def can_ask_who_we_are(*, state: str, wrote_first: bool, to_ask: int) -> Verdict:
    """Those who hold power by their job write first, for everybody; then they ask the others."""
    if state != "running":
        return no("project_not_running")
    if not wrote_first:
        return no("write_yours_first")
    return YES if to_ask else no("everybody_was_asked_who_they_are")


def arriving_is_old(said_on: date, today: date) -> bool:
    return today - said_on > ARRIVING_SHOWN


def can_write_power(*, holds: str, means: str, will_share: str, review_on: date | None, today: date) -> Verdict:
    """Bristol policy, Managing power and relationships: what my power is, what it means for others, what I do to share it."""
    if not (holds.strip() and means.strip() and will_share.strip()):
        return no("power_needs_three_answers")
    if review_on and review_on <= today:
        return no("look_again_on_a_day_to_come")
    return YES


def is_due(review_on: date | None, today: date) -> bool:
    return review_on is not None and review_on <= today


def can_log_side_meeting(*, on: date, today: date, words: Sequence[str], members: Iterable[str]) -> Verdict:
    """Of those who hold power by their job only: no member is written of, so that what members say stays theirs."""
    if not all(one.strip() for one in words):
        return no("side_meeting_needs_all")
    if on > today:
        return no("side_meeting_is_not_yet")
    written = " ".join(words)
    if any(re.search(rf"\b{re.escape(name)}\b", written, re.IGNORECASE) for name in members):
        return no("side_meeting_names_a_member")
    return YES


def days_late(on: date, written_on: date) -> int:
    """How many days after a meeting on the side it was written down, when that is late; else 0."""
    after = written_on - on
    return after.days if after > LATE else 0


@dataclass(frozen=True)
class Story:
    """A life story as the fact reads it. hands: who else had a hand in it."""

    person: int
    seen_by: str
    changed_at: datetime
    hands: tuple[int, ...] = ()


def know_each_other(
    stories: Iterable[Story],
    *,
    counted: Collection[int],
    by_job: Collection[int],
    left_out: Collection[int],
    now: datetime,
) -> Fact:
    """Members know each other: they share life stories, and look at them again (Methods, During the Project, 10).

    Shown when at least half of the counted members, and at least five, share theirs with somebody and changed it within
    26 weeks; partly when some do, or when somebody here by her job now (by_job) has none for everybody: those write
    first. Only her own word: what anybody who was ever here by their job (left_out) had a hand in is left out (decision 6).
    """
    stories = list(stories)
    alive = [s for s in stories if s.seen_by != NOBODY_BUT_ME and s.changed_at + LOOKED_AT > now]
    own = [s for s in alive if s.person in counted and not set(s.hands) & set(left_out)]
    if not own:
        return Fact(NOT_YET, f"{KNOW}_not_yet")
    first = set(by_job) <= {s.person for s in stories if s.seen_by == EVERYBODY}
    values = {"some": len(own), "everyone": len(counted)}
    good_until = min(s.changed_at for s in own) + LOOKED_AT
    if not first:
        return Fact(PARTLY, f"{KNOW}_job_first", values, good_until)
    enough = len(own) >= AT_LEAST and len(own) * 2 >= len(counted)
    return Fact(SHOWN if enough else PARTLY, KNOW, values, good_until)
