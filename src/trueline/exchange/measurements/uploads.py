"""A stranger's table of figures, read in the sandbox."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import PurePath
from typing import Any

from trueline.exchange.measurements.sheets import Row, rows_of
from trueline.sandbox import Reader, read_in_sandbox

MEASUREMENT_ENDINGS = (".xlsx", ".xlsm", ".csv", ".tsv", ".txt")
MARK = "trueline"
"""The hidden sheet of a template: names in its first column, values in its second."""
MOST_MARKS = 10


@dataclass(frozen=True)
class Table:
    """The rows of a file, and what its hidden sheet says it was made for."""

    rows: list[Row]
    made_for: dict[str, str] = field(default_factory=dict)


def read_table(data: bytes, name: str, *, read: Reader = read_in_sandbox) -> Table:
    """Take a file apart in another process. Raises FileProblems."""
    plain = read(f"{__name__}:plain_table", data, name)
    rows = [
        (line, [cell if isinstance(cell, str) else Decimal(cell[0]) for cell in cells])
        for line, cells in plain["rows"]
    ]
    return Table(rows, plain["made_for"])


def plain_table(data: bytes, name: str) -> dict[str, Any]:
    """The reader: rows as plain data, a number in a list of its own. Raises FileProblems."""
    rows = [
        [line, [cell if isinstance(cell, str) else [f"{cell:f}"] for cell in cells]]
        for line, cells in rows_of(data, name)
    ]
    return {"rows": rows, "made_for": _made_for(data, name)}


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
