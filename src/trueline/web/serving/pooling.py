"""Connections to PostgreSQL, shared by the threads of a process that answers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, connections

from trueline.web import patience
from trueline.web.serving.server import THREADS

OTHER_CONNECTIONS = 4
"""For the worker with its heartbeat, for housekeeping, and one to spare."""
STATEMENT = 15
"""Seconds after which the server gives a statement up: no page needs one that long."""


@contextmanager
def pooled() -> Iterator[None]:
    """Within, each thread borrows a connection for a request. SQLite needs no such thing.

    Begun in the process that answers: the threads of a pool do not outlive a fork.
    """
    if connection.vendor != "postgresql":
        yield
        return
    connection.close()
    database = connections.settings["default"]
    database["CONN_MAX_AGE"] = 0
    options = database["OPTIONS"]
    options["pool"] = {
        "min_size": 1,
        "max_size": THREADS + OTHER_CONNECTIONS,
        "timeout": patience.USUAL,
    }
    own = options.get("options", "")
    options["options"] = f"-c statement_timeout={STATEMENT}s {own}".strip()
    try:
        yield
    finally:
        connections.close_all()
        connection.close_pool()
