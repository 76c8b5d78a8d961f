"""Telling a worker in this process that there is something to do, and a visitor that it is done.

Workers in other processes look by themselves, and so do visitors whose file they make.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

LOOK_AGAIN = 0.1
"""Seconds after which a visitor's request looks whether a worker elsewhere is done."""

_wake_worker: Callable[[], None] | None = None
_finished = threading.Condition()


def worker_here(wake_worker: Callable[[], None] | None) -> None:
    """Say how the worker in this process is woken; None where there is none any more."""
    global _wake_worker
    _wake_worker = wake_worker


def wake() -> None:
    """Have the worker in this process look for something to do."""
    if _wake_worker is not None:
        _wake_worker()


def tell_finished() -> None:
    """Say that a task is over, to those in this process who wait."""
    with _finished:
        _finished.notify_all()


def wait_until(holds: Callable[[], bool], *, seconds: float) -> bool:
    """Whether something holds by then, looked at each time that a task is over."""
    ends = time.monotonic() + seconds
    while not holds():
        left = ends - time.monotonic()
        if left <= 0:
            return False
        with _finished:
            _finished.wait(min(left, LOOK_AGAIN))
    return True
