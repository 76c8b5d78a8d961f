"""Tables for spreadsheets in which no text starts a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from django.http import HttpResponse

from trueline.files.formulas import FORMULA_STARTS


def text_cell(value: object) -> str:
    """A value as text. Where a spreadsheet would take it for a formula, an apostrophe stands first."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as CSV, with the mark by which spreadsheets know that it is UTF-8."""
    stream = io.StringIO()
    stream.write("\ufeff")
    writer = csv.writer(stream)
    writer.writerow(columns)
    writer.writerows([text_cell(value) for value in row] for row in rows)
    return stream.getvalue()


def csv_response(
    name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]
) -> HttpResponse:
    """A table to keep as a file."""
    response = HttpResponse(csv_text(columns, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
