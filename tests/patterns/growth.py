"""How much dearer a longer text is, measured so that a busy machine changes nothing."""

from __future__ import annotations

import gc
import signal
import time
from collections.abc import Callable
from math import inf
from types import FrameType

SHORT, LONG = 5_000, 20_000
MOST = 6.0
"""Four times the text may cost this many times the time. What grows with the square costs 16."""

FLOOR = 0.02
"""Seconds below which nobody waits, and a ratio says nothing."""

TRIES = 12
STALLS = 2
"""Tries, of which this many may come to no end."""

STALLED = 1.0
"""Seconds of the processor after which a longer text is given up, unless the shorter was slow too."""

HOPELESS = 2.0
"""Seconds of the processor after which even the shorter text is given up."""


def grows_too_fast(read: Callable[[str], object], short: str, long: str, tries: int = TRIES) -> str:
    """What is wrong with the time that two texts take, or nothing.

    It is the processor's time of this thread, the best of `tries` where the first looks bad. How long
    the longer may take follows from the shorter, so that a slow machine is no fault of what it reads.
    """
    slow, quick = _seconds(read, long, STALLED), inf
    if slow < FLOOR:
        return ""
    for tried in range(tries):
        quick = min(quick, _seconds(read, short, HOPELESS))
        if quick == inf:
            return f"more than {HOPELESS:.0f} s for {len(short)} letters"
        slow = min(slow, _seconds(read, long, max(STALLED, 2 * MOST * quick)))
        if slow < FLOOR or slow <= MOST * quick:
            return ""
        if slow == inf and tried + 1 == STALLS:
            break
    return f"{quick:.3f} s for {len(short)} letters, {slow:.3f} s for {len(long)}"


def _seconds(read: Callable[[str], object], text: str, most: float) -> float:
    """The processor's seconds that reading a text took; infinite where it took more than the most."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise _Stalled

    gc.disable()  # the stop must not fall into a callback, where nobody hears of it
    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, most)
    try:
        begun = time.thread_time()
        read(text)
        return time.thread_time() - begun
    except _Stalled:
        return inf
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
        gc.enable()


class _Stalled(BaseException):
    """Something took so long that there is no need to know how long; nothing tried may catch it."""
