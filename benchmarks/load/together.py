"""What others wait for while somebody's work is done, against a server with a browser for each."""

from __future__ import annotations

import re
import sqlite3
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import date, timedelta
from pathlib import Path

from benchmarks.faults_rehearsed.instance import Instance
from benchmarks.faults_rehearsed.people import TROUBLE, Browser
from benchmarks.faults_rehearsed.processes import below
from benchmarks.growth import design_of

SECONDS = 12
LOOKS = 2.0
"""Seconds after which a page that waits for a file looks again, as its script does."""
PAGE = "step/programme/"
"""What others look at meanwhile, and editors after each save."""


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
        browser = Browser(self.instance, keeps=True)
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
                browser.ask("GET", f"/documents/{self.document}/{PAGE}")
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


def uploads(bench: Bench, people: int = 8) -> str:
    """So many logframes of 39 KB, sent at once to begin designs."""
    workbook = _workbook()

    def send(_person: int) -> float:
        browser = bench.another()
        fields = browser.fields("/designs/new/")
        began = time.perf_counter()
        status, page = browser.send_file("/designs/new/file/", fields, "frame.xlsx", workbook)
        at = browser.location
        while status in (302, 303) or "data-waits" in page:
            if time.perf_counter() - began > 120:
                raise RuntimeError("An upload was not read.")
            time.sleep(LOOKS)
            status, page = browser.ask("GET", at)
            at = browser.location or at
        if status != 200:
            raise RuntimeError(f"An upload was answered with {status}.")
        return time.perf_counter() - began

    with bench.others() as spans, bench.children() as most, ThreadPoolExecutor(people) as crowd:
        read = list(crowd.map(send, range(people)))
    return (
        f"all {people} of {len(workbook) / 1000:.0f} KB read, the last after {max(read):.1f} s;"
        f" others' page {_p95(spans):.2f} s (p95); children {most[0] / 1e6:.0f} MB together,"
        f" serving process {most[1] / 1e6:.0f} MB at most"
    )


def _workbook() -> bytes:
    from trueline.reports import ExportRequest, exports_of
    from trueline.toolkit import load_toolkit

    request = ExportRequest(design_of(75), load_toolkit())
    return bytes(exports_of("design")["logframe.xlsx"].make(request))


def visitors(bench: Bench, people: int = 24) -> str:
    """So many visitors without an account who ask for everything in a zip by one link."""
    here = f"/documents/{bench.document}/share/"
    until = (date.today() + timedelta(days=7)).isoformat()
    bench.browser.send(here, here, until=until, note="", with_review="on")
    link = re.search(r"/shared/[^/\"<]+/", bench.browser.ask("GET", here)[1])
    if link is None:
        raise RuntimeError("No link was shown.")

    def take(_person: int) -> float:
        browser, path = Browser(bench.instance), f"{link[0]}everything.zip"
        began = time.perf_counter()
        while time.perf_counter() - began < 120:
            status, _page = browser.ask("GET", path)
            if status == 200 and browser.kind == "application/zip":
                return time.perf_counter() - began
            path = browser.location or path
            time.sleep(LOOKS)
        raise RuntimeError("A visitor got no file.")

    with bench.others() as spans, ThreadPoolExecutor(people) as crowd:
        waited = list(crowd.map(take, range(people)))
    return (
        f"all {people} have it, the last after {max(waited):.1f} s, made once;"
        f" others' page {_p95(spans):.2f} s (p95)"
    )


