"""Tables as a workbook: heads that stay in sight, and the notes that have to be read with them below."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from trueline.reports.layout.sheets import sheet_of

WIDEST, NARROWEST = 44, 22
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


@dataclass(frozen=True)
class Rows:
    """A sheet. The first cell of each row names what it is about; an empty one stays empty."""

    name: str
    head: Sequence[str]
    rows: Iterable[Sequence[object]]
    notes: Sequence[str] = ()


def rows_workbook(*sheets: Rows) -> bytes:
    """A workbook of texts and numbers, a sheet for each table."""
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, OPTIONS) as book:
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        for rows in sheets:
            _write(sheet_of(book, rows.name), rows, wrapped, bold)
    return stream.getvalue()


def _write(sheet: Any, rows: Rows, wrapped: Any, bold: Any) -> None:
    sheet.write_row(0, 0, rows.head, bold)
    number = 0
    for number, row in enumerate(rows.rows, 1):
        for place, value in enumerate(row):
            if value not in ("", None):
                sheet.write(number, place, value, wrapped if place else bold)
    for place, note in enumerate(rows.notes):
        sheet.write_string(number + 2 + place, 0, note)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(number, 1), len(rows.head) - 1)
    sheet.set_column(0, 0, WIDEST)
    sheet.set_column(1, max(len(rows.head) - 1, 1), NARROWEST)
