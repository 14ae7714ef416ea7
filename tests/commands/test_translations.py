"""A translation puts in the same values, has all its forms, and may be unfinished: pages then show the English."""

from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from django.utils.translation import gettext, ngettext, override

from script import translations, words
from script.translations import LANGUAGES, begins_left_to_right

WELSH, URDU = LANGUAGES
MANY = ("%(num)s person is in this project.", "%(num)s people are in this project.")
HELLO, SIX = "Hello %(name)s", tuple("%(num)s o bobl" for _ in range(6))


def said(language, id, words_) -> list[str]:
    """What is wrong with one translation."""
    catalogue: Catalog = read_po(BytesIO(language.header.encode()))
    catalogue.add(id, words_)
    return list(translations.faults(catalogue, language))


@pytest.mark.parametrize(
    ("language", "id", "words_", "fault"),
    [
        (WELSH, HELLO, "Helo", "other values are put in: []"),
        (WELSH, HELLO, "Helo %(enw)s", "other values are put in: ['%(enw)s']"),
        (WELSH, HELLO, "Helo %(name)s\n", "the same spaces and new lines"),
        (WELSH, MANY, SIX[:4], "it needs 6 forms"),
        (WELSH, MANY, (*SIX[:5], ""), "it needs 6 forms"),
        (WELSH, MANY, (*SIX[:5], "pobl"), "other values are put in"),
        (URDU, HELLO, "%(name)s، سلام", "put the mark U+200F first"),
    ],
)
def test_a_translation_that_cannot_stand_is_found(language, id, words_, fault):
    assert any(fault in one for one in said(language, id, words_))


@pytest.mark.parametrize(
    ("language", "id", "words_"),
    [
        (WELSH, HELLO, "Helo %(name)s"),
        (WELSH, HELLO, ""),
        (WELSH, MANY, SIX),
        (URDU, MANY, ("ایک شخص: %(num)s", "لوگ: %(num)s")),
    ],
)
def test_a_translation_that_is_right_or_not_there_yet_is_no_fault(language, id, words_):
    catalogue_is_short = "sentences are translated"

    assert [one for one in said(language, id, words_) if catalogue_is_short not in one] == []


def test_fewer_sentences_than_were_recorded_is_found():
    assert "it was 2500 before" in said(WELSH, HELLO, "Helo %(name)s")[0]
    assert said(URDU, HELLO, "سلام %(name)s") == []


def test_what_begins_with_a_name_begins_at_the_left():
    assert [begins_left_to_right(one) for one in ("%(name)s نے", "\u200f%(name)s نے", "12 دن", "Ctrl دبائیں")] == [
        True, False, False, True,
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_committed_translations_can_stand(language):
    kept = words.in_the_catalogue(words.catalogue_of(language.code))

    assert list(translations.faults(kept, language)) == []


def test_welsh_counts_in_six_ways_of_its_own():
    with override("cy"):
        counted = [ngettext(*MANY, n) % {"num": n} for n in (0, 1, 2, 3, 6, 11)]

    assert counted == [
        "Nid oes neb (0) yn y prosiect hwn.",
        "Mae 1 person yn y prosiect hwn.",
        "Mae 2 berson yn y prosiect hwn.",
        "Mae 3 pherson yn y prosiect hwn.",
        "Mae 6 pherson yn y prosiect hwn.",
        "Mae 11 o bobl yn y prosiect hwn.",
    ]


def test_what_django_counts_in_welsh_keeps_four_ways_beside_our_six():
    """Were the two mixed, Django's word for "2" would be taken by our count, or ours by its."""
    with override("cy"):
        assert [ngettext("%d day", "%d days", n) % n for n in (1, 2, 3)] == ["1 diwrnod", "2 ddiwrnod", "3 diwrnod"]
        assert (gettext("January"), gettext("Sign in")) == ("Ionawr", "Mewngofnodi")


def test_what_is_not_translated_yet_is_english():
    for code in ("cy", "ur"):
        with override(code):
            assert gettext("A sentence nobody has put into Welsh.") == "A sentence nobody has put into Welsh."
            assert ngettext("%(num)s apple nobody", "%(num)s apples nobody", 0) == "%(num)s apples nobody"


def test_an_entry_that_is_half_filled_or_empty_is_left_out_of_what_pages_read(tmp_path):
    path = tmp_path / "django.po"
    path.write_text(WELSH.header + 'msgid "One"\nmsgid_plural "Many"\n' + "".join(
        f'msgstr[{n}] "{"un" if n < 3 else ""}"\n' for n in range(6)))  # fmt: skip

    assert b"Many" not in words.as_mo(words.in_the_catalogue(path))
