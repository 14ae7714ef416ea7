"""A PDF can be read by a screen reader, is in our own font, and fetches nothing from anywhere."""

import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.template.loader import render_to_string

from sidebyside.kit import pdf
from tests.pdf import assert_accessible, faults, opened, pictures

SVG = '<svg class="cake" viewBox="0 0 9 9"><title>Four of ten ingredients shown</title><circle class="plate" r="4"/></svg>'
PAGE = f"""<!doctype html><html lang="en-GB" class="colour-dark"><head><title>Where we stand · A hub</title></head><body>
<header class="top">How this looks</header>
<nav class="project-nav"><p>Evening support</p><ul><li><a href="/x/">Time</a></li></ul></nav>
<main><h1>Where we stand</h1><svg class="picture" aria-hidden="true" viewBox="0 0 9 9"><circle r="4"/></svg>
<p>We meet on <em>Tuesdays</em>.</p>{SVG}<h2>Who is here</h2><ul><li>Amara</li><li>Walter</li></ul>
<dl class="facts"><div><dt>Members</dt><dd>12</dd><dd><a href="/change/">Change</a></dd></div></dl>
<form><label>Your answer <input name="a"></label></form></main><footer class="foot">Get help</footer></body></html>"""


@pytest.fixture
def told():
    """A web server that tells who asked it for something."""
    asked = []

    class Listens(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *said):
            pass

    server = HTTPServer(("127.0.0.1", 0), Listens)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("size", [{}, {"easy": True}, {"large": True}])
def test_a_page_becomes_a_tagged_pdf_with_title_language_order_and_alt(size):
    read = assert_accessible(pdf.pdf_of(PAGE, **size), lang="en-GB", title="Where we stand · A hub")

    assert read.headings == [(1, "Where we stand"), (2, "Who is here")]
    assert read.images == ["Four of ten ingredients shown"]
    assert read.words == (
        "Evening support Where we stand We meet on Tuesdays. Four of ten ingredients shown"
        " Who is here • Amara • Walter Members 12"
    )
    assert {"Atkinson-Hyperlegible", "Atkinson-Hyperlegible-Bold"} <= read.fonts


def test_the_words_are_as_big_as_was_asked_for():
    pages = [opened(pdf.pdf_of(PAGE.replace("Amara", "Amara " * 900), **size)).pages for size in ({}, {"large": True})]

    assert pages[1] >= 1.5 * pages[0]


def test_a_pdf_fetches_nothing_and_opens_no_file(told, tmp_path):
    site, asked = told
    secret = tmp_path / "secret.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>')
    page = PAGE.replace(
        "<h2>",
        f'<img alt="x" src="{site}/i.png"><img alt="y" src="{secret.as_uri()}"><img alt="z" src="/static/../settings.py">'
        f'<p style="background:url({site}/b.png)">.</p><object data="{site}/o.svg"></object><h2>',
    )

    assert b"%PDF" in pdf.pdf_of(page)[:8]
    assert asked == []
    for address in (
        f"{site}/a",
        secret.as_uri(),
        "static:/../../settings.py",
        "file:///etc/passwd",
        "data:text/css,p{}",
    ):
        with pytest.raises(ValueError, match="only what is ours"):
            pdf.ours_alone().fetch(address)


def test_a_template_for_paper_has_its_title_language_and_what_it_takes(settings):
    settings.HUB_NAME = "A hub of ours"
    made = pdf.make_pdf("print/base.html", {}, title="A letter for Walter", large=True)

    assert_accessible(made, lang="en-GB", title="A letter for Walter")
    assert len(pictures(made, 0.2)) == 1
    assert 'dir="ltr"' in render_to_string("print/base.html", {"title": "A letter"})


def test_what_shuts_people_out_is_found():
    bad = (
        PAGE.replace("h1", "h3").replace("<h2>", '<img src="data:image/png;base64,x"><h2>').replace(' lang="en-GB"', "")
    )
    found = faults(pdf.pdf_of(bad), lang="en-GB", title="Something else")

    assert [fault.partition(":")[0].split(" is ")[0] for fault in found] == [
        "its language",
        "its title",
        "it has 0 main headings",
        "a heading",
    ]


def test_without_the_libraries_a_hub_makes_no_pdf_and_says_what_to_install(monkeypatch):
    monkeypatch.setattr(pdf, "can_make_pdf", lambda: False)

    with pytest.raises(pdf.CannotMakePdf):
        pdf.make_pdf("print/base.html", {}, title="A letter")
    assert "libpango-1.0-0" in pdf.why_no_pdf()


def test_a_missing_library_is_found_out_without_noise(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "weasyprint", None)  # as when it cannot be loaded
    pdf.can_make_pdf.cache_clear()
    try:
        assert pdf.can_make_pdf() is False
    finally:
        pdf.can_make_pdf.cache_clear()
    assert capsys.readouterr().out == ""
