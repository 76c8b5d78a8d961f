"""Cells that hold a heading and what it heads: “Activities that lead to Output 1.1”, “Means … Cost …”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trueline.exchange.logframe.columns import is_strict
from trueline.exchange.logframe.headings import column_named, level_named, plain, words
from trueline.exchange.logframe.items import Coded, coded, lines_of


@dataclass(frozen=True)
class Activities:
    """A cell that lists activities, and the number of the output that they lead to if it is named."""

    under: str
    listed: tuple[Coded, ...]


_NUMBER = re.compile(r"\d+(?:\.\d+)*")
INSIDE = frozenset(("activity", "means", "cost", "assumptions", "risks", "comment"))


def activities_in(text: str) -> Activities | None:
    """The activities of a cell whose first line says that it lists them; None of another cell."""
    head, rest = _head(text)
    level = level_named(head)
    if not rest or not _names_activities(head) or (level and level[1]):
        return None
    numbers = _NUMBER.findall(head)
    listed = tuple(coded(line) for line in lines_of(rest))
    return Activities(numbers[-1] if numbers else "", listed)


def _head(text: str) -> tuple[str, str]:
    line, _, rest = text.partition("\n")
    if not rest.strip() and ":" in line:
        line, _, rest = text.partition(":")
    return line.strip(), rest.strip()


def _names_activities(head: str) -> bool:
    head_words = plain(head).split()
    levels = words().levels
    if len(head_words) > 25 or not head_words:
        return False
    is_question = head.rstrip().endswith("?")
    near = head_words if is_question else head_words[:2]
    names_activity = any(levels.get(word) == "activity" and word != "inputs" for word in near)
    return names_activity and (
        is_question or len(head_words) > 1 or head.endswith(":") or len(head_words) == 1
    )


def segments(text: str) -> Iterator[tuple[str, str, str]]:
    """The parts of a cell that holds headings: the column each would be, its heading, its text.

    A cell without headings has none; what stands above the first heading belongs to no part.
    """
    role = heading = ""
    lines: list[str] = []
    for line in text.splitlines():
        column = column_named(line) if is_strict(line) else None
        if _names_activities(line) and (
            line.rstrip().endswith("?") or len(plain(line).split()) < 4
        ):
            column = "activity"
        if column in INSIDE:
            if role and lines:
                yield role, heading, "\n".join(lines)
            role, heading, lines = column, line.strip(), []
        elif line.strip() and role:
            lines.append(line)
    if role and lines:
        yield role, heading, "\n".join(lines)
