"""Several processes on PostgreSQL, and a browser that is served by each in turn."""

from __future__ import annotations

import http.client
import itertools
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import psycopg
import pytest

POSTGRES = os.environ.get("TRUELINE_TEST_POSTGRES", "")
WORDS = "quiet-lantern-harvest-9"
OWNER = (
    "--owner-name",
    "First Owner",
    "--owner-email",
    "owner@example.org",
    "--organisation",
    "Safe Paths",
)
pytestmark = pytest.mark.skipif(not POSTGRES, reason="no PostgreSQL in TRUELINE_TEST_POSTGRES")


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    """The address of an empty database."""
    name = f"trueline_workers_{uuid.uuid4().hex[:12]}"
    with closing(psycopg.connect(POSTGRES, autocommit=True)) as server:
        server.execute(f"CREATE DATABASE {name}")
        yield f"{POSTGRES.rpartition('/')[0]}/{name}"
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


class Serving:
    """`trueline serve --workers 2`, the processes that answer, and a `trueline worker`."""

    def __init__(self, data: Path, database: str) -> None:
        self.port, self.proxy = _free_port(), _free_port()
        plain = {k: v for k, v in os.environ.items() if not k.startswith(("TRUELINE_", "DJANGO_"))}
        self._data = ["--data", str(data)]
        self._environment = {
            **plain,
            "TRUELINE_DATABASE": database,
            "TRUELINE_OWNER_PASSWORD": WORDS,
            "TRUELINE_HOSTS": f"127.0.0.1:{self.proxy}",
            "TRUELINE_TASKS": "apart",
        }
        self.first = self.run("serve", "--port", str(self.port), "--workers", "2", *OWNER)
        self.wait_for(lambda: len(self.processes()) == 2 and self.answers())
        self.worker = self.run("worker")

    def run(self, command: str, *options: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "trueline", command, *self._data, *options],
            env=self._environment,
        )

    def wait_for(self, holds) -> None:
        for _ in range(400):
            if holds():
                return
            assert self.first.poll() is None
            time.sleep(0.1)
        raise AssertionError("it did not come about")

    def processes(self) -> list[int]:
        tasks = Path(f"/proc/{self.first.pid}/task/{self.first.pid}/children")
        return sorted(map(int, tasks.read_text().split()))

    def answers(self) -> bool:
        try:
            return self.ask("GET", "/account/login/")[0] == 200
        except OSError:
            return False

    def ask(self, method: str, path: str, body=None, headers=()) -> tuple[int, list, bytes]:
        """One request on a connection of its own."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)) as connection:
            connection.request(method, path, body, {**dict(headers), "Connection": "close"})
            answer = connection.getresponse()
            return answer.status, answer.getheaders(), answer.read()

    def end(self) -> int:
        self.worker.send_signal(signal.SIGTERM)
        assert self.worker.wait(30) == 0
        for process in self.processes():
            os.kill(process, signal.SIGCONT)
        self.first.send_signal(signal.SIGTERM)
        return self.first.wait(30)


@pytest.fixture(scope="module")
def serving(database, tmp_path_factory) -> Iterator[Serving]:
    found = Serving(tmp_path_factory.mktemp("workers") / "data", database)
    yield found
    if found.first.poll() is None:
        assert found.end() == 0
    elif found.worker.poll() is None:
        found.worker.send_signal(signal.SIGTERM)
        assert found.worker.wait(30) == 0


@pytest.fixture
def in_turn(serving) -> Iterator[tuple[str, list[int]]]:
    """The address of a proxy that lets one process answer each request, and the next the next."""
    lock, turns = threading.Lock(), itertools.count()
    served: list[int] = []

    class Proxy(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(length) if length else None
            with lock:
                mine, other = serving.processes()[:: 1 if next(turns) % 2 else -1]
                os.kill(mine, signal.SIGCONT)
                os.kill(other, signal.SIGSTOP)
                headers = {k: v for k, v in self.headers.items() if k.lower() != "connection"}
                status, found, content = serving.ask(self.command, self.path, body, headers.items())
                served.append(mine)
            self.send_response_only(status)
            for name, value in found:
                if name.lower() not in ("connection", "transfer-encoding", "content-length"):
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_POST = do_GET

        def log_message(self, *_: object) -> None:
            pass

    proxy = ThreadingHTTPServer(("127.0.0.1", serving.proxy), Proxy)
    proxy.daemon_threads = True
    threading.Thread(target=proxy.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{serving.proxy}", served
    proxy.shutdown()
    proxy.server_close()
    for process in serving.processes():
        os.kill(process, signal.SIGCONT)


@pytest.fixture
def page(chromium, in_turn) -> Iterator[object]:
    context = chromium.new_context(base_url=in_turn[0])
    opened = context.new_page()
    opened.set_default_timeout(15_000)
    yield opened
    context.close()


def sign_in(page, words: str = WORDS) -> None:
    page.goto("/account/login/")
    page.locator("#id_login").fill("owner@example.org")
    page.locator("#id_password").fill(words)
    page.get_by_role("button", name="Sign in", exact=True).click()


def test_a_visitor_is_served_by_each_process_in_turn(page, in_turn):
    """Session, forms, messages, a link that is shown once, and a file: each made by one process and
    found by the other."""
    sign_in(page)
    page.get_by_role("heading", name="Your work").wait_for()
    page.get_by_role("link", name="Begin a design").first.click()
    page.locator("#id_title").fill("Served in turn")
    page.get_by_role("button", name="Begin with a blank page").click()
    page.wait_for_url("**/step/**")
    design = re.search(r"/documents/[0-9a-f-]{36}/", page.url)[0]
    for title in ("First title", "Second title", "Third title"):
        page.goto(f"{design}element/?at=")
        page.locator("#id_title").fill(title)
        page.get_by_role("button", name="Save", exact=True).click()
        page.get_by_text("Saved").first.wait_for()
        page.get_by_text(title).first.wait_for()
    page.goto(f"{design}share/")
    page.get_by_role("button", name="Make a link").click()
    link = page.locator("#made").input_value()
    for _ in range(2):
        page.goto(link)
        page.get_by_role("heading", name="Third title").first.wait_for()
    for _ in range(2):
        page.goto(f"{design}export/")
        with page.expect_download(timeout=60_000) as waiting:
            page.locator("button[value='everything.zip']").click()
        assert waiting.value.path().stat().st_size > 10_000
    _address, served = in_turn
    assert len(set(served)) == 2
    assert all(one != other for one, other in itertools.pairwise(served))


def test_a_file_waits_for_a_worker_that_is_not_there(page, serving):
    """A worker that was killed in the middle leaves its task to the next."""
    sign_in(page)
    page.get_by_role("heading", name="Your work").wait_for()
    serving.worker.kill()
    serving.worker.wait(30)
    page.locator("main a[href*='/documents/']").first.click()
    page.goto(f"{re.search(r'.*/documents/[0-9a-f-]{36}/', page.url)[0]}export/")
    page.locator("button[value='dossier.pdf']").click()
    page.get_by_text("The file is being made").first.wait_for()
    with page.expect_download(timeout=60_000) as waiting:
        serving.worker = serving.run("worker")
    assert waiting.value.path().stat().st_size > 10_000


def test_guesses_are_counted_together(page):
    page.route("**/static/**", lambda route: route.abort())
    for _ in range(11):
        sign_in(page, "not the password")
    page.get_by_text("many tries").first.wait_for()


def test_a_process_that_dies_is_replaced_and_the_end_finishes_what_is_in_hand(serving):
    lost, kept = serving.processes()
    os.kill(lost, signal.SIGKILL)
    serving.wait_for(lambda: len(serving.processes()) == 2 and lost not in serving.processes())
    assert kept in serving.processes()
    assert serving.answers()
    head = b"POST /account/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\n\r\n"
    with socket.create_connection(("127.0.0.1", serving.port), timeout=20) as begun:
        begun.sendall(head)
        time.sleep(0.5)
        serving.first.send_signal(signal.SIGTERM)
        time.sleep(1.5)
        begun.sendall(b"login")
        assert begun.recv(1000).startswith(b"HTTP/1.1 403")  # its form lacks the token
    assert serving.first.wait(30) == 0
