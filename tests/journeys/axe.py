"""axe, asked about a page just as it stands."""

import re
from pathlib import Path

from playwright.sync_api import Browser, Page

SOURCE = Path(__file__).resolve().parent.parent.parent / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """tags => axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"], preload: false})
  .then(found => found.violations)"""

CHANGES = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')  # is another in each page, and nobody sees it


class Axe:
    """Looks at what a page says in a tab of its own, where scripts run: axe hangs where they do not.

    The tab is shown the very text of the page, so nothing is asked of the hub again; only the look is loaded from it.
    """

    def __init__(self, browser: Browser):
        self._tab = browser.new_context().new_page()  # what we show it has no CSP of its own
        self._script = SOURCE.read_text()
        self._clean: set[tuple] = set()

    def close(self) -> None:
        self._tab.context.close()

    def faults(self, page: Page) -> list[str]:
        """What axe finds wrong, a sentence each. The same page at the same size is looked at once."""
        text, size = page.content(), page.viewport_size
        known = (CHANGES.sub("", text), size["width"], size["height"])
        found = [] if known in self._clean else self._look(page.url, text, size)
        if not found:
            self._clean.add(known)
        return found

    def _look(self, address: str, text: str, size) -> list[str]:
        self._tab.set_viewport_size(size)
        self._tab.route(address, lambda route: route.fulfill(body=text, content_type="text/html; charset=utf-8"))
        self._tab.goto(address)
        self._tab.unroute(address)
        self._tab.evaluate(self._script)
        violations = self._tab.evaluate(RUN, TAGS)
        return [f"{one['id']}: {one['help']}: {node['html'][:200]}" for one in violations for node in one["nodes"]]
