"""A stranger's table of figures, read in the sandbox."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice
from pathlib import PurePath
from typing import Any

from trueline.exchange.measurements.sheets import Cell, SheetRow, rows_of, titles_of
from trueline.files import FileProblems, Problem
from trueline.limits import FILE_CELLS, FILE_ROWS, OverLimit
from trueline.sandbox import Reader, read_in_sandbox

MEASUREMENT_ENDINGS = (".xlsx", ".xlsm", ".csv", ".tsv", ".txt")
MARK = "trueline"
"""The hidden sheet of a template: names in its first column, values in its second."""
MOST_MARKS = 10
MOST_SHEETS = 12


@dataclass(frozen=True)
class Table:
    """The rows of a file, and what its hidden sheet says it was made for."""

    rows: list[SheetRow]
    made_for: dict[str, str] = field(default_factory=dict)


def read_table(data: bytes, name: str, *, read: Reader = read_in_sandbox) -> Table:
    """Take a file apart in another process. Raises FileProblems."""
    plain = read(f"{__name__}:plain_table", data, name)
    return Table([(line, _from_plain(cells)) for line, cells in plain["rows"]], plain["made_for"])


def _from_plain(cells: list[Any]) -> list[Cell]:
    return [cell if isinstance(cell, str) else Decimal(cell[0]) for cell in cells]


def _as_plain(cells: list[Cell]) -> list[Any]:
    return [cell if isinstance(cell, str) else [f"{cell:f}"] for cell in cells]


def plain_table(data: bytes, name: str) -> dict[str, Any]:
    """The reader: rows as plain data, a number in a list of its own. Raises FileProblems."""
    rows = [[line, _as_plain(cells)] for line, cells in rows_of(data, name)]
    return {"rows": rows, "made_for": _made_for(data, name)}


@dataclass(frozen=True)
class Sheets:
    """The rows of each sheet of a file by its title, and what its hidden sheet says it was made for."""

    rows: dict[str, list[SheetRow]]
    made_for: dict[str, str] = field(default_factory=dict)


def read_sheets(data: bytes, name: str, *, read: Reader = read_in_sandbox) -> Sheets:
    """Take every sheet of a file apart in another process. Raises FileProblems."""
    plain = read(f"{__name__}:plain_sheets", data, name)
    return Sheets(sheets_from(plain["sheets"]), plain["made_for"])


def sheets_from(plain: list[Any]) -> dict[str, list[SheetRow]]:
    """Rows by sheet, of plain data."""
    return {title: [(line, _from_plain(cells)) for line, cells in rows] for title, rows in plain}


def sheets_as_data(sheets: dict[str, list[SheetRow]]) -> list[Any]:
    """The same as plain data: a number in a list of its own."""
    return [
        [title, [[line, _as_plain(cells)] for line, cells in rows]]
        for title, rows in sheets.items()
    ]


def plain_sheets(data: bytes, name: str) -> dict[str, Any]:
    """The reader of every sheet that can be seen and says something. Raises FileProblems."""
    sheets: dict[str, list[SheetRow]] = {}
    cells = 0
    for title in titles_of(data, name)[:MOST_SHEETS]:
        rows = list(islice(rows_of(data, name, title or None), FILE_ROWS.most + 1))
        cells += sum(1 for _line, row in rows for cell in row if cell != "")
        _refuse_too_much(len(rows), cells, name)
        if rows:
            sheets[title] = rows
    return {"sheets": sheets_as_data(sheets), "made_for": _made_for(data, name)}


def _refuse_too_much(rows: int, cells: int, name: str) -> None:
    try:
        FILE_ROWS.check(rows)
        FILE_CELLS.check(cells)
    except OverLimit as refused:
        raise FileProblems([Problem(name, str(refused))]) from refused


def _made_for(data: bytes, name: str) -> dict[str, str]:
    if PurePath(name).suffix.lower() not in (".xlsx", ".xlsm"):
        return {}
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        if MARK not in book.sheetnames:
            return {}
        rows = book[MARK].iter_rows(max_row=MOST_MARKS, max_col=2, values_only=True)
        return {str(key): str(value) for key, value in rows if key is not None}
    finally:
        book.close()
