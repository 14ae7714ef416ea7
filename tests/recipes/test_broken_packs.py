"""Each broken pack: which file, which line, what is wrong, what would be right."""

import pytest

from sidebyside.recipes.checking import check
from tests.recipes.sound import OFFERED, change, only, write


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path)


def test_a_sound_pack_has_no_faults(folder):
    assert check(folder, OFFERED) == []


# file, words there, words to put there instead, in which place they stand, what the checker says
BROKEN = {
    "a quote mark is missing": (
        "methods.toml",
        'when = "during"',
        'when = "during',
        2,
        "This is not TOML: Illegal character '\\n'. Look for a missing quote mark, bracket or equals sign, "
        "or a key used twice.",
    ),
    "when is a word we do not know": (
        "methods.toml",
        '"during"',
        '"whenever"',
        3,
        '"whenever" in "when" is not known. Use one of these: before, during, after.',
    ),
    "an event is misspelt": (
        "methods.toml",
        '"sessions.held"',
        '"sessions.hold"',
        4,
        '"sessions.hold" in "due" is not known. Did you mean "sessions.held"?',
    ),
    "no event makes a method due": (
        "methods.toml",
        '["projects.first_joined", "sessions.held"]',
        "[]",
        4,
        '"due" has too few. Give at least 1.',
    ),
    "an Easy Read text is a copy": (
        "ingredients.toml",
        '"You need time"',
        '"The ingredient: TIME."',
        1,
        '"title_easy" says the same as its source. Say it in easier words.',
    ),
    "an Easy Read sentence is long": (
        "ingredients.toml",
        '"This is good money."',
        '"Good. It is one two three four five six seven eight nine ten eleven twelve thirteen fourteen."',
        1,
        'This Easy Read sentence has 16 words: "It is one two three four five six seven eight nine ten eleven twelve '
        'thirteen fourteen." Use 15 words or fewer. Make two sentences of it.',
    ),
    "a text is empty": ("pack.toml", '"A small pack for tests"', '"  "', 1, '"title" is empty. Write its words.'),
    "an id is used twice": (
        "methods.toml",
        '"care-for-access"',
        '"care-for-values"',
        1,
        'The id "care-for-values" is used twice. Give each its own id.',
    ),
    "an id has a capital": (
        "methods.toml",
        '"care-for-access"',
        '"Care-for-access"',
        1,
        '"Care-for-access" in "id" is not a good id. Use small letters, numbers and hyphens, such as '
        "equal-relationship.",
    ),
    "a method names an ingredient that is not there": (
        "methods.toml",
        'ingredient = "time"',
        'ingredient = "tyme"',
        1,
        'There is no ingredient "tyme". Did you mean "time"?',
    ),
    "a rung names an ingredient that is not there": (
        "ladder.toml",
        "knowledge = ",
        "knowlege = ",
        1,
        'There is no ingredient "knowlege". Did you mean "knowledge"?',
    ),
    "the group can only say partly or yes": (
        "ladder.toml",
        'knowledge = "partly"',
        'knowledge = "maybe"',
        1,
        '"maybe" in "knowledge" is not known. Use one of these: partly, yes.',
    ),
    "more ingredients are wanted than there are": (
        "ladder.toml",
        "group_says_any = 1",
        "group_says_any = 11",
        1,
        '"group_says_any" is 11. There are 10 ingredients. Write that or fewer.',
    ),
    "a fact is not named as a fact": (
        "methods.toml",
        '"later.part_shows_time"',
        '"later part"',
        1,
        '"later part" in "shown_by" is not the name of a fact. Write part.fact_name in small letters, '
        "such as projects.timeline_shared.",
    ),
    "no part offers a fact": (
        "methods.toml",
        '"projects.timeline_shared"',
        '"projects.time_line_shared"',
        6,
        'No part offers the fact "projects.time_line_shared". Did you mean "projects.timeline_shared"?',
    ),
    "no part offers the fact of a test": (
        "ladder.toml",
        '"agreements.decides_as_equals"',
        '"agreements.decide_as_equals"',
        2,
        'No part offers the fact "agreements.decide_as_equals". Did you mean "agreements.decides_as_equals"?',
    ),
    "a level is wrong": (
        "ladder.toml",
        "level = 4",
        "level = 5",
        1,
        'The rung "consultation" has level 5. Write level = 4. Levels go 1, 2, 3 and so on, lowest first, with no gap.',
    ),
    "a number is in quote marks": (
        "ladder.toml",
        "level = 4",
        'level = "4"',
        1,
        '"level" must be a whole number. Write the number without quote marks.',
    ),
    "access is not always needed": (
        "ingredients.toml",
        "always_needed = true",
        "always_needed = false",
        1,
        'The ingredient "access" is not always needed here. Write always_needed = true.',
    ),
    "co-production leaves out an ingredient": (
        "ladder.toml",
        "every_ingredient = true",
        "every_ingredient = false",
        1,
        "Co-production does not need every ingredient here. Write every_ingredient = true.",
    ),
    "an answer goes back": (
        "participation.toml",
        'goes_to = "told"',
        'goes_to = "open"',
        2,
        'The answer "no" goes back to "open": the questions never end. Let it go to a later question or to an outcome.',
    ),
    "an outcome names a rung that is not there": (
        "participation.toml",
        'rung = "informing"',
        'rung = "inform"',
        1,
        'There is no rung "inform". Did you mean "informing"?',
    ),
    "a fix has no Easy Read pair": (
        "participation.toml",
        'fix = "Ask those who decided to open it again."\nfix_easy = "Ask them to change it."',
        'fix = "Ask those who decided."',
        1,
        '"fix" has no Easy Read pair. Write fix_easy: the same in Easy Read.',
    ),
    "a meeting of two hours has no break": (
        "meetings.toml",
        'kind = "break"',
        'kind = "content"',
        1,
        'The template "two-hours" lasts two hours or more and has no break. Add a [[template.item]] with kind = "break".',
    ),
    "a meeting is longer than a day": (
        "meetings.toml",
        "minutes = 100",
        "minutes = 701",
        1,
        'The template "two-hours" takes 721 minutes. Plan 720 minutes or fewer: a meeting ends on the day it starts.',
    ),
    "what is on an agenda takes no time": (
        "meetings.toml",
        "minutes = 20",
        "minutes = 0",
        1,
        '"minutes" is 0. Write 1 or more.',
    ),
    "a way of meeting is not known": (
        "meetings.toml",
        '"hybrid"',
        '"hibrid"',
        1,
        '"hibrid" in "ways" is not known. Did you mean "hybrid"?',
    ),
    "words of an agenda have no Easy Read pair": (
        "meetings.toml",
        'words = "Choose one thing."\nwords_easy = "Pick a thing."',
        'words = "Choose one thing."',
        1,
        '"words" has no Easy Read pair. Write words_easy: the same in Easy Read.',
    ),
    "a link is not a link": (
        "pack.toml",
        '"https://example.org/cake"',
        '"cake"',
        1,
        '"cake" in "link" is not a link. Begin it with https://.',
    ),
    "the version is not its folder's": (
        "pack.toml",
        '"1.0.0"',
        '"1.0.1"',
        1,
        'The version is "1.0.1", but its folder is called "1.0.0". Let both say the same.',
    ),
    "the id is not its folder's": (
        "pack.toml",
        '"small"',
        '"smaller"',
        1,
        'The id is "smaller", but its folder is called "small". Let both say the same.',
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "nth", "words"), BROKEN.values(), ids=BROKEN.keys())
def test_the_checker_says_where_it_is_broken_and_what_would_be_right(folder, file, old, new, nth, words):
    line = change(folder, file, old, new, nth)
    line = 1 if words.startswith("The template") else line  # told at the head of its table

    assert only(check(folder, OFFERED)) == (file, line, words)