def locked(bench: Bench, seconds: float = 12.0) -> str:
    """Another program holds the database of SQLite; somebody reads the toolkit, another saves."""
    path = f"/documents/{bench.document}/add/?to=partners"
    body, reader = bench.browser.form(path, title="Kept"), bench.another()
    file = bench.instance.data / "trueline.sqlite3"
    with closing(sqlite3.connect(file, timeout=60, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        ends, read, answers = time.monotonic() + seconds, [0.0] * 0, []
        with ThreadPoolExecutor(9) as crowd:

            def save(_person: int) -> tuple[float, int, bool]:
                began = time.perf_counter()
                status, page = bench.another().ask("POST", path, body)
                return time.perf_counter() - began, status, "Kept" in page

            saves = [crowd.submit(save, person) for person in range(8)]
            while time.monotonic() < ends:
                began = time.perf_counter()
                status, _page = reader.ask("GET", "/toolkit/")
                read.append(time.perf_counter() - began)
                if status != 200:
                    raise RuntimeError(f"The toolkit answered {status}.")
                time.sleep(0.1)
            answers = [each.result() for each in saves]
        other.execute("ROLLBACK")
    kept = sum(status == 503 and kept for _seconds, status, kept in answers)
    return (
        f"the toolkit answers within {max(read):.1f} s; 8 saves are told so after"
        f" {max(seconds for seconds, _status, _kept in answers):.1f} s at most, {kept} with what was typed"
    )


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
                time.sleep(LOOKS)
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


def large(bench: Bench, people: int = 5) -> str:
    """A design near the limits with fifty revisions: its pages by so many at once, then its files."""
    code, said = bench.instance.python("benchmarks.load.large")
    if code:
        raise RuntimeError(said)
    here = f"/documents/{said.split()[-1]}/"
    pages = [
        *("step/activities/", "review/", "theory/", "history/", "compare/?older=1&newer=50"),
        *(f"history/{number}/?chapter=activities&page=9" for number in range(1, 51, 5)),
    ]
    spans, largest = [0.0] * 0, 0

    def look(person: int) -> None:
        nonlocal largest
        browser = bench.another()
        for place in range(len(pages)):
            began = time.perf_counter()
            address = f"{here}{pages[(place + 3 * person) % len(pages)]}"
            status, page = browser.ask("GET", address)
            if status != 200:
                raise RuntimeError(f"{address} answered {status}.")
            spans.append(time.perf_counter() - began)
            largest = max(largest, len(page.encode()))

    with bench.children() as most:
        with ThreadPoolExecutor(people) as crowd:
            list(crowd.map(look, range(people)))
        for name in ("design.json", "logframe.xlsx", "dossier.docx"):
            _made(bench, here, name)
    held = memory_of(bench.instance.process("serve"), "VmRSS")
    return (
        f"its pages by {people} at once, then files: serving process {most[1] / 1e6:.0f} MB at most,"
        f" {held / 1e6:.0f} MB afterwards, children {most[0] / 1e6:.0f} MB; the largest page"
        f" {largest / 1000:.0f} KB before it is packed, the middle one after {statistics.median(spans):.1f} s"
    )


def _made(bench: Bench, here: str, name: str, *, patience: float = 120.0) -> None:
    """Ask for a file, and wait until it is made."""
    form = bench.browser.form(f"{here}export/", export=name)
    if bench.browser.ask("POST", f"{here}export/", form)[0] != 302:
        return
    job, ends = bench.browser.location, time.monotonic() + patience
    while time.monotonic() < ends:
        page = bench.browser.ask("GET", job)[1]
        if f"{job}file/" in page:
            return
        if "The file could not be made" in page:
            raise RuntimeError(f"{name} could not be made.")
        time.sleep(0.3)
    raise RuntimeError(f"{name} was not made in {patience:.0f} seconds.")


def editors(bench: Bench, people: int = 30, a_second: float = 100.0) -> str:
    """So many people: form, save, page. First as fast as they are answered, then so many in a second."""
    documents = [bench.begin(f"Of {person}") for person in range(people)]
    fast, _saves = _edited(bench, documents, every=0.0)
    paced, saves = _edited(bench, documents, every=3 * people / a_second)
    return (
        f"{fast:.0f} requests a second at most; of {a_second:.0f} a second {paced:.0f} are answered,"
        f" a save in {_p95(saves):.2f} s (p95)"
    )


def _edited(bench: Bench, documents: list[str], *, every: float) -> tuple[float, list[float]]:
    """Requests answered a second, and how long each save took; each editor begins `every` seconds."""
    saves, answered = [0.0] * 0, [0] * len(documents)
    began = time.monotonic()

    def edit(person: int) -> None:
        browser, number, document = bench.another(), 0, documents[person]
        path = f"/documents/{document}/add/?to=partners"
        begins = began + every * person / len(documents)
        while (now := time.monotonic()) < began + SECONDS:
            if now < begins:  # and no longer than all of it lasts, or fewer seem to be answered
                time.sleep(min(begins, began + SECONDS) - now)
                continue
            begins = max(begins + every, now - every)
            number += 1
            try:
                body = browser.form(path, title=f"Partner {person}-{number}")
                sent = time.perf_counter()
                status, _page = browser.ask("POST", path, body)
                saves.append(time.perf_counter() - sent)
                seen, _page = browser.ask("GET", f"/documents/{document}/{PAGE}")
            except TROUBLE:
                continue
            answered[person] += 1 + (status == 302) + (seen == 200)

    with ThreadPoolExecutor(len(documents)) as crowd:
        list(crowd.map(edit, range(len(documents))))
    return sum(answered) / (time.monotonic() - began), saves


def _p95(spans: list[float]) -> float:
    return statistics.quantiles(spans, n=20)[-1] if len(spans) > 1 else 0.0


WORKS: dict[int, Callable[[Bench], str]] = {
    4: uploads,
    5: large,
    6: visitors,
    7: exports,
    9: locked,
    10: editors,
}
"""What is measured with a server, by its line of the table."""
