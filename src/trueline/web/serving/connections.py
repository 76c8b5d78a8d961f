"""Connections that are held open cheaply, and not for ever.

Waitress reads a request whole before a thread gets it, so that a slow visitor holds no thread. It
ends what is silent, but not what sends a byte now and then; and it reads a body before it says that
it is too large. What is added here: a time within which headers and bodies arrive, a refusal by the
length that is announced, and an end that lets the visitor read that refusal.
"""

from __future__ import annotations

import socket
import time
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.task import ErrorTask, WSGITask
from waitress.utilities import Error, RequestEntityTooLarge


@dataclass(frozen=True)
class Limits:
    """Limits of one connection: seconds, and bytes.

    A body has `body` seconds and then a second more for every `body_rate` bytes that have come, so
    that a slow line in the field uploads a document all the same. `idle` is longer than proxies
    keep a connection they do not use, or they would send a form into one that closes. What is too
    large is thrown away as it comes, for `refusal` seconds before the answer and `linger` after it,
    so that the answer is seen.
    """

    headers: float = 15
    body: float = 30
    body_rate: int = 2_000
    idle: float = 150
    refusal: float = 2
    linger: float = 10
    body_size: int = 6_000_000
    connections: int = 1_000
    unfinished_bodies: int = 200_000_000


USUAL = Limits()


class RequestTimeout(Error):
    code = 408
    reason = "Request Timeout"


class Nowhere:
    """A buffer that keeps nothing."""

    def append(self, data: bytes) -> None:
        """Forgets it."""

    def close(self) -> None:
        """There is nothing to close."""

    def __len__(self) -> int:
        return 0


class Parser(HTTPRequestParser):
    """A request as it comes in. Too large a body is thrown away; the workbench says that it is.

    It does so once all has come, or after a moment: a proxy that is still sending may drop the
    answer. A visitor who asks before sending is answered at once.
    """

    refused = False
    expect_continue: bool
    error: Error | None

    def __init__(self, adj: Any) -> None:
        super().__init__(adj)
        self.begun = time.monotonic()

    def received(self, data: bytes) -> int:
        if self.refused:
            consumed: int = self.body_rcv.received(data)
            self.completed = bool(self.body_rcv.completed or self.body_rcv.error)
            return consumed
        consumed = super().received(data)
        if isinstance(self.error, RequestEntityTooLarge):
            self._refuse()
        return consumed

    def _refuse(self) -> None:
        announced = max(self.content_length, self.body_bytes_received)
        self.headers |= {"CONTENT_LENGTH": str(announced), "CONNECTION": "close"}
        self.close()
        self.body_rcv.buf = Nowhere()
        self.error, self.refused, self.begun = None, True, time.monotonic()
        self.completed, self.expect_continue = self.expect_continue, False

    @property
    def is_unread(self) -> bool:
        """Whether the visitor may still be sending what is not wanted."""
        return self.refused and not self.body_rcv.completed

    def get_body_stream(self) -> Any:
        return BytesIO() if self.refused else super().get_body_stream()

    def is_late(self, limits: Limits) -> bool:
        """Whether it should have been here by now."""
        passed = time.monotonic() - self.begun
        if self.refused:
            return passed > limits.refusal
        if not self.headers_finished:
            return passed > limits.headers
        return passed > limits.body + self.body_bytes_received / limits.body_rate


class Answer(WSGITask):
    """An answer of the workbench. The last before the server stops says that the connection ends."""

    def start(self) -> None:
        super().start()
        self.channel.refused = self.request.is_unread

    def build_response_header(self) -> bytes:
        if self.channel.server.is_stopping:
            self.set_close_on_finish()
        header: bytes = super().build_response_header()
        return header


class Refusal(ErrorTask):
    """An answer to what is no request."""

    def start(self) -> None:
        super().start()
        self.channel.refused = True

    @property
    def has_body(self) -> bool:
        return getattr(self.request, "command", "") != "HEAD" and super().has_body


class Connection(HTTPChannel):
    """One connection."""

    parser_class = Parser
    task_class = Answer
    error_task_class = Refusal

    request: Parser | None
    """The request being received."""
    refused = False
    """Whether a request was answered without being read to its end."""
    closes_at: float | None = None
    """The time at which such a connection ends."""

    def readable(self) -> bool:
        return self.closes_at is not None or super().readable()

    def handle_read(self) -> None:
        if self.closes_at is None:
            super().handle_read()
        elif self.recv(65_536):  # thrown away; an end of it closes
            self.last_activity = time.time()

    def handle_close(self) -> None:
        """End, but let a visitor who is still sending read first why nothing more is wanted."""
        if self.refused and self.closes_at is None and self.connected:
            self.closes_at = time.monotonic() + self.server.limits.linger
            self.will_close = False
            with suppress(OSError):
                self.socket.shutdown(socket.SHUT_WR)
                return
        self.drop()

    def drop(self) -> None:
        """End at once, with what has come of a request."""
        super().handle_close()
        if self.request is not None:
            self.request.close()
            self.request = None

    @property
    def waits(self) -> bool:
        """Whether nothing of a request is here and no answer is on its way."""
        return not (self.requests or self.request or self.total_outbufs_len)

    @property
    def has_unfinished_request(self) -> bool:
        return not self.requests and self.request is not None

    def check_time(self) -> None:
        """Close, with a word where a request is under way, once it has taken too long."""
        limits = self.server.limits
        if self.closes_at is not None:
            if time.monotonic() > self.closes_at:
                self.drop()
        elif self.request is not None and not self.requests:
            if self.request.is_late(limits):
                self.give_up()
        elif not self.requests and time.time() - self.last_activity > limits.idle:
            self.will_close = True

    def give_up(self) -> None:
        """Answer a request that has not come whole, and close."""
        with self.requests_lock:
            request, self.request = self.request, None
            if request is None:
                return
            request.completed = True
            if not request.refused:
                request.error = RequestTimeout("The request did not come in time.")
            self.requests.append(request)
            self.server.add_task(self)
