"""What every journey looks at can fail: a page with each fault, and what is said of it."""

import pytest

from tests.journeys.ways import SMALL

SOUND = (
    '<!doctype html><html lang="en"><title>Hello</title><style>button { min-height: 3rem } a:focus { outline: 3px solid }</style>'
    "<main><h1>Hello</h1>{}</main></html>"
)
ELSEWHERE = "http://127.0.0.2:9/picture.png"


def shown(visitor, hub, part: str, **headers):
    """Somebody in front of a page with this in it."""
    me = visitor(hub.address, SMALL)
    me.context.route(f"{hub.address}/broken/", lambda route: route.fulfill(
        body=SOUND.replace("{}", part), content_type="text/html", headers={"content-type": "text/html", **headers}))  # fmt: skip
    me.page.goto("/broken/")
    return me


def test_a_sound_page_has_no_fault(visitor, hub):
    assert shown(visitor, hub, "<p>We are here.</p>").faults() == []


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ('<p style="width: 900px">Wide</p>', "pixels too wide"),
        ('<img src="/static/icon.svg">', "image-alt"),
        ('<p style="color: #ccc; background: #fff">Pale</p>', "color-contrast"),
        (f'<img alt="" src="{ELSEWHERE}">', "asked somebody else"),
        ("<script>there.isNothing()</script>", "a script failed"),
    ],
)
def test_a_fault_is_told(visitor, hub, part, said):
    assert said in " ".join(shown(visitor, hub, part).faults())


def test_what_the_content_security_policy_stops_is_told(visitor, hub):
    me = shown(visitor, hub, "<script>1</script>", **{"content-security-policy": "script-src 'self'"})
    assert "Content Security Policy" in " ".join(me.wrong)


def test_a_button_that_does_not_show_the_focus_is_told(visitor, hub):
    me = shown(visitor, hub, '<button style="outline: none">Go</button>')
    with pytest.raises(AssertionError, match="the focus cannot be seen"):
        me.come_to("Go")


def test_a_button_that_the_tab_key_does_not_reach_is_told(visitor, hub):
    me = shown(visitor, hub, '<button tabindex="-1">Go</button><a href="/">Home</a>')
    with pytest.raises(AssertionError, match="does not lead to 'Go'"):
        me.come_to("Go")
