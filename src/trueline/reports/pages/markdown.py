"""Text as Markdown: what is written is what is read."""

from __future__ import annotations

import re
from collections.abc import Iterable

MADE = "<!-- Made by `make docs`; changes here are lost. -->\n"
_MARKS = re.compile(r"([\\*_<>\[\]|#])")
_CODE = re.compile(r"(`[^`\n]+`)")


def plain(text: str) -> str:
    """Text in which no sign is taken for a mark. What stands in `backticks` stays code."""
    parts = _CODE.split(" ".join(text.split()))
    return "".join(part if n % 2 else _MARKS.sub(r"\\\1", part) for n, part in enumerate(parts))


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    """A table; cells are Markdown already."""
    columns = list(heads)
    lines = [f"| {' | '.join(columns)} |", f"|{'---|' * len(columns)}"]
    return [*lines, *(f"| {' | '.join(row)} |" for row in rows), ""]
