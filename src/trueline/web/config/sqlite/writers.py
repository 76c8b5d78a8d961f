"""Turns of those who write to one file of SQLite from one process, in the order in which they came.

SQLite itself lets whoever waits look again now and then: of a dozen who write without a pause, one may
find it taken each time until its patience ends.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from functools import cache


class Writers:
    """The writers to one file, of whom one has the turn."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: deque[object] = deque()
        self._writes = False
        self._over = 0

    def begin(self, *, patience: float, most: float) -> bool:
        """Take the turn; false after `patience` seconds in which nobody got on, or after `most`."""
        mine = object()
        ends = time.monotonic() + most
        with self._changed:
            self._waiting.append(mine)
            try:
                over, since = self._over, time.monotonic()
                while self._writes or self._waiting[0] is not mine:
                    if self._over != over:
                        over, since = self._over, time.monotonic()
                    left = min(ends, since + patience) - time.monotonic()
                    if left <= 0:
                        return False
                    self._changed.wait(left)
                self._writes = True
                return True
            finally:
                self._waiting.remove(mine)
                self._changed.notify_all()

    def end(self, *, has_written: bool = True) -> None:
        """Give the turn to the next. `has_written`: the file could be written to."""
        with self._changed:
            self._writes = False
            self._over += has_written
            self._changed.notify_all()


@cache
def writers_of(file: str) -> Writers:
    """The writers to this file."""
    return Writers()
