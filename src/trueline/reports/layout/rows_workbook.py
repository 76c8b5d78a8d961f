"""A table as a workbook: heads that stay in sight, and the notes that have to be read with it below."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from trueline.reports.layout.sheets import sheet_of

WIDEST, NARROWEST = 44, 12
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def rows_workbook(
    name: str, head: Sequence[str], rows: Iterable[Sequence[object]], notes: Sequence[str] = ()
) -> bytes:
    """Rows of texts and numbers under a head. The first column names what each row is about."""
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, OPTIONS) as book:
        sheet = sheet_of(book, name[:31])
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        sheet.write_row(0, 0, head, bold)
        number = 0
        for number, row in enumerate(rows, 1):
            sheet.write(number, 0, row[0], bold)
            for place, value in enumerate(row[1:], 1):
                sheet.write(number, place, value, wrapped)
        for place, note in enumerate(notes):
            sheet.write_string(number + 2 + place, 0, note)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, max(number, 1), len(head) - 1)
        sheet.set_column(0, 0, WIDEST)
        sheet.set_column(1, max(len(head) - 1, 1), max(NARROWEST, WIDEST // 2))
    return stream.getvalue()
