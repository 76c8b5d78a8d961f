"""Answers members first, then members who send a file, and visitors.

Those who come second get a few of the threads at once and a small share of the turns while others wait, so
that a link that many people open, or files that many send, keep nobody from their work: to keep a file
takes little of a processor and a long wait for the disk, in a thread. The cookie of a session is taken at
its word here: one that is made up gains its turn and nothing else.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from enum import Enum
from threading import Lock
from typing import Any

from waitress.task import ThreadedTaskDispatcher

AT_ONCE = 2
"""Threads that answer visitors at the same time, and as many that take files."""
SHARE = 4
"""So many members are answered for each who comes second while both wait."""
FOR_EVERYBODY = ("/health/", "/metrics/", "/account/")
"""Addresses answered at once without a session: for whoever watches the server, and whoever signs in."""


class Sort(Enum):
    """The sort of visitor: a member, one who sends a file, or somebody without a session."""

    MEMBER, FILE, VISITOR = range(3)


class Dispatcher(ThreadedTaskDispatcher):
    """Hands connections with a request to threads, in the order of `Waiting`."""

    def __init__(self, sort_of: Callable[[Any], Sort]) -> None:
        super().__init__()
        self.queue = Waiting(sort_of, self.lock)

    def shutdown(self, cancel_pending: bool = True, timeout: float = 5) -> bool:
        with self.lock:
            for lane in self.queue.lanes.values():
                lane.at_once += len(lane.waiting)
        return bool(super().shutdown(cancel_pending, timeout))


class _Lane:
    """Connections of those who come second, and how many of them are in hand."""

    def __init__(self) -> None:
        self.waiting, self.at_once, self.in_hand = deque[Any](), AT_ONCE, 0

    @property
    def ready(self) -> int:
        """How many may be begun now."""
        return min(len(self.waiting), max(0, self.at_once - self.in_hand))


class Waiting:
    """The queue of a dispatcher, as long as what may be begun now. All but `append` of a connection that
    comes second holds for others as for a deque; the dispatcher holds `lock` meanwhile."""

    def __init__(self, sort_of: Callable[[Any], Sort], lock: Lock) -> None:
        self.sort_of, self.lock = sort_of, lock
        self.members, self.members_since = deque[Any](), 0
        self.lanes = {Sort.FILE: _Lane(), Sort.VISITOR: _Lane()}

    def append(self, connection: Any) -> None:
        lane = self.lanes.get(self.sort_of(connection))
        (self.members if lane is None else lane.waiting).append(connection)

    def popleft(self) -> Any:
        ready = [lane for lane in self.lanes.values() if lane.ready]
        if self.members and not (ready and self.members_since >= SHARE):
            self.members_since += 1
            return self.members.popleft()
        lane, self.members_since = min(ready, key=lambda lane: lane.in_hand), 0
        lane.in_hand += 1
        return _Second(lane.waiting.popleft(), lane, self.lock)

    def __len__(self) -> int:
        return len(self.members) + sum(lane.ready for lane in self.lanes.values())


class _Second:
    """A request that came second in the hand of a thread, which gives its place back afterwards."""

    def __init__(self, connection: Any, lane: _Lane, lock: Lock) -> None:
        self.connection, self.lane, self.lock = connection, lane, lock

    def service(self) -> None:
        try:
            self.connection.service()
        finally:
            with self.lock:
                self.lane.in_hand -= 1

    def cancel(self) -> None:
        self.connection.cancel()


def by_request(cookie: str, prefix: str = "") -> Callable[[Any], Sort]:
    """Who asks, by what the request of a connection says: whether it comes without the `cookie` of a session,
    and whether with a file."""

    def sort_of(connection: Any) -> Sort:
        request = connection.requests[0]
        path = str(getattr(request, "path", "")).removeprefix(prefix)
        if path.startswith(FOR_EVERYBODY):
            return Sort.MEMBER
        if f"{cookie}=" not in request.headers.get("COOKIE", ""):
            return Sort.VISITOR
        kind = request.headers.get("CONTENT_TYPE", "")
        return Sort.FILE if kind.lower().startswith("multipart/") else Sort.MEMBER

    return sort_of
