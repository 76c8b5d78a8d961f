"""The rows of a table in a CSV file or workbook, as text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import PurePath

from trueline.files import FileProblems, Problem, decoded
from trueline.language import gettext, number

Cell = str | Decimal
"""The content of a cell: text as it was typed, or a number that a workbook keeps as one."""

SheetRow = tuple[int, list[Cell]]
"""A row that says something, with its line in the file counted from 1."""

LARGEST = 20_000_000
"""The largest file that is read, in bytes."""
ROWS = 200_000


def rows_of(data: bytes, name: str, sheet: str | None = None) -> Iterator[SheetRow]:
    """Each row that says something. Raises FileProblems."""
    if len(data) > LARGEST:
        raise _refused(
            name,
            gettext("The file is larger than {count} MB.", count=LARGEST // 1_000_000),
            gettext("Split it by year or place."),
        )
    ending = PurePath(name).suffix.lower()
    if ending in (".csv", ".tsv", ".txt"):
        rows = _csv(data, name)
    elif ending in (".xlsx", ".xlsm"):
        rows = _workbook(data, name, sheet)
    else:
        raise _refused(
            name,
            gettext("Measurements are read from .csv and .xlsx files."),
            gettext("Save the table as one of them."),
        )
    for line, row in rows:
        if line > ROWS:
            raise _refused(
                name,
                gettext("The table has more than {count} rows.", count=number(ROWS)),
                gettext("Split it by year or place."),
            )
        if any(cell != "" for cell in row):
            yield line, row


def _csv(data: bytes, name: str) -> Iterator[tuple[int, list[Cell]]]:
    text = decoded(data, name)
    first = next((line for line in text.splitlines() if line.strip()), "")
    sign = max("\t;,", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    try:
        for row in reader:
            yield reader.line_num, [cell.strip() for cell in row]
    except csv.Error as error:
        problem = Problem(
            name,
            gettext("The row can't be read: a quotation mark is opened and not closed."),
            reader.line_num,
        )
        raise FileProblems([problem]) from error


def titles_of(data: bytes, name: str) -> list[str]:
    """The sheets of a workbook that can be seen; of another file the one table that it is."""
    if PurePath(name).suffix.lower() not in (".xlsx", ".xlsm"):
        return [""]
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    except Exception as error:
        raise _cant_open(name) from error
    try:
        return [each.title for each in book.worksheets if each.sheet_state == "visible"]
    finally:
        book.close()


def _workbook(data: bytes, name: str, sheet: str | None) -> Iterator[tuple[int, list[Cell]]]:
    """A sheet, with what formulas came to: the first that can be seen unless another is named."""
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        formulas = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    except Exception as error:
        raise _cant_open(name) from error
    try:
        titles = [each.title for each in book.worksheets if each.sheet_state == "visible"]
        chosen = titles[0] if sheet is None else sheet
        both = (
            each[chosen].iter_rows(max_row=ROWS + 1, max_col=60, values_only=True)
            for each in (book, formulas)
        )
        for line, (row, written) in enumerate(zip(*both, strict=False), 1):
            yield line, [_cell(*pair) for pair in zip(row, written, strict=False)]
    finally:
        book.close()
        formulas.close()


def _cell(value: object, written: object) -> Cell:
    """A cell by its value. A formula that nothing has computed yet stands there as it is written."""
    if value is None:
        return str(written) if isinstance(written, str) and written.startswith("=") else ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Decimal(f"{value:.12g}")  # without the digits that binary fractions leave behind
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    return str(value).strip()


def _cant_open(name: str) -> FileProblems:
    return _refused(
        name,
        gettext("It can't be opened: it is damaged, protected, or of another kind."),
        gettext("Save it anew as .xlsx without a password."),
    )


def _refused(name: str, message: str, hint: str) -> FileProblems:
    return FileProblems([Problem(name, message, hint=hint)])
