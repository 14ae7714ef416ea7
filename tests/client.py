"""The test client that checks every page for faults that shut people out. Opting out takes a reason."""

from collections.abc import Iterator

from django.test import Client
from lxml import html as parse

from sidebyside.people.models import Account

ASKS = "//input[not(@type='hidden') and not(@type='submit') and not(@type='button')] | //select | //textarea"
EMPTY_WORDS = {"click here", "here", "more", "read more", "link", "this", "this page"}


class CheckingClient(Client):
    """Django's test client, but a page with a fault fails the test: `client.get(url, unchecked="why")` lets one be."""

    def sign_in(self, person) -> None:
        account, _ = Account.objects.get_or_create(person=person)
        self.force_login(account)

    def request(self, **environ):
        unchecked = environ.pop("unchecked", "")
        response = super().request(**environ)
        if not unchecked and response.get("Content-Type", "").startswith("text/html") and not response.streaming:
            wrong = list(faults(response.content.decode()))
            assert not wrong, f"{environ.get('PATH_INFO')}: " + "; ".join(wrong)
        return response


def faults(page: str) -> Iterator[str]:
    """What shuts people out of this page, a sentence each."""
    if not page.strip():
        return
    tree = parse.document_fromstring(page)
    for look in (_headings, _ids, _labels, _links, _forms, _errors, _inline, _pictures):
        yield from look(tree)


def _words(element) -> str:
    return " ".join(element.text_content().split())


def _headings(tree) -> Iterator[str]:
    h1s = tree.xpath("//h1")
    if len(h1s) != 1:
        yield f"a page needs exactly one h1, this has {len(h1s)}"
    title = _words(tree.xpath("//title")[0]) if tree.xpath("//title") else ""
    if h1s and not title.removeprefix("Error: ").startswith(_words(h1s[0])):
        yield f"the title {title!r} does not start with the h1 {_words(h1s[0])!r}"
    if not tree.xpath("/html/@lang"):
        yield "the page does not say its language"
    before = 0
    for heading in tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6"):
        level = int(heading.tag[1])
        if level > before + 1 and before:
            yield f"heading {_words(heading)!r} skips a level"
        before = level


def _ids(tree) -> Iterator[str]:
    ids = tree.xpath("//@id")
    yield from (f"id {i!r} is used twice" for i in sorted(set(ids)) if ids.count(i) > 1)
    for name in ("aria-describedby", "aria-labelledby"):
        for value in tree.xpath(f"//@{name}"):
            yield from (f"{name} names {i!r}, which is not there" for i in value.split() if i not in ids)


def _labels(tree) -> Iterator[str]:
    labelled = set(tree.xpath("//label[normalize-space()]/@for"))
    for control in tree.xpath(ASKS):
        named = control.get("aria-label") or control.get("aria-labelledby") or control.xpath("ancestor::label")
        if control.get("id") not in labelled and not named:
            yield f"{control.get('name')!r} has no label"
    for button in tree.xpath("//button"):
        if not _words(button) and not button.get("aria-label"):
            yield "a button says nothing"


def _links(tree) -> Iterator[str]:
    for link in tree.xpath("//a[@href]"):
        words = link.get("aria-label") or _words(link) or " ".join(link.xpath(".//img/@alt | .//title/text()"))
        if not words.strip():
            yield f"the link to {link.get('href')} says nothing"
        elif words.strip().lower().rstrip(".") in EMPTY_WORDS:
            yield f"a link only says {words!r}"


def _forms(tree) -> Iterator[str]:
    for form in tree.xpath("//form[translate(@method, 'POST', 'post')='post']"):
        if not form.xpath(".//input[@name='csrfmiddlewaretoken']"):
            yield f"the form to {form.get('action')!r} has no CSRF token"


def _errors(tree) -> Iterator[str]:
    described = {i for value in tree.xpath("//@aria-describedby") for i in value.split()}
    for error in tree.xpath("//*[contains(concat(' ', @class, ' '), ' govuk-error-message ')]"):
        if error.get("id") not in described:
            yield f"the error {_words(error)!r} is not joined to its field"


def _inline(tree) -> Iterator[str]:
    if tree.xpath("//style | //@style"):
        yield "a style is written in the page"
    if tree.xpath("//script[not(@src)]") or tree.xpath("//@*[starts-with(name(), 'on')]"):
        yield "a script is written in the page"
    yield from (f"{href!r} runs a script" for href in tree.xpath("//@href") if href.lower().startswith("javascript:"))


def _pictures(tree) -> Iterator[str]:
    yield from (f"the picture {image.get('src')} has no alt" for image in tree.xpath("//img[not(@alt)]"))
