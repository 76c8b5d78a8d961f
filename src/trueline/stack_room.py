"""Room on the stack for deep calls, taken at once.

CPython keeps the frames of a thread in blocks of 16 KB. A page lays 150 calls over one another, and
where the edge of a block falls into a loop, each call there asks the system for memory and gives it
back: pages took up to twice as long, one more than another by chance. A frame that wants much makes
CPython begin a block in which all below it have their place. What is not used of it is never touched,
and so takes no memory.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

SLOTS = 40_000
"""So many values a frame seems to want: the block has 512 KB then, of which a third stays for others."""


def with_room(function: Callable[P, R]) -> Callable[P, R]:
    """The function, with room for all that it calls."""

    def called(*values: P.args, **options: P.kwargs) -> R:
        return function(*values, **options)

    called.__code__ = called.__code__.replace(co_stacksize=SLOTS)
    return called
