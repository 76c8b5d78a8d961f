"""What is tried with an awkward file: that it is read, holding some words, or refused for a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Made = Callable[[], bytes]


@dataclass(frozen=True)
class Awkward:
    """A file, made when it is asked for, and what has to come of it."""

    file: str
    """Its name, whose ending says how it is read."""
    data: Made
    holds: tuple[str, ...] = ()
    """Words that its text has to hold, in this order."""
    lacks: tuple[str, ...] = ()
    """Words that its text may not hold."""
    refused: str = ""
    """What the refusal has to say, as a pattern. Without this and `holds`, either will do."""
