"""The sheets of a workbook as grids, each cell as Excel shows it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from trueline.exchange.logframe.grid import CELL, COLUMNS, ROWS, Grid


def grids_in_workbook(data: bytes) -> Iterator[Grid]:
    """The sheets that can be seen. A hidden one is a draft, or a list behind a menu."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                rows = sheet.iter_rows(max_row=ROWS, max_col=COLUMNS)
                yield Grid(f"sheet {sheet.title}", tuple(tuple(map(_shown, row)) for row in rows))
    finally:
        book.close()


def _shown(cell: Any) -> str:
    return (
        _in_words(cell.value, cell.number_format).strip()[:CELL] if cell.value is not None else ""
    )


def _in_words(value: Any, style: str) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime) and value.time() != time():
        return f"{_day(value)}, {value:%H:%M}"
    if isinstance(value, date):
        return _day(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, int | float):
        return f"{_number(value * 100)}%" if style.rstrip().endswith("%") else _number(value)
    return str(value)


def _day(value: date) -> str:
    return f"{value.day} {value:%B} {value.year}"


def _number(value: float) -> str:
    """Without the digits that a computer's way of counting leaves behind, as in 0.30000000000004."""
    return f"{Decimal(f'{value:.12g}'):f}"
