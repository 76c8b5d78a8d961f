"""Answers to HEAD: the headers that GET would have, and nothing after them.

Django makes the body all the same and leaves it to the server to drop it, which not every server
does. On a connection that goes on, a proxy would take it for the next answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from typing import Any

WITHOUT_LENGTH = ("1", "204", "304")
"""Beginnings of statuses whose answers have no body to give the length of."""

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def without_body_for_head(application: Application) -> Application:
    """A WSGI application that answers HEAD without a body, for every path and every error."""

    def inner(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] != "HEAD":
            return application(environ, start_response)
        environ.pop("wsgi.file_wrapper", None)  # by it, a server would send the file itself
        started: list[Any] = []

        def note(*arguments: Any) -> Callable[[bytes], None]:
            started[:] = arguments
            return lambda data: None

        body = application(environ, note)
        with ExitStack() as ending:
            if hasattr(body, "close"):
                ending.callback(body.close)
            length = sum(map(len, body))
        status, headers, *failure = started
        if not status.startswith(WITHOUT_LENGTH) and not _has_length(headers):
            headers = [*headers, ("Content-Length", str(length))]
        start_response(status, headers, *failure)
        return []

    return inner


def _has_length(headers: list[tuple[str, str]]) -> bool:
    return any(name.lower() == "content-length" for name, _ in headers)
