"""Work that one thread does beside another, so that two cores, or a core and a server, are busy at once.

To pack, to unpack and to digest needs no interpreter, which meanwhile serves the other thread.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

AHEAD = 4
"""Pieces that one thread is ahead of the other at most."""


def prefetched(values: Generator[T, None, None]) -> Iterator[T]:
    """The same values, each made while earlier ones are worked on. Raises what making them raises."""
    over = object()
    with ThreadPoolExecutor(1, "ahead") as thread:

        def another() -> Future[T | object]:
            return thread.submit(next, values, over)

        pending = deque(another() for _ in range(AHEAD))
        try:
            while (value := pending.popleft().result()) is not over:
                pending.append(another())
                yield value  # type: ignore[misc] # `over` is no value
        finally:
            thread.submit(values.close)


@contextmanager
def in_background(work: Callable[[T], object]) -> Iterator[Callable[[T], None]]:
    """Within, what is handed over is worked on in its order, beside what goes on. Raises what the work raises."""
    pending: deque[Future[object]] = deque()
    with ThreadPoolExecutor(1, "behind") as thread:

        def hand_over(value: T) -> None:
            if len(pending) >= AHEAD:
                pending.popleft().result()
            pending.append(thread.submit(work, value))

        yield hand_over
        while pending:
            pending.popleft().result()
