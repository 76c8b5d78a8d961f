"""The table of documents as a file: every row that was asked for, not the page alone."""

from __future__ import annotations

import io
from collections.abc import Iterable

import xlsxwriter
from django.utils import timezone
from django.utils.translation import gettext

from trueline.reports.layout.sheets import sheet_of
from trueline.web.documents.portfolio.table import TITLES, DocumentRow, Portfolio

DAY_FORMAT = {"num_format": "yyyy-mm-dd"}
WIDTHS = (44, 12, 24, 22, 12, 24, 20, 12, 12, 14, 10, 12, 20)


def columns() -> list[str]:
    """The heads of the columns."""
    return [*(str(title) for title in TITLES.values()), gettext("Changed by")]


def lines(portfolio: Portfolio) -> Iterable[list[object]]:
    """The rows as values; what is not known is None."""
    return (_line(row) for row in portfolio.rows())


def _line(row: DocumentRow) -> list[object]:
    record, entry = row.record, row.entry
    counts = [entry.errors, entry.warnings, entry.open_questions] if entry else [None] * 3
    return [
        record.label,
        gettext(row.kind.labels.singular),
        str(record.organisation),
        row.places,
        row.phase,
        entry.lead if entry else "",
        str(record.owner or ""),
        record.get_state_display(),
        *counts,
        timezone.localtime(record.changed).date(),
        str((entry and entry.changed_by) or ""),
    ]


def workbook(portfolio: Portfolio) -> bytes:
    """The table as a workbook, to filter and sort."""
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(stream, options) as book:
        sheet = sheet_of(book, gettext("Portfolio")[:31])
        day = book.add_format(DAY_FORMAT)
        sheet.write_row(0, 0, columns(), book.add_format({"bold": True, "text_wrap": True}))
        number = 0
        for number, line in enumerate(lines(portfolio), 1):
            for place, value in enumerate(line):
                if hasattr(value, "isoformat"):
                    sheet.write_datetime(number, place, value, day)
                else:
                    sheet.write(number, place, value)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, max(number, 1), len(columns()) - 1)
        for place, width in enumerate(WIDTHS):
            sheet.set_column(place, place, width)
    return stream.getvalue()
