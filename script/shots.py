"""Pictures of every main page, signed in as several people, in each way a person may look at it. Called by script/shots."""

import argparse
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

POLICY, PARKING, EVENING = (
    "/projects/bristol-policy/",
    "/projects/parking-at-the-day-centre/",
    "/projects/evening-support/",
)

# Who looks ("" is nobody, signed out), the name of the picture, and the address.
PAGES = [
    ("", "front", "/"),
    ("", "sign-in", "/sign-in/"),
    ("", "come-into-a-meeting", "/room/"),
    ("", "labels", "/label/"),
    ("", "label-policy", "/label/bristol-policy/"),
    ("", "label-parking", "/label/parking-at-the-day-centre/"),
    ("", "how-this-looks", "/look/"),
    ("", "help", "/help/"),
    ("", "accessibility", "/help/accessibility/"),
    ("", "privacy", "/help/privacy/"),
    ("", "how-long", "/help/privacy/how-long/"),
    ("", "forgotten", "/forgotten/"),
    ("", "components", "/components/"),
    ("", "not-found", "/no-such-page/"),
    ("amara", "home", "/"),
    ("amara", "me", "/me/"),
    ("amara", "doors", "/me/doors/"),
    ("amara", "doors-say", "/me/doors/say/"),
    ("amara", "costs", "/me/costs/"),
    ("amara", "helpers", "/me/helpers/"),
    ("amara", "my-data", "/me/data/"),
    ("amara", "my-data-answers", "/me/data/people.answers/"),
    ("amara", "who-read", "/me/data/reads/"),
    ("amara", "said-yes-to", "/me/data/consents/"),
    ("amara", "take-my-data", "/me/data/take/"),
    ("amara", "be-forgotten", "/me/data/forget/"),
    ("amara", "projects", "/projects/"),
    ("amara", "project", POLICY),
    ("amara", "people", f"{POLICY}people/"),
    ("amara", "timeline", f"{POLICY}timeline/"),
    ("amara", "kind", f"{POLICY}kind/"),
    ("amara", "history", f"{POLICY}history/"),
    ("amara", "who-can-see", f"{POLICY}who-can-see/"),
    ("amara", "standing", f"{POLICY}standing/"),
    ("amara", "standing-rings", f"{POLICY}standing/rings/"),
    ("amara", "label-history", f"{POLICY}standing/history/"),
    ("amara", "ingredient-money", f"{POLICY}standing/ingredient/money/"),
    ("amara", "disagree", f"{POLICY}standing/disagree/"),
    ("amara", "disagreements", f"{POLICY}standing/disagreements/"),
    ("amara", "my-needs", "/me/needs/"),
    ("amara", "all-my-needs", "/me/needs/all/"),
    ("amara", "one-need", "/me/needs/question/information/"),
    ("amara", "sharing-needs", "/me/needs/projects/bristol-policy/"),
    ("amara", "check-in", "/me/needs/check-in/bristol-policy/"),
    ("nadia", "home", "/"),
    ("nadia", "people-i-help", "/me/helping/"),
    ("grace", "home", "/"),
    ("grace", "project", POLICY),
    ("grace", "standing", f"{POLICY}standing/"),
    ("grace", "needs", f"{POLICY}needs/"),
    ("grace", "invite", f"{POLICY}people/ask/"),
    ("bryony", "home", "/"),
    ("bryony", "agreements", f"{POLICY}agreements/"),
    ("edwin", "home", "/"),
    ("edwin", "projects", "/projects/"),
    ("dot", "parking-project", PARKING),
    ("dot", "parking-standing", f"{PARKING}standing/"),
    ("dot", "parking-disagreements", f"{PARKING}standing/disagreements/"),
    ("grace", "start", "/start/"),
    ("delia", "desk", "/desk/"),
    ("delia", "post-room", "/desk/post/"),
    ("delia", "calls", "/desk/calls/"),
    ("delia", "texts", "/desk/texts/"),
    ("delia", "costs", "/desk/costs/"),
    ("delia", "rate", "/desk/rates/text/"),
    ("delia", "kept", "/desk/kept/"),
    ("delia", "keep-for", "/desk/kept/people.links/"),
]


