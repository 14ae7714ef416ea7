"""bench/live: many phones ask what is new, as they do in a meeting: how long a "nothing new" takes, and a "something new"."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from http.client import HTTPConnection
from pathlib import Path
from statistics import quantiles

from bench import server
from bench.asking import Missing
from sidebyside.kit import serve

ROOT = Path(__file__).resolve().parent.parent
EVERY = 4.0  # seconds between two questions of one phone
NOW = "/room/now/"
AT_ONCE = 10  # threads that ask in the place of the phones


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench/live", description="How quickly the room says that nothing is new.")
    parser.add_argument("--meetings", type=int, default=20)
    parser.add_argument("--people", type=int, default=15, help="in each meeting, up to 100")
    parser.add_argument("--seconds", type=float, default=12.0, help="how long the phones ask, each time")
    args = parser.parse_args()
    serve.be_told_to_stop()
    try:
        hub, same, new = measure(args.meetings, args.people, args.seconds)
    except (Missing, serve.Stopped) as wrong:
        print(wrong, file=sys.stderr)
        return 1
    print(*lines(args, hub["queries"], same, new), sep="\n")
    return 0


def measure(meetings: int, people: int, seconds: float) -> tuple[dict, list[float], list[float]]:
    """What the hub says of itself; and milliseconds of each question to which nothing, and something, was new."""
    with tempfile.TemporaryDirectory(prefix="side-by-side-bench-") as folder:
        keep = {name: value for name, value in os.environ.items() if not name.startswith("SIDEBYSIDE_")}
        environment = keep | {
            "SIDEBYSIDE_DATA": f"{folder}/hub", "DJANGO_SETTINGS_MODULE": "sidebyside.settings", "PYTHONPATH": str(ROOT),
        }  # fmt: skip
        Path(folder, "hub").mkdir()
        hub = load(meetings, people, environment)
        with server.running(environment) as web:
            return (
                hub,
                polled(web.port, hub["cookies"], seconds, same=True),
                polled(web.port, hub["cookies"], seconds, same=False),
            )


def load(meetings: int, people: int, environment: dict[str, str]) -> dict:
    words = [sys.executable, "-m", "bench.live_hub", str(meetings), str(people)]
    made = subprocess.run(words, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    if made.returncode:
        raise Missing("The hub could not be filled.")
    return json.loads(made.stdout.splitlines()[-1])


def polled(port: int, cookies: list[str], seconds: float, *, same: bool) -> list[float]:
    """Each phone asks once every four seconds. same: it says what it has seen, so that nothing is new."""
    taken: list[float] = []
    share = [cookies[first::AT_ONCE] for first in range(AT_ONCE)]
    threads = [threading.Thread(target=_ask, args=(port, mine, seconds, same, taken)) for mine in share if mine]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return taken


def _ask(port: int, cookies: list[str], seconds: float, same: bool, taken: list[float]) -> None:
    connection, versions = HTTPConnection("127.0.0.1", port, timeout=30), {}
    for cookie in cookies if same else ():
        versions[cookie] = _once(connection, cookie, "")[1]
    began, asked = time.monotonic(), 0
    while time.monotonic() < began + seconds:
        cookie = cookies[asked % len(cookies)]
        time.sleep(max(0.0, began + asked * EVERY / len(cookies) - time.monotonic()))
        milliseconds, _version, status = _once(connection, cookie, versions.get(cookie, ""))
        if status != (304 if same else 200):
            raise Missing(f"{NOW} answered {status}")
        taken.append(milliseconds)
        asked += 1
    connection.close()


def _once(connection: HTTPConnection, cookie: str, version: str) -> tuple[float, str, int]:
    began = time.perf_counter()
    connection.request(
        "GET",
        NOW,
        headers={"Cookie": cookie, "X-Live": "1", "Accept-Encoding": "gzip"}
        | ({"If-None-Match": version} if version else {}),
    )
    response = connection.getresponse()
    response.read()
    if response.status >= 400:
        raise Missing(f"{NOW} answered {response.status}")
    return (time.perf_counter() - began) * 1000, response.headers.get("ETag", ""), response.status


def lines(args, queries: dict, same: list[float], new: list[float]) -> list[str]:
    said = [f"{args.meetings} meetings of {args.people} people, each asking every {EVERY:g} s, on one core."]
    found = {}
    for name, key, taken in (("nothing new", "same", same), ("something new", "new", new)):
        cuts = quantiles(taken, n=100, method="inclusive")
        found[key] = cuts[49]
        took = f"p50 {cuts[49]:6.1f} ms   p95 {cuts[94]:6.1f} ms"
        said.append(f"{name:14} {took}   {queries[key]['queries']:2} queries   {len(taken)} asked")
    return [*said, f"Something new takes {found['new'] / found['same']:.1f} times as long."]


if __name__ == "__main__":
    sys.exit(main())
