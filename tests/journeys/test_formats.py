"""A member writes an Easy Read with help and pictures; somebody has the page read aloud; somebody chooses how to print."""

from tests.journeys.ways import SMALL, in_each_way

HARD = "We utilise what the NHS says."
EASY = "We listen to people."


@in_each_way
def test_a_member_makes_the_easy_read_of_a_text(as_, way):
    me = as_("Femi Oakes", way)
    me.press("Co-Production Policy")
    me.press("Read these in other formats: Easy Read, other languages, sound or British Sign Language")
    me.press("What is open to change")
    me.press("Write it", about=me.words("Easy Read"))

    me.write(me.words("The Easy Read words"), HARD)
    me.press("Help me make it easier")
    assert "utilise" in me.page.locator(".notice li li").first.inner_text()
    me.write(me.words("The Easy Read words"), EASY)
    me.press("Save, and choose pictures")
    me.page.keyboard.press("Tab")
    me.press("Save the pictures")

    assert me.heading == me.words("What is open to change")
    assert me.reads(EASY)
    assert me.reads("A draft. Nobody has checked it yet.")


VOICE = """() => {
  window.said = [];
  speechSynthesis.speak = (words) => said.push(words.text);
  speechSynthesis.cancel = () => { said.length = 0; };
}"""


def test_the_page_is_read_aloud_where_the_browser_can(as_):
    me = as_("Femi Oakes", SMALL)
    me.press("Co-Production Policy")
    me.page.evaluate(VOICE)  # this machine has none, and a browser without one is silent at once

    me.come_to("Read it aloud")
    me.page.keyboard.press("Enter")
    assert me.called() == "Stop reading"
    assert me.page.evaluate("said[0]") == "Co-Production Policy"
    assert me.page.evaluate("said.length") > 10
    me.page.keyboard.press("Enter")
    assert me.called() == "Read it aloud"
    assert me.page.evaluate("said.length") == 0


def test_print_it_offers_large_print(as_):
    me = as_("Femi Oakes", SMALL)
    me.press("Co-Production Policy")
    me.press("Print it")

    me.come_to("Large print")
    with me.page.expect_response(lambda one: "pdf=large-print" in one.url) as brought:
        me.page.keyboard.press("Enter")
    assert brought.value.header_value("content-type") == "application/pdf"
    assert "projects-bristol-policy-large-print.pdf" in brought.value.header_value("content-disposition")
