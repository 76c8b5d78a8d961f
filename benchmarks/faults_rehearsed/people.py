"""People who go on saving, and send a form again until the server has said yes; and one who asks for files."""

from __future__ import annotations

import re
import socket
import struct
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from html import unescape
from http.client import HTTPConnection, HTTPException
from itertools import cycle, pairwise
from urllib.parse import urlencode

from benchmarks.faults_rehearsed.instance import EMAIL, PASSWORD, Instance

PAUSE = 0.1
PATIENCE = 20
"""Seconds in which a process has its database back after a fault."""
FORM = "application/x-www-form-urlencoded"
EDGE = "edge-of-a-part"
FILES = ("logframe.xlsx", "everything.zip")
TROUBLE = (OSError, HTTPException)


class Browser:
    """One connection after the other, with cookies. With `keeps`, a connection lasts, as in browsers."""

    def __init__(self, instance: Instance, *, keeps: bool = False) -> None:
        self.port, self.cookies, self._keeps = instance.port, {}, keeps
        self._kept: HTTPConnection | None = None
        self.location = self.kind = ""

    def ask(
        self, method: str, path: str, body: str | bytes = "", kind: str = FORM
    ) -> tuple[int, str]:
        """Status and page. Raises what a lost connection raises."""
        connection = self._kept or HTTPConnection("127.0.0.1", self.port, timeout=30)
        self._kept, well = None, False
        try:
            connection.request(method, path, body or None, self.headers(kind if body else ""))
            answer = connection.getresponse()
            for cookie in answer.headers.get_all("Set-Cookie") or []:
                name, _, value = cookie.partition(";")[0].partition("=")
                self.cookies[name] = value
            self.location = answer.headers.get("Location", "")
            self.kind = answer.headers.get("Content-Type", "")
            page = answer.read().decode("utf-8", "replace")
            well = self._keeps
            return answer.status, page
        finally:
            if well:
                self._kept = connection
            else:
                connection.close()

    def headers(self, kind: str) -> dict[str, str]:
        own = {
            "Host": f"127.0.0.1:{self.port}",
            "Referer": f"http://127.0.0.1:{self.port}/",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
        }
        return {**own, "Content-Type": kind} if kind else own

    def form(self, path: str, **values: str) -> str:
        """The form of a page, filled in, as it is sent. Raises HTTPException where there is none."""
        return urlencode({**self.fields(path), **values})

    def fields(self, path: str) -> dict[str, str]:
        """What a page's form sends unseen. Raises HTTPException where there is no page."""
        status, page = self.ask("GET", path)
        if status != 200:
            raise HTTPException(f"{path} answered {status}")
        hidden = re.findall(
            r'<input type="hidden" name="(\w+)" (?:id="\w+" )?value="([^"]+)"', page
        )
        return {name: unescape(value) for name, value in hidden}

    def send_file(
        self, path: str, fields: dict[str, str], name: str, content: bytes
    ) -> tuple[int, str]:
        """Send a file as a form does that has one. Status and page."""
        head = "".join(
            f'--{EDGE}\r\nContent-Disposition: form-data; name="{each}"\r\n\r\n{value}\r\n'
            for each, value in fields.items()
        )
        of_file = (
            f'--{EDGE}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
            "Content-Type: application/octet-stream\r\n\r\n"
        )
        body = f"{head}{of_file}".encode() + content + f"\r\n--{EDGE}--\r\n".encode()
        return self.ask("POST", path, body, f"multipart/form-data; boundary={EDGE}")

    def send(self, path: str, to: str, **values: str) -> int:
        return self.ask("POST", to, self.form(path, **values))[0]

    def sign_in(self) -> None:
        """Raises RuntimeError."""
        path = "/account/login/"
        if not _patiently(lambda: self.send(path, path, login=EMAIL, password=PASSWORD) == 302):
            raise RuntimeError("The owner can't sign in.")

    def cut(self, path: str, body: str, *, after: int) -> None:
        """Send so many bytes of a form, and drop the line."""
        headers = {**self.headers(FORM), "Content-Length": str(len(body))}
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as line:
            line.sendall(f"POST {path} HTTP/1.1\r\n{head}\r\n{body[:after]}".encode())
            time.sleep(0.005)
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def _patiently(done: Callable[[], bool]) -> bool:
    """Whether it can be done, again and again while the process that answers is still without the database."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with suppress(*TROUBLE):
            if done():
                return True
        time.sleep(PAUSE)
    return False


class Crowd:
    """So many people at one document, until they are told to stop."""

    def __init__(self, instance: Instance, title: str, *, people: int = 4) -> None:
        self.instance, self.title = instance, title
        self.acknowledged: dict[str, float] = {}
        self.waits: list[float] = []
        self.served: list[float] = []
        self.tracebacks = self.forgotten = self.refused = 0
        self.files = self.files_told = 0
        self._stopping, self._resting = threading.Event(), threading.Event()
        self.browser = Browser(instance)
        self.browser.sign_in()
        begun = _patiently(
            lambda: self.browser.send("/designs/new/", "/designs/new/blank/", title=title) == 302
        )
        if not begun:
            raise RuntimeError("No design can be begun.")
        self.document = self.browser.location.split("/")[2]
        works: list[Callable[[], None]] = [self._ask_for_files]
        works += [lambda n=n: self._write(n) for n in range(people)]
        self._threads = [threading.Thread(target=work, daemon=True) for work in works]

    def __enter__(self) -> Crowd:
        self.served.append(time.monotonic())
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Let each finish what is in hand."""
        self._stopping.set()
        for thread in self._threads:
            thread.join(120)
        if any(thread.is_alive() for thread in self._threads):
            raise RuntimeError("Somebody still waits for an answer.")

    def settle(self, *, saves: int = 8) -> None:
        """Until so many more saves have been answered. Raises RuntimeError after a long time."""
        wanted, ends = len(self.acknowledged) + saves, time.monotonic() + 90
        while len(self.acknowledged) < wanted:
            if time.monotonic() > ends:
                raise RuntimeError("Saves are not answered any more.")
            time.sleep(0.05)

    def longest(self, while_: Callable[[], object]) -> float:
        """Seconds that the longest of the saves took which were answered meanwhile."""
        before = len(self.waits)
        while_()
        return max(self.waits[before:], default=0.0)

    def settle_files(self, *, within: float = 60) -> bool:
        """Until one more file has been made; whether it was. Nobody saves meanwhile, since who makes
        files gives way to those who answer, and on a small machine gets nowhere beside a crowd."""
        before, ends = self.files, time.monotonic() + within
        self._resting.set()
        try:
            while self.files == before and time.monotonic() < ends:
                time.sleep(0.05)
        finally:
            self._resting.clear()
        return self.files > before

    @property
    def seconds_without(self) -> float:
        """Seconds in which nobody was served, of those spans that lasted longer than one."""
        served = sorted(self.served)
        gaps = [after - before for before, after in pairwise(served)]
        return sum(gap for gap in gaps if gap > 1)

    def _browser(self) -> Browser:
        browser = Browser(self.instance)
        browser.cookies = dict(self.browser.cookies)
        return browser

    def _write(self, person: int) -> None:
        browser, number = self._browser(), 0
        path = f"/documents/{self.document}/add/?to=partners"
        while not self._stopping.wait(PAUSE):
            if self._resting.is_set():
                continue
            number += 1
            title = f"Partner {person}-{number}"
            if body := self._form(browser, path, title):
                if number % 9 == 0:
                    self._cut(browser, path, body, number)
                self._insist(browser, path, body, title)

    def _form(self, browser: Browser, path: str, title: str) -> str:
        try:
            body = browser.form(path, title=title)
        except TROUBLE:
            return ""
        self.served.append(time.monotonic())
        return body

    def _cut(self, browser: Browser, path: str, body: str, number: int) -> None:
        """Lose the line in the middle of the form, or once all of it is there."""
        try:
            browser.cut(path, body, after=len(body) if number % 2 else len(body) // 2)
        except OSError:
            return

    def _insist(self, browser: Browser, path: str, body: str, title: str) -> None:
        """Send the same form until the server has said yes."""
        ends = time.monotonic() + 100
        while time.monotonic() < ends:
            sent = time.monotonic()
            try:
                status, page = browser.ask("POST", path, body)
            except TROUBLE:
                time.sleep(PAUSE)
                continue
            self.tracebacks += "Traceback" in page
            if status == 302:
                now = time.monotonic()
                self.acknowledged[title] = now
                self.waits.append(now - sent)
                self.served.append(now)
                return
            if status < 500:
                self.refused += 1
                return
            self.forgotten += title not in page
            time.sleep(PAUSE)

    def _ask_for_files(self) -> None:
        """Ask for files, small and large in turn, and wait for each until it or a sentence is there."""
        browser, here = self._browser(), f"/documents/{self.document}/export/"
        for name in cycle(FILES):
            if self._stopping.is_set():
                return
            try:
                body = browser.form(here, export=name)
                status, page = browser.ask("POST", here, body)
                self._was_served(status)
                if status == 200 and "html" not in browser.kind:  # it was made while one waited
                    self.files += 1
                elif status == 302 and browser.location != here:
                    self._wait_for(browser, browser.location)
                self.tracebacks += "Traceback" in page
            except TROUBLE:
                time.sleep(PAUSE)
            self._stopping.wait(PAUSE)

    def _was_served(self, status: int) -> None:
        if status < 500:
            self.served.append(time.monotonic())

    def _wait_for(self, browser: Browser, job: str) -> None:
        ends = time.monotonic() + 60
        while time.monotonic() < ends and not self._stopping.is_set():
            time.sleep(PAUSE)
            try:
                status, page = browser.ask("GET", job)
            except TROUBLE:
                continue
            self._was_served(status)
            self.tracebacks += "Traceback" in page
            if f"{job}file/" in (page + browser.location):
                self.files += 1
                return
            if "The file could not be made" in page:
                self.files_told += 1
                return
