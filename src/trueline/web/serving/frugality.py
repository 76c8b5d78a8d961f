"""Handing memory back to the system, so that one large document does not keep a small server full.

Each page that is drawn leaves objects that hold each other, and with them the document that it shows:
Django's template contexts do. Python looks for such rings only once they are a quarter of all that it
holds, and glibc keeps what each thread has freed for that thread. So what is there from the start is
set aside from the search, all threads share one heap, and where the process has grown it looks at once.
"""

from __future__ import annotations

import ctypes
import gc
import os
import sys
import time

GROWN = 24_000_000
"""Bytes by which the process has grown when it looks for what it may hand back."""
PAUSE = 0.5
"""Seconds from one look to the next: it takes some hundredths, in which nobody is answered."""
OFTEN = 10_000, 20, 20
"""New objects after which Python searches the youngest, and so many searches after which it searches
older ones too. With Python's own 700 a search comes several times in each request."""
_ARENA_MAX = -8
"""glibc's name for the number of heaps (malloc.h)."""


def share_one_heap() -> None:
    """Have all threads that are begun from now on allocate from the same heap, where glibc serves."""
    if (libc := _glibc()) is not None:
        libc.mallopt(_ARENA_MAX, 1)


def set_aside() -> None:
    """Leave what is there now out of every later search for what nobody needs, and search less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*OFTEN)


class Frugality:
    """Looks now and then how much this process holds, and hands back what it can."""

    def __init__(self) -> None:
        self._libc, self._last, self._looked = _glibc(), 0, 0.0

    def look(self) -> None:
        """Hand memory back if the process has grown since the last time."""
        now = time.monotonic()
        if now - self._looked < PAUSE:
            return
        self._looked, held = now, _held()
        if held < self._last + GROWN:
            self._last = min(self._last, held) if self._last else held
            return
        gc.collect()
        if self._libc is not None:
            self._libc.malloc_trim(0)
        self._last = _held()


def _held() -> int:
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
