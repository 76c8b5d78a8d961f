"""How long requests wait for the database: a while, and hardly at all once that was in vain.

A visitor is told within five seconds that the database does not answer. Whoever comes next hears it
at once, so that no thread is held, until it answers again. Where another program holds a file of
SQLite, few requests of a process wait for as long as usual at the same time: the others leave their
thread to pages that need no database.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, local
from typing import Any

from django.db import InterfaceError, OperationalError, connection, connections

USUAL, HURRIED, SHORT = 3.0, 1.0, 0.1
"""Seconds: of a few, of more than these, and of everybody while the database is out of reach."""
PATIENT = 2
"""How many requests of this process wait as usual at once."""
_LOCKED = ("locked", "busy", "unable to open")
_CONNECTION_LOST = ("08", "57P", "53")
"""Classes of PostgreSQL's codes: the connection failed, the server stops, it has no room for more."""

_patient = BoundedSemaphore(PATIENT)
_turn = local()
_out_of_reach = False


@contextmanager
def turn() -> Iterator[None]:
    """Within, a request waits as its turn allows. `note` records what it asked in vain."""
    is_patient = _patient.acquire(blocking=False)
    _turn.hurries, _turn.was_answered = not is_patient, False
    try:
        if not _out_of_reach:
            wait_on(connection)
            yield
            return
        wait_on(connection)
        with connection.execute_wrapper(_noticing):
            yield
    finally:
        _turn.hurries = False
        if is_patient:
            _patient.release()


def _noticing(execute: Any, *arguments: Any) -> Any:
    """Notes that the database has answered."""
    answer = execute(*arguments)
    _turn.was_answered = True
    return answer


def wait_on(opened: Any, *, less: float = 0.0) -> None:
    """Let a connection to SQLite wait as this thread may just now, `less` what it has waited already."""
    if opened.vendor == "sqlite" and opened.connection is not None:
        left = max(seconds() - less, SHORT)
        opened.connection.execute(f"PRAGMA busy_timeout = {1000 * left:.0f}")


def seconds() -> float:
    """How long this thread may wait just now."""
    if _out_of_reach:
        return SHORT
    return HURRIED if getattr(_turn, "hurries", False) else USUAL


def is_trouble(error: BaseException | None) -> bool:
    """Whether this is the database's, or the way's to it, and may well pass by itself."""
    return isinstance(error, (OperationalError, InterfaceError))


def note(error: BaseException) -> None:
    """Wait only briefly from now on, if this error means that the database can't be reached."""
    global _out_of_reach
    if not (is_trouble(error) and _is_out_of_reach(error)):
        return
    _out_of_reach = True
    _wait_for_pool(SHORT)
    wait_on(connection)
    if not connection.in_atomic_block:
        connection.close()


def is_short() -> bool:
    """Whether the database was out of reach the last time that somebody asked."""
    return _out_of_reach


def answered() -> None:
    """Wait as usual again, if the database has answered in this turn."""
    if getattr(_turn, "was_answered", False):
        restore()


def restore() -> None:
    """Wait as usual."""
    global _out_of_reach
    _out_of_reach = False
    _wait_for_pool(USUAL)


def _wait_for_pool(seconds: float) -> None:
    """So long for a connection of PostgreSQL that threads share."""
    if "pool" in connections.settings["default"].get("OPTIONS", {}):
        connection.pool.timeout = seconds


def _is_out_of_reach(error: BaseException) -> bool:
    if connection.vendor == "sqlite":
        return any(sign in str(error).lower() for sign in _LOCKED)
    state = getattr(error.__cause__, "sqlstate", None)
    return state is None or state.startswith(_CONNECTION_LOST)
