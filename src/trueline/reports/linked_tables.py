"""Tables whose entries stand for lines of a document: pages lead there, files say the same in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from trueline.document import Element, element_address
from trueline.reports.layout.blocks import Block, Prose
from trueline.reports.layout.blocks import Table as Printed
from trueline.reports.layout.rows_workbook import Rows


@dataclass(frozen=True)
class Entry:
    """A text in a cell, and the address of the element that it links to.

    For a sum, `amount` is the number itself, which workbooks can compute with; None if unknown.
    """

    text: str
    address: str = ""
    is_sum: bool = False
    amount: Decimal | None = None


Cell = tuple[Entry, ...]


@dataclass(frozen=True)
class Table:
    """A table with its heading. The first cells of a row, `keys` of them, head it; `note` has to be read with it."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    keys: int = 1


def entries(holder: str, elements: Iterable[Element]) -> Cell:
    """Elements of a list by name, each leading to its line."""
    return tuple(Entry(each.name, element_address("", holder, each)) for each in elements)


def in_words(cell: Cell) -> str:
    """A cell as text, an entry a line."""
    return "\n".join(entry.text for entry in cell)


def sheet(table: Table, title: str) -> Rows:
    """A table as a sheet of a workbook, with what it is of below it."""
    rows = [[_value(cell) for cell in row] for row in table.rows]
    return Rows(table.title, table.head, rows, [title, *filter(None, [table.note])], table.keys)


def _value(cell: Cell) -> str | Decimal:
    amounts = [entry.amount for entry in cell if entry.amount is not None]
    return amounts[0] if amounts else in_words(cell)


def table_blocks(table: Table, shares: Sequence[float]) -> Iterator[Block]:
    """A table and its note as blocks."""
    rows = tuple(tuple(map(in_words, row)) for row in table.rows)
    yield Printed(table.head, rows, tuple(shares), keys=table.keys)
    if table.note:
        yield Prose(table.note, "small")
