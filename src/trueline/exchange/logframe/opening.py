"""Opening a workbook or Word document, with limits that a hostile file can't pass."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from trueline.exchange.logframe.grid import Grid
from trueline.exchange.logframe.table import LogframeTable, logframe_in
from trueline.files import FileProblems, Problem

LARGEST = 5_000_000
UNPACKED = 60_000_000
ENTRIES = 2_000
ROWS, COLUMNS, CELL = 2_000, 30, 20_000
"""More rows or columns than these hold no logframe; a longer cell is cut."""


def read_logframe(data: bytes, name: str) -> LogframeTable:
    """The first logframe in a .xlsx or .docx file. Raises FileProblems."""
    ending = PurePath(name).suffix.lower()
    if ending not in (".xlsx", ".docx"):
        raise _refused(
            name, f"The file ends in {ending or 'nothing'}.",
            "Save it from Excel as .xlsx or from Word as .docx, and upload that.",
        )  # fmt: skip
    _check_archive(data, name)
    try:
        grids = tuple(_sheets(data) if ending == ".xlsx" else _tables(data))
    except Exception as error:
        raise _refused(
            name, "It can't be opened: it is damaged, protected, or of another kind than its name says.",
            "Open it yourself, save it anew without a password, and upload that.",
        ) from error  # fmt: skip
    found = logframe_in(grids)
    if found is None:
        raise _refused(
            name, "No logframe was found in it.",
            "It should have a table with a row of headings such as objective, indicators, means of"
            " verification, assumptions.",
        )  # fmt: skip
    return found


def _refused(name: str, message: str, hint: str) -> FileProblems:
    return FileProblems([Problem(name, message, hint=hint)])


def _check_archive(data: bytes, name: str) -> None:
    """Refuse what is too large, packed or not, and what is no such file at all."""
    if not data:
        raise _refused(name, "The file is empty.", "Choose another.")
    if len(data) > LARGEST:
        raise _refused(name, f"The file is larger than {LARGEST // 1_000_000} MB.",
                       "Save the logframe alone, without pictures.")  # fmt: skip
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise _refused(
            name, "It is no Excel or Word file of the present kind, or it has a password.",
            "Save it as .xlsx or .docx without a password.",
        ) from error  # fmt: skip
    if len(entries) > ENTRIES or sum(entry.file_size for entry in entries) > UNPACKED:
        raise _refused(name, "Unpacked, the file is far larger than a logframe.",
                       "Save the logframe alone, without pictures.")  # fmt: skip


def _sheets(data: bytes) -> Iterator[Grid]:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        for sheet in book.worksheets:
            rows = sheet.iter_rows(max_row=ROWS, max_col=COLUMNS, values_only=True)
            yield Grid(
                f"sheet {sheet.title}", tuple(tuple(_text(value) for value in row) for row in rows)
            )
    finally:
        book.close()


def _tables(data: bytes) -> Iterator[Grid]:
    import docx

    document = docx.Document(io.BytesIO(data))
    for number, table in enumerate(document.tables, 1):
        yield Grid(f"table {number}", tuple(_cells(row) for row in table.rows[:ROWS]))


def _cells(row: Any) -> tuple[str, ...]:
    """The texts of a row; a cell that spans several columns is written in the first alone."""
    texts: list[str] = []
    before = None
    for cell in row.cells[:COLUMNS]:
        texts.append("" if cell._tc is before else _text(cell.text))
        before = cell._tc
    return tuple(texts)


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip()[:CELL]
