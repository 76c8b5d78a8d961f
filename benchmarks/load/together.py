"""What others wait for while somebody's work is done, against a server with a browser for each."""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from benchmarks.faults_rehearsed.instance import Instance
from benchmarks.faults_rehearsed.people import TROUBLE, Browser
from benchmarks.faults_rehearsed.processes import below

SECONDS = 12


def memory_of(process: int, field: str = "VmHWM") -> int:
    """The most memory that a process ever had, in bytes."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    return next(
        (1024 * int(line.split()[1]) for line in status.splitlines() if line.startswith(field)), 0
    )


class Bench:
    """An instance with one owner, signed in, and a design to work on."""

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self.browser = Browser(instance)
        self.browser.sign_in()
        self.document = self.begin("A design")

    def begin(self, title: str) -> str:
        self.browser.send("/designs/new/", "/designs/new/blank/", title=title)
        return self.browser.location.split("/")[2]

    def another(self) -> Browser:
        browser = Browser(self.instance)
        browser.cookies = dict(self.browser.cookies)
        return browser

    @contextmanager
    def others(self) -> Iterator[list[float]]:
        """Within, somebody asks for a page over and over; the seconds of each."""
        spans: list[float] = []
        over = threading.Event()

        def ask() -> None:
            browser = self.another()
            while not over.wait(0.1):
                began = time.perf_counter()
                browser.ask("GET", f"/documents/{self.document}/step/partners/")
                spans.append(time.perf_counter() - began)

        asking = threading.Thread(target=ask)
        asking.start()
        try:
            yield spans
        finally:
            over.set()
            asking.join()

    @contextmanager
    def children(self) -> Iterator[list[int]]:
        """Within, the most memory that all that the server has begun takes together, and the server."""
        most, over = [0, 0], threading.Event()
        serving = self.instance.process("serve")

        def look() -> None:
            while not over.wait(0.05):
                found = {each: memory_of(each, "RssAnon") for each in below(serving)}
                most[0] = max(most[0], sum(found.values()))
            most[1] = memory_of(serving)

        looking = threading.Thread(target=look)
        looking.start()
        try:
            yield most
        finally:
            over.set()
            looking.join()


def exports(bench: Bench, people: int = 8, each: int = 8) -> str:
    """So many files, each of another design, asked for at once."""
    documents = [bench.begin(f"Design {number}") for number in range(each)]
    names = ["dossier.docx", "dossier.pdf", "logframe.xlsx", "review.pdf", "review.html"]
    refused = 0

    def ask(person: int) -> int:
        nonlocal refused
        browser, came = bench.another(), 0
        for number, document in enumerate(documents):
            here = f"/documents/{document}/export/"
            name = names[(person + number) % len(names)]
            status, _page = browser.ask("POST", here, browser.form(here, export=name))
            if status == 200:
                came += 1
                continue
            job = browser.location
            if status != 302 or job == here:
                refused += 1
                continue
            while f"{job}file/" not in browser.ask("GET", job)[1]:
                time.sleep(0.2)
            came += 1
        return came

    began = time.perf_counter()
    with bench.others() as spans, bench.children() as most, ThreadPoolExecutor(people) as crowd:
        came = sum(crowd.map(ask, range(people)))
    return (
        f"{came} of {people * each} served in {time.perf_counter() - began:.0f} s, {refused} refused;"
        f" others' page {_p95(spans):.2f} s (p95); children {most[0] / 1e6:.0f} MB,"
        f" serving process {most[1] / 1e6:.0f} MB at most"
    )


def large(bench: Bench) -> str:
    """A design near the limits with fifty revisions: its pages, revisions and files, one by one."""
    code, said = bench.instance.python("benchmarks.load.large")
    if code:
        raise RuntimeError(said)
    here = f"/documents/{said.split()[-1]}/"
    with bench.children() as most:
        for page in ("step/activities/", "review/", "theory/", "history/", "compare/?from=1&to=50"):
            bench.browser.ask("GET", f"{here}{page}")
        for number in range(1, 51, 5):
            bench.browser.ask("GET", f"{here}history/{number}/")
        for name in ("design.json", "logframe.xlsx", "dossier.docx"):
            form = bench.browser.form(f"{here}export/", export=name)
            if bench.browser.ask("POST", f"{here}export/", form)[0] == 302:
                job, ends = bench.browser.location, time.monotonic() + 60
                while time.monotonic() < ends:
                    page = bench.browser.ask("GET", job)[1]
                    if f"{job}file/" in page or "The file could not be made" in page:
                        break
                    time.sleep(0.3)
    return f"serving process {most[1] / 1e6:.0f} MB at most, children {most[0] / 1e6:.0f} MB"


def editors(bench: Bench, people: int = 30) -> str:
    """So many people: form, save, page, one after the other without a pause."""
    ends, saves, requests = time.monotonic() + SECONDS, [0.0] * 0, [0] * people

    def edit(person: int) -> None:
        browser, number = bench.another(), 0
        path = f"/documents/{documents[person]}/add/?to=partners"
        while time.monotonic() < ends:
            try:
                body = browser.form(path, title=f"Partner {person}-{number}")
                began = time.perf_counter()
                browser.ask("POST", path, body)
                saves.append(time.perf_counter() - began)
                browser.ask("GET", f"/documents/{documents[person]}/step/partners/")
            except TROUBLE:
                continue
            requests[person] += 3
            number += 1

    documents = [bench.begin(f"Of {person}") for person in range(people)]
    ends = time.monotonic() + SECONDS
    with ThreadPoolExecutor(people) as crowd:
        list(crowd.map(edit, range(people)))
    return f"{sum(requests) / SECONDS:.0f} requests a second; a save {_p95(saves):.2f} s (p95)"


def _p95(spans: list[float]) -> float:
    return statistics.quantiles(spans, n=20)[-1] if len(spans) > 1 else 0.0


WORKS: dict[int, Callable[[Bench], str]] = {5: large, 7: exports, 10: editors}
"""What is measured with a server, by its line of the table."""
