"""Long walks, whole or by a fixed sample of their steps.

`make test` takes one step in five of the walks that cost most, the same ones each time, and so ends
within eight minutes on two cores, on both databases. `make test WHOLE=1`, which CI runs, takes every step, and so does
`pytest` by hand.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import TypeVar
from zlib import crc32

T = TypeVar("T")

IN = int(os.environ.get("TRUELINE_TEST_SAMPLE", "1"))
"""One step in so many is taken."""


def is_taken(name: str, *, rarer: int = 1) -> bool:
    """Whether the step of this name belongs to the sample; others that come or go change nothing.

    Of the dearest walks a sample may take steps `rarer` times as seldom.
    """
    return IN == 1 or crc32(name.encode("utf-8", "surrogatepass")) % (IN * rarer) == 0


def sample(
    steps: Iterable[T], *, name: Callable[[T], object] = str, at_least: int = 1, rarer: int = 1
) -> list[T]:
    """The steps whose name is taken, or the first ones where these would be too few."""
    every = list(steps)
    taken = [step for step in every if is_taken(str(name(step)), rarer=rarer)]
    return taken if len(taken) >= at_least else every[:at_least]
