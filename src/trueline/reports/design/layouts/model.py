"""A logframe in a donor's layout: tables of cells, which workbook and Word file both render."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Look = Literal["plain", "bold", "head", "section", "label", "faint"]


@dataclass(frozen=True)
class Cell:
    """A cell. A number is written as one where the program has numbers; `text` says it in words.

    `formula`, with `{row}` for the row's number, is what makes the number, which may be None: empty.
    `pattern` is how programs show it, where not as it is.
    """

    text: str = ""
    look: Look = "plain"
    columns: int = 1
    rows: int = 1
    number: Decimal | None = None
    unit: str = ""
    formula: str = ""
    pattern: str = ""


Line = tuple[Cell | None, ...]
"""A row; None stands where a cell from the left or above reaches to."""


@dataclass(frozen=True)
class Table:
    """A table under a name, with the widths of its columns in letters."""

    name: str
    widths: tuple[float, ...]
    lines: tuple[Line, ...]
    heads: int = 1
    """So many lines at its top are repeated on every page."""


@dataclass(frozen=True)
class Laid:
    """A design in a layout: what stands above, and the tables."""

    title: str
    facts: tuple[tuple[str, str], ...] = ()
    tables: tuple[Table, ...] = field(default_factory=tuple)


def heads(*texts: str) -> Line:
    """A row of headings."""
    return tuple(Cell(text, "head") for text in texts)


def across(text: str, columns: int, look: Look = "section") -> Line:
    """One cell over a whole row."""
    return (Cell(text, look, columns), *(None for _ in range(columns - 1)))


def line(*cells: Cell | str) -> Line:
    """A row of cells; a text is a plain one."""
    return tuple(Cell(cell) if isinstance(cell, str) else cell for cell in cells)


def is_heading(line: Line) -> bool:
    """Whether a line holds nothing but headings: it belongs to those below it."""
    return any(cell and cell.text for cell in line) and all(
        cell is None or cell.look in ("head", "section") or not cell.text for cell in line
    )
