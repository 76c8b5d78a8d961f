"""Pages of the workbench, warm, on a design of 40 activities and 120 indicators.

Twenty requests a second arrive evenly, whether or not the server keeps up, so that waiting in line
counts as it does for a visitor. The weight of a page is what travels: itself, its styles and its
scripts, packed. The bounds hold for a machine that does nothing else.
"""

from __future__ import annotations

import os
import re
import statistics
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from gzip import decompress
from http.client import HTTPConnection
from pathlib import Path
from posixpath import dirname

from benchmarks.timing import Timed, timed
from benchmarks.web_server import ONE_BY_ONE, Started, started

A_SECOND, SECONDS = 20, 2
MEDIAN, P95, HEAVIEST = 0.040, 0.150, 60_000
WARMING = 4
ASKED = re.compile(r'(?:href|src)="(/static/[^"]+\.(?:css|js))"')
IMPORTED = re.compile(r'import\s*"\./([^"]+)"')


@dataclass(frozen=True)
class Page(Timed):
    """A page: it has to be quick at the median, quick for nearly all, and light."""

    p95: float
    weight: int

    @property
    def within(self) -> bool:
        return super().within and self.p95 <= P95 and self.weight <= HEAVIEST


def run() -> Iterator[Timed]:
    """Each page on SQLite, then on PostgreSQL where TRUELINE_TEST_POSTGRES names a server."""
    for name, url in {"SQLite": "", "PostgreSQL": os.environ.get("TRUELINE_TEST_POSTGRES")}.items():
        if url is None:
            continue
        with tempfile.TemporaryDirectory() as folder, started(Path(folder), url) as server:
            visitor = Visitor(server)
            for page, bound in ONE_BY_ONE.items():
                address = server.pages.pop(page)
                yield timed(f"{name}, {page}", bound, partial(visitor.get, address))
            for page, path in server.pages.items():
                yield _page(f"{name}, {page}", path, visitor)
    if url := os.environ.get("TRUELINE_TEST_POSTGRES"):
        with tempfile.TemporaryDirectory() as folder, started(Path(folder), url, 2) as server:
            yield _all_pages("PostgreSQL, two processes, all pages, 60 a second", server)


def _all_pages(name: str, server: Started) -> Page:
    """All pages in turn, at the rate of many users, and the memory of the largest process."""
    visitor = Visitor(server)
    paths = [path for page, path in server.pages.items() if page not in ONE_BY_ONE]
    for path in paths * WARMING:
        visitor.get(path)
    spans = sorted(_at_a_steady_rate(paths, visitor, a_second=3 * A_SECOND, seconds=10))
    p95, largest = spans[int(len(spans) * 0.95)], server.largest_process()
    said = f"{name}; p95 {p95 * 1000:.0f} ms; {largest / 1e6:.0f} MB"
    return Page(said, statistics.median(spans), MEDIAN, len(spans), p95, 0)


def _page(name: str, path: str, visitor: Visitor) -> Page:
    for _ in range(WARMING):
        visitor.get(path)
    spans = sorted(_at_a_steady_rate([path], visitor))
    p95 = spans[int(len(spans) * 0.95)]
    weight = visitor.weight(path)
    said = f"{name}; p95 {p95 * 1000:.0f} ms; {weight / 1000:.1f} KB"
    return Page(said, statistics.median(spans), MEDIAN, len(spans), p95, weight)


def _at_a_steady_rate(
    paths: list[str], visitor: Visitor, *, a_second: int = A_SECOND, seconds: int = SECONDS
) -> list[float]:
    """From when each request was due to when its answer was there."""

    def asked(path: str, due: float) -> float:
        visitor.get(path)
        return time.perf_counter() - due

    with ThreadPoolExecutor(a_second) as pool:
        begin, answers = time.perf_counter(), []
        for number in range(a_second * seconds):
            due = begin + number / a_second
            time.sleep(max(0.0, due - time.perf_counter()))
            answers.append(pool.submit(asked, paths[number % len(paths)], due))
        return [answer.result() for answer in answers]


class Visitor:
    """Somebody signed in, with a browser that takes packed answers."""

    def __init__(self, server: Started) -> None:
        self.server = server
        self.packed = cache(self.get)

    def get(self, path: str) -> bytes:
        """The body of an answer as it travels. Raises where it is not a page."""
        connection = HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        try:
            headers = {"Cookie": self.server.cookie, "Accept-Encoding": "gzip"}
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            body = answer.read()
        finally:
            connection.close()
        if answer.status != 200:
            raise RuntimeError(f"{path} answered {answer.status}")
        return body

    def weight(self, path: str) -> int:
        """Bytes of a page and of every style and script that it asks for."""
        page = self.get(path)
        files: set[str] = set()
        waiting = ASKED.findall(_unpacked(page))
        while waiting:
            file = waiting.pop()
            if file not in files:
                files.add(file)
                names = IMPORTED.findall(_unpacked(self.packed(file)))
                waiting += [f"{dirname(file)}/{name}" for name in names]
        return len(page) + sum(len(self.packed(file)) for file in files)


def _unpacked(body: bytes) -> str:
    return (decompress(body) if body.startswith(b"\x1f\x8b") else body).decode()
