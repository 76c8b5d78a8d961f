"""The page of limits, for docs/generated."""

from __future__ import annotations

from collections.abc import Iterator

from trueline.language import number
from trueline.limits import every


def limits_page() -> str:
    """A table of every limit and what helps beyond it."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Limits"
    yield "How much of everything Trueline takes. They lie well above what real programmes hold, so that"
    yield "one large file does not hold everybody up. Beyond one, nothing is saved, and what was typed is"
    yield "shown to be copied. What is over a limit already opens, reads and exports, and can only shrink."
    yield ""
    yield "| what | at most | beyond it |"
    yield "|---|---:|---|"
    for limit in every().values():
        yield f"| {limit.what} | {number(limit.most)} | {limit.instead} |"
    yield ""
    yield "They stand in `src/trueline/limits.py` alone."
