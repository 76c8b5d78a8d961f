"""A table as it stands in a file: cells of text, and where they are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Grid:
    """One table or sheet. `place` names it for a person, such as "sheet Logframe" or "table 2".

    `rows` are rectangular; a cell that was merged over others repeats its text in the first alone.
    `first` is the number of the first row, as the file's own program counts.
    """

    place: str
    rows: tuple[tuple[str, ...], ...]
    first: int = 1
