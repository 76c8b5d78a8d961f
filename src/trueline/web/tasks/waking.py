"""Telling the workers in this process that there is something to do, and a visitor that it is done.

Workers in other processes look by themselves, and so do visitors whose file they make.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

LOOK_AGAIN = 0.1
"""Seconds after which a visitor's request looks whether a worker elsewhere is done."""

_workers: set[Callable[[], None]] = set()
_finished = threading.Condition()


def worker_begins(wake_worker: Callable[[], None]) -> None:
    """Say how a worker in this process is woken."""
    _workers.add(wake_worker)


def worker_ends(wake_worker: Callable[[], None]) -> None:
    """Say that a worker in this process is there no more."""
    _workers.discard(wake_worker)


def wake() -> None:
    """Have the workers in this process look for something to do."""
    for wake_worker in list(_workers):
        wake_worker()


def tell_finished() -> None:
    """Say that a task is over, to those in this process who wait."""
    with _finished:
        _finished.notify_all()


def wait_until(holds: Callable[[], bool], *, seconds: float) -> bool:
    """Whether something holds by then, looked at each time that a task is over."""
    ends = time.monotonic() + seconds
    while not holds():
        remaining = ends - time.monotonic()
        if remaining <= 0:
            return False
        with _finished:
            _finished.wait(min(remaining, LOOK_AGAIN))
    return True
