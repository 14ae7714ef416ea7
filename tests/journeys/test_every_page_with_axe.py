"""Every main page, for those who come to it: axe finds nothing, nothing is too wide, and nobody else is asked for anything."""

import pytest

from script.shots import PAGES
from tests.journeys.ways import DESKTOP, SMALL, SMALL_EASY_NO_JAVASCRIPT, Way, ways

NOBODY, MISSING = "", "/no-such-page/"
PEOPLE = {
    "amara": "Amara Venn", "bryony": "Bryony Sale", "delia": "Delia Crane", "dot": "Dot Finnegan",
    "edwin": "Edwin Marsh", "grace": "Grace Tolland", "nadia": "Nadia Pell",
}  # fmt: skip
DESKTOP_EASY = Way(1180, 900, easy=True)


def faults_at(me, path: str) -> list[str]:
    """Each with the address of the page in front. The browser complains of a page that is not there, as it should."""
    status = me.page.goto(path).status
    if path == MISSING:
        me.wrong.clear()
    expected = 404 if path == MISSING else 200
    found = me.faults() + ([] if status == expected else [f"it answered {status}"])
    me.wrong.clear()
    return [f"{path}: {fault}" for fault in found]


@ways(desktop=DESKTOP, small_easy_no_javascript=SMALL_EASY_NO_JAVASCRIPT)
@pytest.mark.parametrize("who", [NOBODY, *PEOPLE])
def test_axe_finds_nothing_on_any_main_page(as_, visitor, hub, who, way):
    me = as_(PEOPLE[who], way) if who else visitor(hub.address, way)
    assert [fault for one, _, path in PAGES if one == who for fault in faults_at(me, path)] == []


@ways(small=SMALL, desktop_easy=DESKTOP_EASY)
@pytest.mark.parametrize("who", [NOBODY, *PEOPLE])
def test_every_main_page_fits_its_window_the_other_way_too(visitor, hub, who, way):
    me = visitor(hub.address, way, asks_axe=False)
    if who:
        me.be(PEOPLE[who])
    assert [fault for one, _, path in PAGES if one == who for fault in faults_at(me, path)] == []


def test_everybody_who_has_a_main_page_is_in_the_list():
    assert {who for who, _, _ in PAGES} == {NOBODY, *PEOPLE}
