"""Members are answered before visitors, who are answered all the same."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator

import pytest

from tests.web.serving.test_connections import serving
from trueline.web.serving.precedence import AT_ONCE, SHARE, by_request
from trueline.web.serving.server import THREADS, Server

MEMBER = {"Cookie": "theme=dark; sessionid=abc"}


class Application:
    """Holds what is asked at `/held` until told; notes in which order the rest was begun."""

    def __init__(self) -> None:
        self.go_on, self.held = threading.Event(), threading.Semaphore(0)
        self.begun: list[str] = []

    def __call__(self, environ, start_response):
        path = environ["PATH_INFO"]
        if path == "/held":
            self.held.release()
            self.go_on.wait(10)
        else:
            self.begun.append(path)
        start_response("200 OK", [("Content-Length", "2")])
        return [b"ok"]


@pytest.fixture
def application() -> Iterator[Application]:
    made = Application()
    yield made
    made.go_on.set()


class Crowd:
    """Those who ask a server at the same time, each in a thread."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.asking: list[threading.Thread] = []

    @property
    def waiting(self) -> int:
        queue = self.server.task_dispatcher.queue
        return len(queue.members) + sum(len(lane.waiting) for lane in queue.lanes.values())

    def ask(self, path: str, headers: dict[str, str] | None = None) -> None:
        """Ask, and come back once the server has read the request."""
        before = self.waiting
        self.asking.append(threading.Thread(target=self.answer, args=(path, headers or {})))
        self.asking[-1].start()
        while path != "/held" and self.waiting == before:
            self.asking[-1].join(0.01)
            if not self.asking[-1].is_alive():
                return

    def answer(self, path: str, headers: dict[str, str]) -> int:
        asking = http.client.HTTPConnection(
            self.server.effective_host, int(self.server.effective_port), timeout=10
        )
        asking.request("GET", path, headers=headers)
        status = asking.getresponse().status
        asking.close()
        return status

    def wait(self) -> None:
        for each in self.asking:
            each.join(10)
            assert not each.is_alive()


def test_visitors_leave_threads_to_members_and_to_those_who_sign_in(application):
    with serving(application, sort_of=by_request("sessionid")) as server:
        crowd = Crowd(server)
        for _ in range(AT_ONCE):
            crowd.ask("/held")
            assert application.held.acquire(timeout=10)
        for _ in range(2 * THREADS):
            crowd.ask("/shared/link/everything.zip")
        assert crowd.answer("/designs/", MEMBER) == 200
        assert crowd.answer("/account/login/", {}) == crowd.answer("/health/live/", {}) == 200
        assert application.begun == ["/designs/", "/account/login/", "/health/live/"]
        application.go_on.set()
        crowd.wait()
    assert application.begun.count("/shared/link/everything.zip") == 2 * THREADS


def test_whoever_sends_a_file_leaves_threads_to_others(application):
    """Of members, and beside visitors, who have threads of their own."""
    sending = {**MEMBER, "Content-Type": "multipart/form-data; boundary=x"}
    with serving(application, sort_of=by_request("sessionid")) as server:
        crowd = Crowd(server)
        for headers in (sending, {}):
            for _ in range(AT_ONCE):
                crowd.ask("/held", headers)
                assert application.held.acquire(timeout=10)
        for _ in range(2 * THREADS):
            crowd.ask("/designs/new/file/", sending)
        form = {**MEMBER, "Content-Type": "application/x-www-form-urlencoded"}
        assert crowd.answer("/designs/", MEMBER) == crowd.answer("/saved/", form) == 200
        assert application.begun == ["/designs/", "/saved/"]
        application.go_on.set()
        crowd.wait()
    assert application.begun.count("/designs/new/file/") == 2 * THREADS
    assert all(lane.in_hand == 0 for lane in server.task_dispatcher.queue.lanes.values())


def test_members_come_first_and_visitors_have_a_share(application):
    sort_of = by_request("sessionid", "/under")
    with serving(application, sort_of=sort_of, threads=1) as server:
        crowd = Crowd(server)
        crowd.ask("/held", MEMBER)
        assert application.held.acquire(timeout=10)
        for _ in range(2):
            crowd.ask("/under/shared/link/")
        for _ in range(SHARE + 1):
            crowd.ask("/under/designs/", MEMBER)
        application.go_on.set()
        crowd.wait()
    kinds = [path.split("/")[2] for path in application.begun]
    assert kinds == [*["designs"] * (SHARE - 1), "shared", *["designs"] * 2, "shared"]
