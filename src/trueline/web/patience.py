"""How long this process waits for its database: a while, and hardly at all once that was in vain.

A visitor is told within five seconds that the database does not answer. Whoever comes next hears it
at once, so that no thread is held, until it answers again.
"""

from __future__ import annotations

from django.db import InterfaceError, OperationalError, connection, connections

USUAL = 3.0
SHORT = 0.1
_LOCKED = ("locked", "busy", "unable to open")
_CONNECTION_LOST = ("08", "57P", "53")
"""Classes of PostgreSQL's codes: the connection failed, the server stops, it has no room for more."""


def is_trouble(error: BaseException | None) -> bool:
    """Whether this is the database's, or the way's to it, and may well pass by itself."""
    return isinstance(error, (OperationalError, InterfaceError))


def note(error: BaseException) -> None:
    """Wait but shortly from now on, if this says that the database can't be reached.

    The connection in hand waits as long as it always did, so it is closed.
    """
    if not (is_trouble(error) and _is_out_of_reach(error)):
        return
    if not is_short():
        _shorten()
    if not connection.in_atomic_block:
        connection.close()


def is_short() -> bool:
    """Whether the database was out of reach the last time that somebody asked."""
    return _usual is not None


def restore() -> None:
    """Wait as usual: the database has answered."""
    global _usual
    if _usual is not None:
        _wait(_usual)
        _usual = None


_usual: float | None = None
"""For how long this process waits otherwise, while it waits but shortly."""


def _shorten() -> None:
    global _usual
    _usual = float(connections.settings["default"]["OPTIONS"].get("timeout", USUAL))
    _wait(SHORT)


def _wait(seconds: float) -> None:
    """Connections that are opened from now on, by whichever thread, wait so long."""
    options = connections.settings["default"]["OPTIONS"]
    if connection.vendor == "sqlite":
        options["timeout"] = seconds
    elif "pool" in options:
        connection.pool.timeout = seconds


def _is_out_of_reach(error: BaseException) -> bool:
    if connection.vendor == "sqlite":
        return any(sign in str(error).lower() for sign in _LOCKED)
    state = getattr(error.__cause__, "sqlstate", None)
    return state is None or state.startswith(_CONNECTION_LOST)
