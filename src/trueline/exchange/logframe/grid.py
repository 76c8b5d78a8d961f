"""A table as it stands in a file: cells of text, and where they are."""

from __future__ import annotations

from dataclasses import dataclass

ROWS, COLUMNS, CELL = 2_000, 30, 20_000
"""More rows or columns than these hold no logframe; a longer cell is cut."""


@dataclass(frozen=True)
class Grid:
    """One table or sheet. `place` names it for a person, such as "sheet Logframe" or "table 2".

    A cell that was merged over others has its text in the first alone. `first` is the number of
    the first row, as the file's own program counts.
    """

    place: str
    rows: tuple[tuple[str, ...], ...]
    first: int = 1
