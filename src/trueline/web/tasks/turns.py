"""Taking turns with workers in other processes of this machine, by the lock of a file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def turn_of(file: Path | None) -> Iterator[bool]:
    """Within, nobody else has the turn of this file; false where somebody has it.

    The system frees it when a process ends, however that ends. Without a file, or on a system without
    such locks, everybody has a turn always.
    """
    if file is None or sys.platform == "win32":
        yield True
        return
    import fcntl

    with file.open("wb") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
