"""Processes that look at the documents of a large backup, beside the one that reads its rows."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from typing import Generic, TypeVar

from trueline.language import get_language, override

T = TypeVar("T")
R = TypeVar("R")

MOST = 3
"""Processes that are begun at most; the one that reads rows keeps no more of them busy."""
MANY = 2_000
"""Values from which on it is worth the second that they take to begin."""
AT_A_TIME = 50
"""Values that are sent together."""


class ProcessPool(Generic[T, R]):
    """Applies a function to values in bundles, and gives what came of them in the order of the values.

    The function has to be found by its name, and to be the same in any process. With one core, or of few
    values, everything is done here.
    """

    def __init__(self, work: Callable[[Sequence[T]], list[R]], *, values: int) -> None:
        self._work, self._waiting = work, list[T]()
        self._sent: deque[tuple[list[T], Future[list[R]]]] = deque()
        self._done = list[R]()
        count = min(MOST, _cores() - 1) if values >= MANY else 0
        self._most = 2 * count
        self._pool = (
            ProcessPoolExecutor(
                count, multiprocessing.get_context("spawn"), _begin, (get_language(),)
            )
            if count
            else None
        )

    def add(self, value: T) -> None:
        """Have a value worked on. Waits where too many are on their way."""
        self._waiting.append(value)
        if len(self._waiting) >= AT_A_TIME:
            self._send()

    def results(self) -> list[R]:
        """The results for all values. Ends the processes."""
        self._send()
        while self._sent:
            self._take()
        self.close()
        return self._done

    def close(self) -> None:
        """End the processes, whatever they are at."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def _send(self) -> None:
        bundle, self._waiting = self._waiting, []
        if self._pool is None:
            self._done += self._work(bundle)
            return
        if len(self._sent) > self._most:
            self._take()
        try:
            self._sent.append((bundle, self._pool.submit(self._work, bundle)))
        except BrokenExecutor:
            self._done += self._in_turn(bundle)

    def _in_turn(self, bundle: list[T]) -> list[R]:
        """Does what the processes left here, after what they were sent before."""
        while self._sent:
            self._take()
        return self._work(bundle)

    def _take(self) -> None:
        bundle, sent = self._sent.popleft()
        try:
            self._done += sent.result()
        except BrokenExecutor:  # one was ended, as for want of memory
            self._done += self._work(bundle)


def _begin(language: str) -> None:
    """Get ready. The first process alone heeds signals, and the others end with it."""
    import trueline.kinds  # noqa: F401

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_first, daemon=True).start()
    override(language).__enter__()


def _end_with_the_first() -> None:
    """End when the process that began this one does, even where it was killed."""
    if first := multiprocessing.parent_process():
        first.join()
        os._exit(1)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
