"""A table as it stands in a file: its filled cells, and where they are.

Only cells that say something are kept, so a sheet that is formatted down to its last row costs no
more than what is written in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from trueline.files import FileProblems, Problem
from trueline.language import gettext
from trueline.language import number as formatted_number
from trueline.limits import FILE_CELLS

MOST_CELLS, LONGEST_CELL, LONGEST_TEXT = FILE_CELLS.most, 20_000, 4_000_000
"""A file with more filled cells than this is no logframe; nor is one with so many letters."""

GridKind = Literal["sheet", "table", "text"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text. It may reach over several rows and columns, which then hold no cell.

    `indent` counts steps from the margin, `note` is what somebody wrote at the cell.
    """

    text: str
    rows: int = 1
    columns: int = 1
    indent: int = 0
    note: str = ""


Rows = Mapping[int, Mapping[int, Cell]]


@dataclass(frozen=True)
class Grid:
    """One sheet, one table, or the text between tables (`text`: one column, a row a paragraph).

    `place` names it for a person, such as "sheet Logframe" or "table 2"; rows are numbered as the
    file's own program does, columns from 0.
    """

    place: str
    rows: Rows
    kind: GridKind = "sheet"
    hidden: bool = False
    within: str = field(default="", compare=False)

    def address(self, row: int, column: int) -> str:
        """The address of a cell, as a person finds it: “Logframe!D5”, or “table 2, row 3, cell 4”."""
        if self.kind == "sheet":
            return f"{self.place}!{column_letters(column)}{row}"
        if self.kind == "text":
            return f"{self.place}, {row}"
        return f"{self.place}, row {row}, cell {column + 1}"

    def cells(self) -> Iterable[tuple[int, int, Cell]]:
        """Every filled cell with its row and column, in reading order."""
        for number, row in self.rows.items():
            for column, cell in row.items():
                yield number, column, cell


@cache
def column_letters(column: int) -> str:
    """A column's letters, as spreadsheets name them: 0 is A, 26 is AA."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


class GridBuilder:
    """Collects the cells of a file, and refuses what is larger than any logframe."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.cells = self.letters = 0
        self.grids: list[Grid] = []

    def grid(
        self,
        place: str,
        filled: Iterable[tuple[int, int, Cell]],
        kind: GridKind = "sheet",
        *,
        hidden: bool = False,
    ) -> Grid:
        """Add a grid of the cells that say something. Raises FileProblems."""
        rows: dict[int, dict[int, Cell]] = {}
        for row, column, cell in filled:
            if not cell.text and not cell.note:
                continue
            self.cells += 1
            self.letters += len(cell.text)
            if self.cells > MOST_CELLS or self.letters > LONGEST_TEXT:
                raise too_much(self.name)
            rows.setdefault(row, {})[column] = cell
        ordered = {row: dict(sorted(rows[row].items())) for row in sorted(rows)}
        grid = Grid(place, ordered, kind, hidden)
        if ordered:
            self.grids.append(grid)
        return grid


def too_much(name: str) -> FileProblems:
    """The message for a file with more in it than a logframe can hold."""
    return FileProblems(
        [
            Problem(
                name,
                gettext(
                    "It holds more than {number} filled cells.", number=formatted_number(MOST_CELLS)
                ),
                hint=gettext("Save the logframe alone in a new file, and try that."),
            )
        ]
    )


def plain_grids(grids: Iterable[Grid]) -> list[dict[str, Any]]:
    """Grids as data that JSON can hold."""
    return [
        {
            "place": grid.place,
            "kind": grid.kind,
            "hidden": grid.hidden,
            "cells": [
                [row, column, cell.text, cell.rows, cell.columns, cell.indent, cell.note]
                for row, column, cell in grid.cells()
            ],
        }
        for grid in grids
    ]


def grids_from_plain(data: Iterable[Mapping[str, Any]]) -> tuple[Grid, ...]:
    """Grids from the data that `plain_grids` makes of them."""
    grids = []
    for one in data:
        rows: dict[int, dict[int, Cell]] = {}
        for row, column, *written in one["cells"]:
            rows.setdefault(row, {})[column] = Cell(*written)
        grids.append(Grid(one["place"], rows, one["kind"], one["hidden"]))
    return tuple(grids)
