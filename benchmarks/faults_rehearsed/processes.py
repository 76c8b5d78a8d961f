"""Processes of the system, as /proc shows them: whose child is which, and how one is killed."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path


def parents() -> dict[int, int]:
    """The parent of each process."""
    found = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            found[int(path.parent.name)] = int(path.read_text().rpartition(")")[2].split()[1])
    return found


def below(process: int) -> Iterator[int]:
    """All that a process has begun, and what these have."""
    of = parents()
    waiting = [process]
    while waiting:
        parent = waiting.pop()
        children = [child for child, its in of.items() if its == parent]
        yield from children
        waiting += children


def is_called(process: int, words: str) -> bool:
    """Whether the command of a process holds these words."""
    try:
        return words in Path(f"/proc/{process}/cmdline").read_text().replace("\0", " ")
    except OSError:
        return False


def kill(process: int) -> bool:
    """kill -9. Whether it was still there: 0 stands for none, and to the system for all of ours."""
    if process <= 1:
        return False
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True
