"""Tables as a workbook: heads that stay in sight, and the notes that have to be read with them below.

Printed, a sheet lies on its side, as wide as the page; a wider one goes on over several, with its heads
and the names of its rows on each.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from trueline.reports.layout.sheets import sheet_of

WIDEST, MIDDLE, NARROWEST = 44, 30, 22
"""Widths in letters: of a column that names rows alone, of several such, and of the others."""
LETTER, HIGHEST = 1.1, 409
"""The width of a letter of a bold text beside the usual one, and the highest row in points."""
A4 = 9
NOTED, ACROSS = 5, 240
"""Columns that a note reaches over, and letters that can be read beside one another on paper."""
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


@dataclass(frozen=True)
class Rows:
    """A sheet. The first cells of each row, `keys` of them, name what it is about; an empty one stays empty."""

    name: str
    head: Sequence[str]
    rows: Iterable[Sequence[object]]
    notes: Sequence[str] = ()
    keys: int = 1


def rows_workbook(*sheets: Rows) -> bytes:
    """A workbook of texts and numbers, a sheet for each table."""
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, OPTIONS) as book:
        looks = _Looks.of_book(book)
        for rows in sheets:
            _write(sheet_of(book, rows.name), rows, looks)
    return stream.getvalue()


@dataclass(frozen=True)
class _Looks:
    """The formats of a workbook."""

    bold: Any
    wrapped: Any
    whole: Any
    broken: Any

    @classmethod
    def of_book(cls, book: Any) -> _Looks:
        """Sums stand with their separators, with a fraction only where they have one, apart from what follows."""
        shared = {"valign": "top"}
        return cls(
            book.add_format({**shared, "text_wrap": True, "bold": True}),
            book.add_format({**shared, "text_wrap": True}),
            book.add_format({**shared, "num_format": "#,##0_ "}),
            book.add_format({**shared, "num_format": "#,##0.00_ "}),
        )

    def of(self, value: object, *, is_key: bool) -> Any:
        if is_key:
            return self.bold
        if isinstance(value, Decimal):
            return self.whole if value == value.to_integral_value() else self.broken
        return self.wrapped


def _write(sheet: Any, rows: Rows, looks: _Looks) -> None:
    key = WIDEST if rows.keys == 1 else MIDDLE
    widths = [key if place < rows.keys else NARROWEST for place in range(len(rows.head))]
    for place, text in enumerate(rows.head):
        sheet.write_string(0, place, text, looks.bold)
    sheet.set_row(0, _height(rows.head, widths))
    number = 0
    for number, row in enumerate(rows.rows, 1):
        sheet.set_row(number, _height(row, widths))
        for place, value in enumerate(row):
            if value not in ("", None):
                sheet.write(number, place, value, looks.of(value, is_key=place < rows.keys))
    across = widths[:NOTED]
    for line, note in enumerate(rows.notes, number + 2):
        if len(across) > 1:
            sheet.merge_range(line, 0, line, len(across) - 1, "", looks.wrapped)
        sheet.write_string(line, 0, note, looks.wrapped)
        sheet.set_row(line, _height([note], [sum(across)]))
    sheet.freeze_panes(1, rows.keys)
    sheet.autofilter(0, 0, max(number, 1), len(widths) - 1)
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(max(1, math.ceil(sum(widths) / ACROSS)), 0)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0, rows.keys - 1)


def _height(row: Sequence[object], widths: Sequence[int]) -> float:
    """The height in points of a row, as far as spreadsheets allow; not all of them measure texts."""
    lines = max(
        sum(max(1, math.ceil(len(line) * LETTER / width)) for line in str(value).split("\n"))
        for value, width in zip(row or [""], widths, strict=False)
    )
    return min(HIGHEST, 3 + 14 * lines)
