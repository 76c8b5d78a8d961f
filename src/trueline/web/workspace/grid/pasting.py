"""A block copied from a spreadsheet: lines, with tabs between cells."""

from __future__ import annotations

import csv
from collections.abc import Sequence

from trueline.web.workspace.grid.cells import comparable
from trueline.web.workspace.grid.columns import Column

MOST_ROWS = 500
"""So many rows are taken from one block."""


def rows_of(block: str) -> list[list[str]]:
    """The cells of a block; empty lines are left out. A cell in quotes may hold several lines."""
    lines = block.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").split("\n")
    reader = csv.reader((f"{line}\n" for line in lines), delimiter="\t")
    rows = [[cell.strip() for cell in row] for row in reader]
    return [row for row in rows if any(row)]


def headed(
    rows: Sequence[list[str]], visible: Sequence[Column], every: Sequence[Column]
) -> tuple[list[Column], list[list[str]]]:
    """The columns that the cells belong to, and the rows without a first one that names these.

    Without such a row they are those that are shown, in their order.
    """
    if rows:
        by_title = {comparable(column.title): column for column in every}
        headings = [by_title.get(comparable(cell)) for cell in rows[0]]
        if all(headings) and len(set(headings)) == len(headings):
            return [column for column in headings if column], list(rows[1:])
    return list(visible), list(rows)
