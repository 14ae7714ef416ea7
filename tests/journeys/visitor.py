"""Somebody in front of a browser who uses only the keyboard. Every page she comes to is looked at."""

from contextlib import contextmanager

from django.utils import translation
from playwright.sync_api import Browser

from sidebyside.kit.languages import language_for
from tests.journeys.axe import Axe
from tests.journeys.ways import Way

MANY = 200  # more stops than any page has
TOO_WIDE = "document.documentElement.scrollWidth - window.innerWidth"
# Where the keyboard is: can it be seen there, and (for one answer of several) what is asked.
HERE = """() => {
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement) return null;
  const marked = [at, at.parentElement].some(one => {
    const style = getComputedStyle(one);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  });
  const box = (at.labels?.length && at.type === "radio" ? at.parentElement : at).getBoundingClientRect();
  const inside = box.bottom > 1 && box.top < innerHeight - 1 && box.right > 1 && box.left < innerWidth - 1;
  const asked = at.closest("fieldset")?.querySelector("legend")?.textContent ?? "";
  return {seen: marked && inside && box.width > 0 && box.height > 0, checked: Boolean(at.checked),
          field: at.matches("input, textarea"), button: at.matches("button"), where: at.outerHTML,
          asked: asked.replace(/\\s+/g, " ").trim()};
}"""
CHOSEN = """() => [...document.querySelectorAll("main input:checked")].map(
  one => [one.closest("fieldset").querySelector("legend"), one.labels[0]].map(part => part.innerText.trim()))"""


class Visitor:
    """`me.press("Save and go on")`: words are given as in plain English, and looked for as the page has them."""

    def __init__(self, browser: Browser, address: str, way: Way, axe: Axe, *, asks_axe: bool = True):
        self.way, self.address, self._axe, self._asks_axe = way, address, axe, asks_axe
        self.context = browser.new_context(
            base_url=address, viewport={"width": way.width, "height": way.height}, device_scale_factor=way.zoom,
            java_script_enabled=way.javascript, locale="en-GB",
        )  # fmt: skip
        words = "easy-read" if way.easy else "standard"
        looks = f"language={way.language}&words={words}"
        self.context.add_cookies([{"name": "looks", "value": looks, "url": address}])
        self.wrong: list[str] = []
        self.context.on("request", self._is_ours)
        self.context.on("weberror", lambda error: self.wrong.append(f"a script failed: {error.error}"))
        self.page = self.context.new_page()
        self.page.on("console", self._heard)
        self._inside = self.context.new_cdp_session(self.page)

    def _is_ours(self, request) -> None:
        if not request.url.startswith(f"{self.address}/"):
            self.wrong.append(f"asked somebody else: {request.url}")

    def _heard(self, message) -> None:
        if message.type == "error":
            self.wrong.append(f"the browser complained: {message.text}")

    # What she reads

    def words(self, text: str, **values: str) -> str:
        """These words of ours as they stand on her pages."""
        with translation.override(language_for(self.way.language, easy=self.way.easy).locale):
            said = translation.gettext(text)
        return said % values if values else said

    def optional(self, question: str) -> str:
        """How a question that can be left out is asked."""
        return self.words("%(question)s (you can leave this out)", question=self.words(question))

    def chosen(self) -> dict[str, str]:
        """What is chosen on this page: each question and its answer."""
        return dict(self.page.evaluate(CHOSEN))

    @property
    def heading(self) -> str:
        return " ".join(self.page.locator("h1").inner_text().split())

    @property
    def banner(self) -> str:
        """In whose name she answers just now."""
        banner = self.page.locator(".banner-helping strong")
        return banner.inner_text().strip() if banner.count() else ""

    def reads(self, text: str, **values: str) -> bool:
        return self.words(text, **values) in " ".join(self.page.locator("main").inner_text().split())

    # Where she goes

    def open(self, path: str) -> None:
        """Type an address."""
        self.page.goto(path)
        self.look()

    def be(self, name: str) -> None:
        """Sign in to a practice hub as one of its cast, by the button with her name."""
        self.open("/sign-in/")
        self.press("Be %(name)s", name=name)

    def send(self, text: str, **values: str) -> None:
        """Come to the button of a form, whatever else on the page has the same name, and press Enter."""
        name = self.words(text, **values)
        self._tab_until(lambda here, called: here["button"] and called == name, name)
        with self.new_page():
            self.page.keyboard.press("Enter")

    def press(self, text: str, *, about: str = "", **values: str) -> None:
        """Come to a link or a button with the Tab key, and press Enter: a new page comes."""
        self.come_to(self.words(text, **values) + (f": {about}" if about else ""))
        with self.new_page():
            self.page.keyboard.press("Enter")

    @contextmanager
    def new_page(self):
        with self.page.expect_navigation():
            yield
        self.look()

    def come_to(self, name: str) -> None:
        """Press Tab until what is called `name` has the focus."""
        self._tab_until(lambda _here, called: called == name, name)

    def choose(self, question: str, answer: str) -> None:
        """Come to a question with several answers, and choose one with the arrows."""
        self._tab_until(lambda here, _called: here["asked"] == question, question)
        if self.called() == answer and not self._here()["checked"]:
            self.page.keyboard.press("Space")
        for _ in range(MANY):
            if self.called() == answer:
                break
            self.page.keyboard.press("ArrowDown")
        here = self._here()
        assert self.called() == answer, f"{self.where}: the arrows do not lead to {answer!r}"
        assert (here["checked"], here["asked"]) == (True, question), f"{self.where}: {answer!r} is not chosen"

    def write(self, label: str, text: str) -> None:
        """Come to a field and write this in place of what it held."""
        self._tab_until(lambda here, called: here["field"] and called == label, label)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def _tab_until(self, found, name: str) -> None:
        passed = []
        for _ in range(MANY):
            self.page.keyboard.press("Tab")
            here = self._here()
            if here is None:
                if "" in passed:
                    break
                passed.append("")
                continue
            assert here["seen"], f"{self.where}: the focus cannot be seen on {here['where'][:200]}"
            called = self.called()
            if found(here, called):
                return
            passed.append(called)
        raise AssertionError(f"{self.where}: the Tab key does not lead to {name!r}. It led to {passed}")

    def _here(self) -> dict | None:
        """Where the keyboard is. A page that has to be moved for it gets the blink of an eye."""
        here = self.page.evaluate(HERE)
        if here and not here["seen"]:
            self.page.wait_for_timeout(200)
            here = self.page.evaluate(HERE)
        return here

    def called(self) -> str:
        """The name that a screen reader says for what has the focus."""
        at = self._inside.send("Runtime.evaluate", {"expression": "document.activeElement"})["result"]["objectId"]
        tree = self._inside.send("Accessibility.getPartialAXTree", {"objectId": at, "fetchRelatives": False})
        return tree["nodes"][0].get("name", {}).get("value", "").replace(" : ", ": ")  # words that are only heard

    # What is looked at on every page

    @property
    def where(self) -> str:
        return self.page.url.removeprefix(self.address)

    def look(self) -> None:
        found = self.faults()
        assert not found, f"{self.where}: {'; '.join(found)}"

    def faults(self) -> list[str]:
        """What shuts somebody out of this page, and what went wrong on the way to it."""
        wide = self.page.evaluate(TOO_WIDE)
        found = [f"it is {wide} pixels too wide"] if wide > 0 else []
        found += self._axe.faults(self.page) if self._asks_axe else []
        return found + self.wrong
