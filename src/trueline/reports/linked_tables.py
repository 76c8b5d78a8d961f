"""Tables whose entries stand for lines of a document: pages lead there, files say the same in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trueline.document import Element, element_address
from trueline.reports.layout.rows_workbook import Rows


@dataclass(frozen=True)
class Entry:
    """A text in a cell, the address of the line that it stands for, and whether it is a sum."""

    text: str
    address: str = ""
    is_sum: bool = False


Cell = tuple[Entry, ...]


@dataclass(frozen=True)
class Table:
    """A table with its heading. The first cell of a row heads it; `note` is what has to be read with it."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


def named(holder: str, elements: Iterable[Element]) -> Cell:
    """Elements of a list by name, each leading to its line."""
    return tuple(Entry(each.name, element_address("", holder, each)) for each in elements)


def in_words(cell: Cell) -> str:
    """A cell as text, an entry a line."""
    return "\n".join(entry.text for entry in cell)


def sheet(table: Table, title: str) -> Rows:
    """A table as a sheet of a workbook, with what it is of below it."""
    rows = [[in_words(cell) for cell in row] for row in table.rows]
    return Rows(table.title, table.head, rows, [title, *filter(None, [table.note])])
