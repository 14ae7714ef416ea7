"""The frame of every page, the gallery, and the small words that templates use."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.template import engines
from lxml import html

from sidebyside import jinja
from sidebyside.kit.gallery import gallery
from tests.client import faults

TEMPLATES = Path(jinja.__file__).parent / "templates"
COMPONENTS = sorted(p.stem for p in (TEMPLATES / "components").glob("*.html"))


@pytest.fixture
def page():
    return engines["jinja2"].get_template("gallery.html").render(gallery())


@pytest.mark.parametrize("name", COMPONENTS)
def test_every_component_is_in_the_gallery(page, name):
    found = html.document_fromstring(page).xpath(f"//section[@id='{name}']")

    assert found, f"templates/gallery.html does not show components/{name}.html"
    assert len(found[0]) > 1, f"{name} shows nothing in the gallery"


@pytest.mark.parametrize("name", COMPONENTS)
def test_every_component_says_what_it_takes_in_its_first_line(name):
    first = (TEMPLATES / "components" / f"{name}.html").read_text().splitlines()[0]

    assert first.startswith(f"{{# {name}.html: ")
    assert first.endswith("#}")


def test_the_gallery_shuts_nobody_out(page):
    assert list(faults(page)) == []


def test_a_page_runs_and_styles_itself_only_from_our_own_files(page):
    tree = html.document_fromstring(page)
    loaded = tree.xpath("//script/@src | //link/@href | //img/@src")

    assert loaded
    assert all(address.startswith("/static/") for address in loaded)


def test_a_page_needs_nothing_but_itself():
    """The page for our own faults is drawn when nothing else can be trusted."""
    bare = engines["jinja2"].get_template("base.html").render({})

    assert list(faults(bare)) == []
    assert 'dir="ltr"' in bare


def test_help_is_the_first_thing_in_the_foot_of_the_page(page):
    assert html.document_fromstring(page).xpath("//footer//a/@href")[0] == "/help/"


def test_leaving_quickly_tells_the_next_place_nothing(page):
    link = html.document_fromstring(page).xpath("//a[@class='leave-quickly']")[0]

    assert link.get("rel") == "noreferrer"


def test_the_choices_of_how_this_looks_are_on_the_page_itself():
    look = {"classes": "easy-read size-large", "lang": "ar", "dir": "rtl", "easy": True}
    root = html.document_fromstring(engines["jinja2"].get_template("base.html").render({"look": look}))

    assert (root.get("class"), root.get("lang"), root.get("dir")) == ("easy-read size-large", "ar", "rtl")


def test_easy_read_has_the_same_links_and_words_in_each_component(page):
    easy = engines["jinja2"].get_template("gallery.html").render(gallery() | {"look": {"classes": "easy-read"}})

    body = "//main//text() | //main//@href"
    assert html.document_fromstring(page).xpath(body) == html.document_fromstring(easy).xpath(body)


def test_every_picture_that_carries_facts_has_a_title_and_the_others_are_hidden(page):
    for svg in html.document_fromstring(page).xpath("//svg[not(ancestor::svg)]"):
        named = svg.get("role") == "img" and svg.xpath("./title[normalize-space()]")
        hidden = svg.get("aria-hidden") == "true" or svg.xpath("ancestor::*[@aria-hidden='true']")
        assert bool(named) != bool(hidden)


def test_days_and_times_are_written_as_people_say_them():
    assert jinja.day(date(2024, 3, 12)) == "12 March 2024"
    assert jinja.day(None) == ""
    assert jinja.day_time(datetime(2024, 3, 12, 14, 0, tzinfo=UTC)) == "12 March 2024, 2pm"
    assert jinja.day_time(datetime(2024, 7, 12, 8, 30, tzinfo=UTC)) == "12 July 2024, 9:30am"


def test_a_list_of_words_reads_as_a_sentence():
    assert [jinja.listed(w) for w in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]


def test_money_is_written_in_pounds():
    assert [jinja.pounds(p) for p in (4360, 1200, 5, -250, 123456789)] == [
        "£43.60", "£12", "£0.05", "-£2.50", "£1,234,567.89",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("# Big", "<h2>Big</h2>\n"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("[go](javascript:alert(1))", "<p>[go](javascript:alert(1))</p>\n"),
        ("![x](http://example.org/x.png)", "<p></p>\n"),
        (None, ""),
    ],
)
def test_markdown_is_safe_and_leaves_the_heading_to_the_page(written, drawn):
    assert jinja.markdown(written) == drawn


def test_words_put_into_a_sentence_are_escaped():
    sentence = engines["jinja2"].env.from_string('{{ _("Hello %(name)s", name=name) }}').render(name="<b>")

    assert sentence == "Hello &lt;b&gt;"
