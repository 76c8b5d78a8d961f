"""The server: many connections, few threads, and an end that finishes what is in hand."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from typing import Any

from waitress import wasyncore
from waitress.adjustments import Adjustments
from waitress.server import TcpWSGIServer

from trueline.web.serving.connections import USUAL, Connection, Limits
from trueline.web.serving.precedence import Dispatcher, Sort

THREADS = 5
"""More take turns at one core, and each turn costs: with eight, a save waited twice as long."""
IN_HAND = 20.0
"""Seconds in which requests that have begun are finished when the server is asked to stop."""
HEADERS = 32_768
SOON = 0.1


class Server(TcpWSGIServer):
    """Answers at a socket that listens already, until it is asked to stop."""

    channel_class = Connection
    accepting: bool

    def __init__(
        self,
        application: Any,
        listening: socket.socket,
        *,
        proxied: bool,
        prefix: str = "",
        limits: Limits = USUAL,
        threads: int = THREADS,
        in_hand: float = IN_HAND,
        shares: bool = False,
        sort_of: Callable[[Any], Sort] = lambda _connection: Sort.MEMBER,
    ) -> None:
        self.limits, self.in_hand, self.shares = limits, in_hand, shares
        self.is_stopping = self.is_over = False
        self._ends_at = 0.0
        self._ending = threading.RLock()
        adjustments = Adjustments(
            sockets=[listening],
            threads=threads,
            ident=None,
            url_prefix=prefix,
            connection_limit=limits.connections + 100,
            asyncore_use_poll=True,
            asyncore_loop_timeout=1,
            cleanup_interval=1,
            max_request_header_size=HEADERS,
            max_request_body_size=limits.body_size,
            log_socket_errors=False,
            clear_untrusted_proxy_headers=not proxied,
        )
        sockinfo = (listening.family, listening.type, listening.proto, listening.getsockname())
        dispatcher = Dispatcher(sort_of)
        dispatcher.set_thread_count(threads)
        super().__init__(
            application,
            {},
            True,
            listening,
            dispatcher=dispatcher,
            adj=adjustments,
            sockinfo=sockinfo,
            bind_socket=False,
        )

    def run(self, each_turn: Callable[[], None] = lambda: None) -> None:
        """Answer until `stop`, and then until what is in hand is done. `each_turn` comes each second."""
        while not self._is_done():
            each_turn()
            self.turn(SOON if self.is_stopping else self.adj.asyncore_loop_timeout)
        self.task_dispatcher.shutdown(timeout=0.1 if time.monotonic() > self._ends_at else 5)
        with self._ending:
            self.is_over = True
        for connection in list(self.active_channels.values()):
            connection.drop()
        wasyncore.close_all(self._map, ignore_all=True)

    def turn(self, seconds: float) -> None:
        """Wait for something to happen, for so long at most, and see to it."""
        wasyncore.loop(timeout=seconds, use_poll=True, map=self._map, count=1)

    def stop(self) -> None:
        """Accept nothing new and finish what has begun. Asked once more, end at once."""
        if self.is_stopping:
            self._ends_at = 0.0
        else:
            self.is_stopping, self._ends_at = True, time.monotonic() + self.in_hand
        with self._ending:
            if not self.is_over:
                self.pull_trigger()

    def _is_done(self) -> bool:
        if not self.is_stopping:
            return False
        if self.accepting:
            self.accepting = False
            self.del_channel()
            self.socket.close()
        for connection in list(self.active_channels.values()):
            if connection.waits:
                connection.will_close = True
        return not self.active_channels or time.monotonic() > self._ends_at

    def readable(self) -> bool:
        """Where several processes share the socket, one with its hands full leaves callers to the
        others."""
        accepts: bool = super().readable()
        return accepts and not (self.shares and self.task_dispatcher.queue)

    def handle_accept(self) -> None:
        """Where there are too many connections already, one that sends no request makes room."""
        if len(self.active_channels) >= self.limits.connections:
            self._make_room()
        super().handle_accept()

    def _make_room(self) -> None:
        """Close the connection that has kept its request unfinished for longest, or is idle."""
        channels = self.active_channels.values()
        slow = [channel for channel in channels if channel.has_unfinished_request]
        if slow:
            min(slow, key=lambda channel: channel.request.begun).drop()
        elif idle := [channel for channel in channels if channel.waits]:
            min(idle, key=lambda channel: channel.last_activity).drop()

    def maintenance(self, now: float) -> None:
        """Each second: end what takes too long, and what fills the disk with unfinished bodies."""
        for connection in list(self.active_channels.values()):
            connection.check_time()
        waiting = [
            channel for channel in self.active_channels.values() if channel.has_unfinished_request
        ]
        size = sum(channel.request.body_bytes_received for channel in waiting)
        for channel in sorted(waiting, key=lambda channel: channel.request.begun):
            if size <= self.limits.unfinished_bodies:
                break
            size -= channel.request.body_bytes_received
            channel.drop()
