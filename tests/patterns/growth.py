"""How much dearer a longer text is, measured so that a busy machine changes nothing."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from types import FrameType

SHORT, LONG = 5_000, 20_000
MOST = 6.0
"""Four times the text may cost this many times the time. What grows with the square costs 16."""

FLOOR = 0.02
"""Seconds below which nobody waits, and a ratio says nothing."""

TRIES = 5
STALLED = 1.0
"""Seconds of the processor, whatever else the machine does, after which nothing is waited for."""


class Stalled(Exception):
    """Something took so long that there is no need to know how long."""


def grows_too_fast(read: Callable[[str], object], short: str, long: str) -> str:
    """What is wrong with the time that two texts take, or nothing.

    It is the processor's time of this thread, the best of several where the first looks bad.
    """
    try:
        slow, quick = _seconds(read, long), 0.0
        for _ in range(TRIES):
            if slow < FLOOR or slow <= MOST * quick:
                return ""
            quick = min(quick or STALLED, _seconds(read, short))
            slow = min(slow, _seconds(read, long))
    except Stalled:
        return f"more than {STALLED:.0f} s"
    return f"{quick:.3f} s for {len(short)} letters, {slow:.3f} s for {len(long)}"


def _seconds(read: Callable[[str], object], text: str) -> float:
    def stop(number: int, frame: FrameType | None) -> None:
        raise Stalled

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, STALLED)
    try:
        begun = time.thread_time()
        read(text)
        return time.thread_time() - begun
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
