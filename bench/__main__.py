"""bench/pages: makes the hubs, asks for the pages, prints one table and what stands out."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import asking, report, server
from sidebyside.kit import serve

ROOT = Path(__file__).resolve().parent.parent
LOADED_WITHIN = 600  # seconds


def sizes(text: str) -> list[int]:
    found = sorted({int(word) for word in text.split(",")})
    if not found or found[0] < 1 or found[-1] > 9999:
        raise argparse.ArgumentTypeError("sizes are numbers of projects from 1 to 9999, like 1,50,500")
    return found


def seconds(text: str) -> float:
    if not 0 < float(text) <= 60:
        raise argparse.ArgumentTypeError("seconds are more than 0 and at most 60")
    return float(text)


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench/pages", description="How quick and how heavy the main pages are.")
    parser.add_argument("--sizes", type=sizes, default=[1, 50, 500], metavar="1,50,500", help="projects in each hub")
    parser.add_argument("--seconds", type=seconds, default=2.0, metavar="N", help="how long each page is asked for")
    args = parser.parse_args()
    serve.be_told_to_stop()
    began = time.monotonic()
    try:
        hubs = {size: measure(size, args.seconds) for size in args.sizes}
    except asking.Missing as missing:
        print(f"A page is missing: {missing}.", file=sys.stderr)
        return 1
    except serve.Stopped:
        return 130
    print(*report.lines(hubs), sep="\n")
    print(f"All of this took {time.monotonic() - began:.0f} s, {args.seconds:g} s of them for each page and size.")
    return 0


def measure(size: int, seconds: float) -> dict:
    """Everything there is to say about a hub of so many projects. Its folder is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="side-by-side-bench-") as folder:
        keep = {name: value for name, value in os.environ.items() if not name.startswith("SIDEBYSIDE_")}
        environment = keep | {
            "SIDEBYSIDE_DATA": f"{folder}/hub", "DJANGO_SETTINGS_MODULE": "sidebyside.settings", "PYTHONPATH": str(ROOT),
        }  # fmt: skip
        Path(folder, "hub").mkdir()
        tell(f"Filling a hub of {size} project{'s' * (size > 1)}")
        hub = load(size, environment)
        tell(f"Asking for {len(hub['pages'])} pages")
        with server.running(environment) as web:
            hub["timings"] = {name: time_page(web, hub, name, seconds) for name in hub["pages"]}
            hub["first"] = asking.first_visit(web.port, "/")
            hub["memory"] = web.peak_megabytes()
        return hub


def load(size: int, environment: dict[str, str]) -> dict:
    """Fill the hub in a process of its own. Raises Missing for a page that is not there."""
    made = subprocess.run(
        [sys.executable, "-m", "bench.hubs", str(size)],
        env=environment, stdout=subprocess.PIPE, text=True, check=False, timeout=LOADED_WITHIN,
    )  # fmt: skip
    if made.returncode:
        raise SystemExit(f"The hub of {size} could not be filled.")
    hub = json.loads(made.stdout.splitlines()[-1])
    if hub["faults"]:
        raise SystemExit(f"The history of the hub of {size} is not whole: {hub['faults'][0]}")
    missing = [f"{name} ({page['address']} answered {page['status']})"
               for name, page in hub["pages"].items() if page["status"] != 200]  # fmt: skip
    if missing:
        raise asking.Missing("; ".join(missing))
    return hub


def time_page(web: server.Server, hub: dict, name: str, seconds: float) -> asking.Timing:
    page = hub["pages"][name]
    try:
        return asking.time_page(web.port, hub["cookies"][page["who"]], page["address"], seconds, web.cpu_seconds)
    except asking.Missing as missing:
        raise asking.Missing(f"{name} ({missing})") from missing


def tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
