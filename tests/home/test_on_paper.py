"""Every page that has "Print it" is there as a PDF: standard, Easy Read and large print, for whoever may open the page."""

import pytest
from lxml import html

from sidebyside.home import on_paper, pages
from sidebyside.kit.pdf import CannotMakePdf
from sidebyside.standing.recording import record_where_it_stands
from tests.cast import moment
from tests.pdf import assert_accessible, opened

PAGES = [f"/projects/our-project/{page}" for page in ("", "standing/", "kind/", "timeline/", "people/", "agreements/")]


def links(page) -> dict[str, str]:
    tree = html.document_fromstring(page.content.decode())
    return {" ".join(a.text_content().split()): a.get("href") for a in tree.xpath("//a[@href]")}


@pytest.mark.parametrize("page", [*PAGES, "/label/our-project/"])
def test_print_it_leads_to_a_pdf_in_each_format(page, cast, as_):
    record_where_it_stands(event="project-started", project=cast.project, now=moment("2024-03-12 10:00"))
    femi = as_(cast.femi)
    choose = femi.get(links(femi.get(page))["Print it"])
    made = {name: femi.get(links(choose)[name]) for name in ("Standard print", "Easy Read", "Large print")}

    title = html.document_fromstring(femi.get(page).content.decode()).findtext(".//title")
    read = assert_accessible(made["Standard print"].content, lang="en-GB", title=title)
    assert read.headings[0][1] in title
    assert {one["Content-Type"] for one in made.values()} == {"application/pdf"}
    assert links(choose)["Back to the page"] == page


def test_the_easy_read_pdf_is_in_easy_words_with_pictures_whatever_her_screen_shows(cast, as_):
    page = "/projects/our-project/people/"
    easy, plain = (opened(as_(cast.femi).get(page, {"pdf": paper}).content) for paper in ("easy-read", "standard"))
    amara = opened(as_(cast.amara).get(page, {"pdf": "standard"}).content)

    assert easy.words != plain.words
    assert amara.words == plain.words


def test_a_pdf_holds_what_is_read_and_not_what_is_pressed(cast, as_):
    words = opened(as_(cast.amara).get("/projects/our-project/", {"pdf": "standard"}).content).words

    assert "How people are asked." in words
    assert not [said for said in ("Leave quickly", "Sign out", "Print it", "Skip to", "Get help") if said in words]


@pytest.mark.parametrize("paper", on_paper.PAPERS)
def test_a_pdf_is_guarded_as_its_page(paper, cast, as_):
    page = f"/projects/our-project/people/?pdf={paper}"

    assert as_(cast.otto).get(page).status_code == 404
    assert as_(None).get(page)["Location"].startswith("/sign-in/")
    assert as_(cast.amara).get(page)["Cache-Control"] == "no-store"


@pytest.mark.parametrize("address", ["/projects/our-project/?pdf=gold", "/me/?pdf=standard", "/look/?pdf=large-print"])
def test_what_is_not_for_paper_stays_a_page(address, cast, as_):
    assert as_(cast.amara).get(address)["Content-Type"].startswith("text/html")


def test_the_rest_of_an_address_stays():
    assert on_paper.plain_address("/x/?newest=40&pdf=standard&q=a b") == "/x/?newest=40&q=a+b"
    assert on_paper.addresses("/x/?newest=40")["large-print"] == "/x/?newest=40&pdf=large-print"


def test_the_page_about_printing_leads_to_no_other_site(as_):
    page = as_(None).get("/help/printing/", {"page": "https://example.org/"})

    assert not [href for href in links(page).values() if href.startswith(("https://example.org", "//"))]
    assert "Standard print" not in links(page)


def test_without_the_libraries_the_page_about_printing_says_what_to_install(cast, as_, monkeypatch):
    def cannot(*given, **how):
        raise CannotMakePdf

    monkeypatch.setattr(on_paper, "pdf_of", cannot)
    monkeypatch.setattr(pages, "can_make_pdf", lambda: False)
    page = as_(cast.amara).get("/projects/our-project/people/?pdf=large-print", follow=True)

    assert page.redirect_chain[0][0] == "/help/printing/?page=%2Fprojects%2Four-project%2Fpeople%2F"
    assert "libpango-1.0-0" in page.content.decode()
    assert "Hold down the key" in page.content.decode()
