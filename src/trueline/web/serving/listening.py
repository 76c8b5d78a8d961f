"""The address and port at which the server listens, or why not."""

from __future__ import annotations

import errno
import socket
from contextlib import closing

from trueline.language import gettext
from trueline.web.serving.startup_errors import CannotRun

BACKLOG = 1024


def free_port(host: str, port: int, *, tries: int = 20) -> int:
    """The port, or the next after it that nothing uses. Raises CannotRun."""
    for candidate in range(port, port + tries):
        if not _is_in_use(host, candidate):
            return candidate
    raise CannotRun(
        gettext(
            "Ports {port} to {last} are all in use. Name another with --port.",
            port=port,
            last=port + tries - 1,
        )
    )


def _is_in_use(host: str, port: int) -> bool:
    try:
        with closing(_bound(host, port)):
            return False
    except OSError as error:
        if error.errno in (errno.EADDRINUSE, errno.EACCES):
            return True
        raise _cannot_listen(error, host, port) from error


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens, on IPv4 or IPv6. Raises CannotRun."""
    try:
        listening = _bound(host, port)
        listening.listen(BACKLOG)
    except OSError as error:
        raise _cannot_listen(error, host, port) from error
    return listening


def _bound(host: str, port: int) -> socket.socket:
    addresses = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    family, kind, protocol, _name, address = min(
        addresses, key=lambda each: each[0] != socket.AF_INET
    )
    bound = socket.socket(family, kind, protocol)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            bound.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        bound.bind(address)
    except OSError:
        bound.close()
        raise
    return bound


def _cannot_listen(error: OSError, host: str, port: int) -> CannotRun:
    if error.errno == errno.EADDRINUSE:
        return CannotRun(
            gettext(
                "Port {port} is in use by another program. Stop that one, or name another"
                " port with --port.",
                port=port,
            )
        )
    if error.errno == errno.EACCES:
        return CannotRun(
            gettext(
                "Port {port} may only be used by an administrator. Name one from 1024 up"
                " with --port, and put a web server before it.",
                port=port,
            )
        )
    return CannotRun(
        gettext(
            "Can't listen at {host}, port {port}: {reason}.",
            host=host,
            port=port,
            reason=error.strerror,
        )
    )
