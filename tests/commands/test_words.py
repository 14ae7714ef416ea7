"""script/words takes every sentence into the catalogue, and script/words --check finds what is missing or hard to read."""

import shutil

import pytest
from django.utils.translation import get_language, get_language_info, gettext, ngettext, override

from script import words
from script.easy_words import faults_in

CODE = 'from x import gettext as _\n_("Yes, please")\n'
PAGE = '{# page.html #}{{ _("Hello %(name)s", name=name) }}{{ ngettext("One thing", "%(num)s things", n) }}'


@pytest.mark.parametrize(
    ("easy", "source", "fault"),
    [
        ("word " * 16, "word", "more than 15 words"),
        ("Hello", "Hello %(name)s", "other values are put in"),
        ("%(who)s is here", "%(name)s is here", "other values are put in"),
        ("We wait 3 weeks.", "You wait two weeks.", "other numbers"),
        ("We pay you.", "You are paid £12.", "other numbers"),
        ("This is the very same sentence as it was before.",) * 2 + ("same as before",),
        ("Bring things (like tea).", "Bring tea.", "brackets"),
        ("Bring two cups.", "Bring 2 cups.", "a number in letters"),
        ("Bring tea, e.g. green.", "Bring tea.", "a shortened word"),
        ("We ensure it.", "It is so.", "a hard word"),
    ],
)
def test_what_is_not_easy_read_is_found(easy, source, fault):
    assert [found for found in faults_in(easy, source) if found.startswith(fault) or fault in found]


@pytest.mark.parametrize(
    ("easy", "source"),
    [
        ("You can leave.", "You can leave."),
        ("%(n)s of 5 said so.", "Of five people %(n)s said it."),
        ("We add 20%% to it.", "20%% is added."),
    ],
)
def test_good_easy_read_is_let_through(easy, source):
    assert list(faults_in(easy, source)) == []


@pytest.fixture
def code(tmp_path):
    """A small product with 3 sentences, and its catalogue, all of them worded."""
    (tmp_path / "code" / "templates").mkdir(parents=True)
    (tmp_path / "code" / "part.py").write_text(CODE)
    (tmp_path / "code" / "templates" / "page.html").write_text(PAGE)
    words.update(tmp_path / "django.po", tmp_path / "code")
    for old in ("Yes, please", "Hello %(name)s"):
        write_in(tmp_path / "django.po", f'msgid "{old}"\nmsgstr ""', f'msgid "{old}"\nmsgstr "{old}"')
    write_in(tmp_path / "django.po", 'msgstr[0] ""\nmsgstr[1] ""', 'msgstr[0] "One thing"\nmsgstr[1] "%(num)s things"')
    words.update(tmp_path / "django.po", tmp_path / "code")
    return tmp_path


def write_in(path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text, text
    path.write_text(text.replace(old, new))


def found(code) -> str:
    return "\n".join(words.faults(code / "django.po", code / "code"))


def test_python_and_pages_and_more_than_one_are_taken_in(code):
    assert {message.id for message in words.in_the_catalogue(code / "django.po") if message.id} == {
        "Yes, please", "Hello %(name)s", ("One thing", "%(num)s things"),
    }  # fmt: skip
    assert found(code) == ""


def test_taking_in_twice_changes_nothing(code):
    shutil.copy(code / "django.po", code / "before.po")
    compiled = (code / "django.mo").read_bytes()

    assert words.update(code / "django.po", code / "code") == []

    assert (code / "django.po").read_bytes() == (code / "before.po").read_bytes()
    assert (code / "django.mo").read_bytes() == compiled


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("code/part.py", "Yes, please", "Yes, thank you", "not in the catalogue, run script/words: 'Yes, thank you'"),
        ("code/part.py", '_("Yes, please")', "", "nothing says this any more, run script/words: 'Yes, please'"),
        ("django.po", 'msgstr "Yes, please"', 'msgstr ""', "'Yes, please': it has no Easy Read"),
        ("django.po", 'msgstr[1] "%(num)s things"', 'msgstr[1] ""', "'One thing': it has no Easy Read"),
        ("django.po", 'msgid "Yes, please"', '#, fuzzy\nmsgid "Yes, please"', "it is marked as a guess"),
        ("django.po", 'msgstr "Yes, please"', 'msgstr "Yes"', "django.mo is not what django.po makes"),
        ("django.po", 'msgid "Yes, please"', '#~ msgid "Gone"\n#~ msgstr "Gone"\n\nmsgid "Yes, please"', "'Gone'"),
    ],
)
def test_a_catalogue_that_is_not_in_step_is_found(code, file, old, new, fault):
    write_in(code / file, old, new)

    assert fault in found(code)


def test_the_committed_catalogue_is_in_step_and_easy_to_read():
    assert list(words.faults()) == []


def test_easy_read_is_a_language_of_its_own_that_counts_like_english():
    many = ("There is %(num)s thing for you to do.", "There are %(num)s things for you to do.")

    with override("en-x-easy"):
        assert get_language() == "en-x-easy"
        assert gettext("Where it falls short") == "What does not work well yet"
        assert [ngettext(*many, n) for n in (0, 1, 2)] == [many[1], many[0], many[1]]
    with override("en-gb"):
        assert gettext("Where it falls short") == "Where it falls short"
    assert get_language_info("en-x-easy")["bidi"] is False
