"""Handing memory back to the system, so that one large document does not keep a small server full.

Django's template contexts refer to each other in cycles, which keep the document of a page alive after
it is answered. Python collects old cycles only once a quarter of all objects are new, and glibc keeps
freed memory for the thread that freed it. So objects from the start are exempt from collection, all
threads share one heap, and a process that has grown collects at once.
"""

from __future__ import annotations

import ctypes
import gc
import os
import sys
import time

GROWN = 16_000_000
"""Bytes by which the process has grown when it looks for what it may hand back."""
PAUSE = 0.1
"""Seconds from one look to the next: it takes some hundredths, in which nobody is answered."""
OFTEN = 10_000, 20, 20
"""Thresholds of the garbage collector, for `gc.set_threshold`. With Python's own 700 it would run
several times in each request."""
_ARENA_MAX = -8
"""glibc's name for the number of heaps (malloc.h)."""


def share_one_heap() -> None:
    """Have all threads that are begun from now on allocate from the same heap, where glibc serves."""
    if (libc := _glibc()) is not None:
        libc.mallopt(_ARENA_MAX, 1)


def freeze_objects() -> None:
    """Exempt all objects that exist now from garbage collection, and collect less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*OFTEN)


class MemoryReleaser:
    """Looks now and then how much this process holds, and hands back what it can."""

    def __init__(self) -> None:
        self._libc, self._bytes_before, self._checked_at = _glibc(), 0, 0.0

    def release_if_grown(self) -> None:
        """Hand memory back if the process has grown since the last time."""
        now = time.monotonic()
        if now - self._checked_at < PAUSE:
            return
        self._checked_at, bytes_held = now, _bytes_held()
        if bytes_held < self._bytes_before + GROWN:
            self._bytes_before = (
                min(self._bytes_before, bytes_held) if self._bytes_before else bytes_held
            )
            return
        gc.collect()
        if self._libc is not None:
            self._libc.malloc_trim(0)
        self._bytes_before = _bytes_held()


def _bytes_held() -> int:
    """Bytes of memory that are this process's own; 0 where the system does not say."""
    try:
        with open("/proc/self/statm", "rb") as file:
            _size, resident, shared = file.read().split()[:3]
    except OSError:
        return 0
    return (int(resident) - int(shared)) * os.sysconf("SC_PAGE_SIZE")


def _glibc() -> ctypes.CDLL | None:
    """The C library where it is glibc, which alone has these ways."""
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None)
    return libc if hasattr(libc, "malloc_trim") and hasattr(libc, "mallopt") else None
