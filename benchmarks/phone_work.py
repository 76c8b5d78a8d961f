"""A list of 200 activities on a slow phone at the end of a slow line, for the first time.

The line carries 400 kbit/s and turns round in 400 ms; the processor is six times slower than this
machine's. Not measured where there is no Chromium.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.timing import Timed
from benchmarks.web_server import Started, started

ACTIVITIES, BOUND, RUNS = 200, 3.0, 5
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
PHONE = {"viewport": {"width": 360, "height": 640}, "has_touch": True}
BYTES = 400_000 // 8
LINE = {"offline": False, "latency": 400, "downloadThroughput": BYTES, "uploadThroughput": BYTES}
SLOWER = 6


def run() -> Iterator[Timed]:
    """Until the list can be read and used, styles and scripts fetched anew each time."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        return
    from playwright.sync_api import sync_playwright

    with (
        tempfile.TemporaryDirectory() as folder,
        started(Path(folder), activities=ACTIVITIES) as server,
        sync_playwright() as driver,
    ):
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        spans = [_opened(browser, server) for _ in range(RUNS + 1)][1:]
        browser.close()
    work = f"{ACTIVITIES} activities in brief, a phone on a slow line"
    yield Timed(work, statistics.median(spans), BOUND, RUNS)


def _opened(browser: Any, server: Started) -> float:
    origin = f"http://127.0.0.1:{server.port}"
    name, _, value = server.cookie.partition("=")
    with browser.new_context(**PHONE) as context:
        context.add_cookies([{"name": name, "value": value, "url": origin}])
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", LINE)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        start = time.perf_counter()
        page.goto(f"{origin}{server.pages['step: activities']}", wait_until="load")
        return time.perf_counter() - start