@dataclass(frozen=True)
class Way:
    """One way to look at a page: the size of the window, and the looks somebody chose."""

    width: int
    height: int
    looks: str = "words=standard"


WAYS = {
    "phone": Way(360, 740),
    "desktop": Way(1180, 900),
    "zoom-400": Way(320, 256),  # a window of 1280 by 1024 at 400%
    "easy-read": Way(1180, 900, "words=easy-read"),
    "dark": Way(1180, 900, "words=standard&colour=dark"),
}
FLAGS = ["--disable-background-networking", "--disable-component-update", "--no-first-run", "--disable-sync"]


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/shots")
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("words", nargs="?", default="", metavar="WORDS")
    parser.add_argument("--at", metavar="ADDRESS")
    args = parser.parse_args()
    pages = [page for page in PAGES if args.words in f"{page[0] or 'nobody'}-{page[1]}"]
    with sync_playwright() as playwright, running(args.at) as address:
        browser = playwright.chromium.launch(
            executable_path=os.environ["SIDEBYSIDE_CHROMIUM"],
            args=[*FLAGS, *(["--no-sandbox"] if os.getuid() == 0 else [])],
        )
        wrong = [said for name, way in WAYS.items() for said in look(browser, address, args.folder / name, way, pages)]
        browser.close()
    print(f"{len(pages) * len(WAYS)} pictures are in {args.folder}. {len(wrong)} of them show something that is wrong.")
    return 1 if wrong else 0


@contextmanager
def running(address: str | None) -> Iterator[str]:
    """The address of a practice hub: the one that was given, or one made for this and taken away afterwards."""
    if address:
        yield address.rstrip("/")
        return
    with socket.socket() as trying, tempfile.TemporaryDirectory() as folder:
        trying.bind(("127.0.0.1", 0))
        port = trying.getsockname()[1]
        trying.close()
        hub = subprocess.Popen(
            [sys.executable, "-m", "sidebyside", "start", "--port", str(port), "--data", f"{folder}/practice"],
            stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parent.parent)},
        )  # fmt: skip
        try:
            for line in hub.stdout or ():
                print(line, end="", flush=True)
                if line.startswith("Side by Side is ready at "):
                    yield line.split()[-1]
                    break
            else:
                sys.exit("The practice hub did not start.")
        finally:
            hub.terminate()
            hub.wait()


def look(browser: Browser, address: str, folder: Path, way: Way, pages: list) -> Iterator[str]:
    """Take this way's pictures; gives a sentence for each page that is broken or too wide for its window."""
    folder.mkdir(parents=True, exist_ok=True)
    for person in dict.fromkeys(person for person, _, _ in pages):
        context = browser.new_context(base_url=address, viewport={"width": way.width, "height": way.height})
        context.add_cookies([{"name": "looks", "value": way.looks, "url": address}])
        sign_in(context, person)
        page = context.new_page()
        for name, path in [(name, path) for who, name, path in pages if who == person]:
            file = folder / f"{person or 'nobody'}-{name}.png"
            for said in take(page, path, file):
                print(f"{file}: {said}", flush=True)
                yield said
        context.close()
    print(f"{folder}: {len(pages)} pictures", flush=True)


def sign_in(context: BrowserContext, person: str) -> None:
    if not person:
        return
    page = context.new_page()
    page.goto("/sign-in/")
    token = page.locator("input[name=csrfmiddlewaretoken]").first.get_attribute("value")
    answer = context.request.post("/practice/sign-in", form={"person": person, "csrfmiddlewaretoken": token or ""})
    page.close()
    if not answer.ok:
        sys.exit(f"Nobody can sign in as {person}: the answer was {answer.status}.")


def take(page: Page, path: str, file: Path) -> Iterator[str]:
    answer = page.goto(path)
    page.screenshot(path=file, full_page=True)
    expected = 404 if path == "/no-such-page/" else 200
    if answer is None or answer.status != expected:
        yield f"{path} answered {answer.status if answer else 'nothing'}"
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    if wide > 0:
        yield f"{path} is {wide} pixels too wide"


if __name__ == "__main__":
    sys.exit(main())
