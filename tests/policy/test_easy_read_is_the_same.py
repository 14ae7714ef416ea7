"""In Easy Read every page says the same facts, leads to the same places and asks the same things. Only its words differ."""

import re
from collections import Counter

import pytest
from lxml import html

from script.easy_words import MONTHS, numbers_in
from sidebyside.kit.events import happened
from sidebyside.people.models import Organisation, Person
from sidebyside.projects.models import Project
from tests.crawl import crawl
from tests.policy.planted import NOON, plant

FACT = re.compile(rf"£[\d.,]*\d|%|\b(?:{MONTHS})\b")
WHO = ["amara", "walter", "nadia", "femi", "grace", "morag", "delia", "nobody"]
MORE = ["/label/our-project/", "/projects/our-project/"]
IS_A_FILE = re.compile(r"^/me/data/take/|[.]ics$")
DRAFT = "This Easy Read is a draft."
# What cannot be compared, each with its reason: the class of an element whose words are left out of the facts.
LEFT_OUT = {
    "about-the-recipe": "a recipe's Easy Read page about itself is a short text of its own, which leaves things out",
    "its-easy-read": "a project's own Easy Read is written by people, who say beside it who made and checked it",
}


def pages_of(client, person: Person | None, words: str, **crawled) -> dict[str, html.HtmlElement]:
    """Every page that she can reach, worded so: address -> what is in it."""
    if person:
        person.looks = {"words": words}
        person.save(update_fields=["looks"])
    else:
        client.cookies["looks"] = f"words={words}"
    found = {path: body.decode().partition("\n") for path, body in crawl(client, **crawled).items()}
    return {path: html.document_fromstring(body) for path, (first, _, body) in found.items() if first == "200 "}


def links(page) -> list[str]:
    return page.xpath("//a/@href")


def forms(page) -> list:
    """What each form asks and where it goes: its address, its fields, and the values that can be chosen."""
    return [
        (
            form.get("action"),
            form.get("method"),
            [_field(one) for one in form.xpath(".//input|.//select|.//textarea|.//button")],
        )
        for form in page.xpath("//form")
    ]


def _field(one) -> tuple:
    return one.tag, one.get("name"), one.get("type"), one.get("value"), one.xpath(".//option/@value")


def headings(page) -> list[str]:
    return [heading.tag for heading in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]


def words_of(page) -> str:
    left_out = "".join(f"[not(ancestor::*[@class='{name}'])]" for name in LEFT_OUT)
    return " ".join(" ".join(page.xpath(f"//body//text(){left_out}")).split())


def facts(page) -> Counter:
    """Each number, day, sum of money and name that a page says, and how often."""
    text = words_of(page)
    names = {*Person.objects.values_list("name", flat=True), *Organisation.objects.values_list("name", flat=True)}
    names |= set(Project.objects.values_list("title", flat=True))
    said = Counter({name: text.count(name) for name in names if name and name in text})
    return said + numbers_in(text) + Counter(FACT.findall(text))


LOOKS = {"links": links, "forms": forms, "headings": headings, "facts": facts}


def differences(standard: dict, easy: dict) -> list[str]:
    wrong = [f"{path} is only there in one of them" for path in standard.keys() ^ easy.keys()]
    for path in standard.keys() & easy.keys():
        for what, look in LOOKS.items():
            one, other = look(standard[path]), look(easy[path])
            if one != other:
                wrong.append(
                    f"{path}: other {what}: {_apart(one, other)} in standard, {_apart(other, one)} in Easy Read"
                )
    return sorted(wrong)


def _apart(one, other) -> list:
    if isinstance(one, Counter):
        return sorted((one - other).elements())
    return [each for each in one if each not in other] or ["the same in another order or number"]


@pytest.fixture
def busy(cast):
    """The cast, in a project where one of everything has been written."""
    plant(cast)
    happened("project-started", project=cast.project, now=NOON)
    return cast


@pytest.mark.parametrize("name", WHO)
def test_a_page_in_easy_read_says_asks_and_leads_to_the_same(busy, as_, name):
    person = getattr(busy, name, None)
    client = as_(person)  # once: my data says when I signed in
    standard = pages_of(client, person, "standard", more=MORE, of_a_sort=3)
    easy = pages_of(client, person, "easy-read", more=MORE, of_a_sort=3)

    assert len(easy) > 8
    assert not (wrong := differences(standard, easy)), "\n".join(wrong)
    on_screen = {path: page for path, page in easy.items() if not IS_A_FILE.search(path)}
    assert [path for path, page in on_screen.items() if words_of(page).count(DRAFT) != 1] == []
    assert [path for path, page in standard.items() if DRAFT in words_of(page)] == []
