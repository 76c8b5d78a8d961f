"""Who is answered first: members, then visitors.

Visitors, who have no session, get a few of the threads at once and a small share of the turns while members
wait, so that a link that many people open keeps nobody from their work. The cookie of a session is taken
at its word here: one that is made up gains its turn and nothing else.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from threading import Lock
from typing import Any

from waitress.task import ThreadedTaskDispatcher

AT_ONCE = 2
"""Threads that answer visitors at the same time."""
SHARE = 4
"""So many members are answered for each visitor while both wait."""
FOR_EVERYBODY = ("/health/", "/metrics/", "/account/")
"""What is answered at once without a session: whoever watches the server, and whoever signs in."""


class Dispatcher(ThreadedTaskDispatcher):
    """Hands connections with a request to threads, in the order of `Waiting`."""

    def __init__(self, is_visitor: Callable[[Any], bool]) -> None:
        super().__init__()
        self.queue = Waiting(is_visitor, self.lock)

    def shutdown(self, cancel_pending: bool = True, timeout: float = 5) -> bool:
        with self.lock:
            self.queue.visitors_at_once = len(self.queue.visitors) + AT_ONCE
        return bool(super().shutdown(cancel_pending, timeout))


class Waiting:
    """The queue of a dispatcher, as long as what may be begun now. All but `append` of a visitor's
    connection holds for others as for a deque; the dispatcher holds `lock` meanwhile."""

    def __init__(self, is_visitor: Callable[[Any], bool], lock: Lock) -> None:
        self.is_visitor, self.lock = is_visitor, lock
        self.members, self.visitors = deque[Any](), deque[Any]()
        self.visitors_at_once, self.visitors_in_hand, self.members_since = AT_ONCE, 0, 0

    def append(self, connection: Any) -> None:
        waiting = self.visitors if self.is_visitor(connection) else self.members
        waiting.append(connection)

    def popleft(self) -> Any:
        turn_of_visitors = self._may_begin and self.members_since >= SHARE
        if self.members and not turn_of_visitors:
            self.members_since += 1
            return self.members.popleft()
        self.visitors_in_hand, self.members_since = self.visitors_in_hand + 1, 0
        return _Visit(self.visitors.popleft(), self)

    @property
    def _may_begin(self) -> bool:
        return bool(self.visitors) and self.visitors_in_hand < self.visitors_at_once

    def __len__(self) -> int:
        room = max(0, self.visitors_at_once - self.visitors_in_hand)
        return len(self.members) + min(room, len(self.visitors))


class _Visit:
    """A visitor's request in the hand of a thread, which gives its place back afterwards."""

    def __init__(self, connection: Any, waiting: Waiting) -> None:
        self.connection, self.waiting = connection, waiting

    def service(self) -> None:
        try:
            self.connection.service()
        finally:
            with self.waiting.lock:
                self.waiting.visitors_in_hand -= 1

    def cancel(self) -> None:
        self.connection.cancel()


def without_session(cookie: str, prefix: str = "") -> Callable[[Any], bool]:
    """Whether the request of a connection comes without the cookie of a session."""

    def is_visitor(connection: Any) -> bool:
        request = connection.requests[0]
        path = str(getattr(request, "path", "")).removeprefix(prefix)
        return not (
            f"{cookie}=" in request.headers.get("COOKIE", "") or path.startswith(FOR_EVERYBODY)
        )

    return is_visitor
