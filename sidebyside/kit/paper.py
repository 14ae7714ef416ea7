"""A page as it goes on paper: only what is read, with pictures that a PDF can hold. HTML in, HTML out; nothing is fetched."""

import base64
from collections.abc import Iterator
from importlib.resources import files
from xml.etree import ElementTree as Tree

SVG = "{http://www.w3.org/2000/svg}"
# What is for the screen alone: what frames a page, and what is pressed or filled in.
NOT_ON_PAPER = frozenset({"script", "link", "form", "button", "noscript", "template", "audio", "video"})
NOT_ON_PAPER_BY_CLASS = frozenset(
    {"skip-link", "top", "banner", "page-tools", "foot", "buttons", "button", "back-link", "govuk-back-link"}
    | {"breadcrumbs", "govuk-breadcrumbs", "error-summary", "govuk-error-summary", "ladder-holder", "not-on-paper"}
)


def on_paper(html: str, *, classes: str = "", foot: dict[str, str]) -> str:
    """The page for paper. classes: which paper it is, instead of the classes for a screen. foot: words for print.css."""
    import tinyhtml5

    page = tinyhtml5.parse(html, namespace_html_elements=False)
    page.set("class", classes)
    body = page.find("body")
    for name, words in foot.items():
        body.set(f"data-{name}", words)
    _walk(page)
    _name_it_once(body)
    return "<!doctype html>" + Tree.tostring(page, encoding="unicode", method="html")


def _words(element: Tree.Element | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def _walk(parent: Tree.Element) -> None:
    for child in list(parent):
        if _is_left_out(child):
            _take_out(parent, child)
        elif child.tag == f"{SVG}svg":
            _draw(child)
        elif child.tag == "nav" and "project-nav" in _classes(child):
            _only_the_name(child)
        elif child.tag == "dl":
            _as_table(child)
            _walk(child)
        else:
            _walk(child)


def _classes(element: Tree.Element) -> set[str]:
    return set((element.get("class") or "").split())


def _is_left_out(element: Tree.Element) -> bool:
    return not isinstance(element.tag, str) or (
        element.tag in NOT_ON_PAPER or bool(_classes(element) & NOT_ON_PAPER_BY_CLASS)
    )


def _take_out(parent: Tree.Element, child: Tree.Element) -> None:
    """Remove an element and leave the words that follow it."""
    before = list(parent).index(child) - 1
    if child.tail:
        if before >= 0:
            parent[before].tail = (parent[before].tail or "") + child.tail
        else:
            parent.text = (parent.text or "") + child.tail
    parent.remove(child)


def _only_the_name(nav: Tree.Element) -> None:
    """Of a project's links, its name alone heads the paper."""
    words, tail = _words(nav.find(".//p")), nav.tail
    nav.clear()
    nav.tag, nav.text, nav.tail = "p", words, tail
    nav.set("class", "paper-of")


def _name_it_once(body: Tree.Element) -> None:
    """A project's own page has its name as its h1: it need not stand above it too."""
    for name in body.findall("p[@class='paper-of']"):
        if _words(name) == _words(body.find(".//h1")):
            _take_out(body, name)


def _as_table(listed: Tree.Element) -> None:
    """Names with their words (dl) as rows of a table, which a PDF can say to a screen reader and a dl it cannot."""
    pairs = list(_pairs(listed))
    tail, classes = listed.tail, listed.get("class", "")
    listed.clear()
    listed.tag, listed.tail = "table", tail
    listed.set("class", f"paper-facts {classes}".strip())
    for name, words in pairs:
        row = Tree.SubElement(listed, "tr")
        name.tag, name.tail = "th", None
        name.set("scope", "row")
        row.append(name)
        words.tag, words.tail = "td", None
        row.append(words)


def _pairs(listed: Tree.Element) -> Iterator[tuple[Tree.Element, Tree.Element]]:
    """Each dt with its dd; where several dd follow, the second is left out: it only holds a link to change the first."""
    name = None
    for element in listed.iter():
        if element.tag == "dt":
            name = element
        elif element.tag == "dd" and name is not None:
            yield name, element
            name = None


def _draw(svg: Tree.Element) -> None:
    """A picture with words of its own becomes an image with these as its alt; one without becomes a background.

    A PDF reads an image out and passes over a background: as the page does with what is hidden from screen readers.
    """
    words = _words(svg.find(f"{SVG}title"))
    classes, tail = svg.get("class", ""), svg.tail
    address = _address(svg)
    svg.clear()
    svg.tail = tail
    svg.set("class", f"drawn {classes}".strip())
    if words:
        svg.tag = "img"
        svg.set("src", address)
        svg.set("alt", words)
    else:
        svg.tag = "span"
        svg.set("style", f'background-image: url("{address}")')


def _address(svg: Tree.Element) -> str:
    """The whole drawing in an address, with the colours it has on paper."""
    svg.tail = None
    style = Tree.Element(f"{SVG}style")
    style.text = files("sidebyside.kit").joinpath("drawn.css").read_text()
    svg.insert(0, style)
    if not svg.get("width"):
        box = (svg.get("viewBox") or "0 0 64 64").replace(",", " ").split()
        svg.set("width", box[2])
        svg.set("height", box[3])
    return "data:image/svg+xml;base64," + base64.b64encode(Tree.tostring(svg)).decode()
