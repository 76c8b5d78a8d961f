"""A workbook to fill in the figures of one period, to be read back by `exchange.measurements`.

Headings are ids that the reader knows, whatever language it is filled in. Only what is to be filled
in can be changed; what was entered so far stands there already. A hidden sheet says for which
programme and period it was made.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

MARK = "trueline"
WIDTHS = {"indicator": 18, "statement": 48, "period": 12, "text": 40, "note": 40, "points": 20}
FIGURES = ("value", "numerator", "denominator", "mean", "n")
STATES = ("missing", "not applicable")


@dataclass(frozen=True)
class Line:
    """A row: the indicator, the group by list, the columns to fill in, and what stands there."""

    indicator: str
    statement: str
    group: Mapping[str, str] = field(default_factory=dict)
    fills: tuple[str, ...] = ("value",)
    filled: Mapping[str, Decimal | str] = field(default_factory=dict)
    place: str = ""
    """The site that it is of; "" for the programme as a whole."""


def template(
    lines: Sequence[Line], *, period: str, made_for: Mapping[str, str], explained: str
) -> bytes:
    """The workbook; `explained` stands beside the headings."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet("Figures")
    columns = _columns(lines)
    _write_heads(book, sheet, columns, explained)
    looks = {
        "given": book.add_format({"text_wrap": True, "valign": "top", "font_color": "#5c5952"}),
        "open": book.add_format(
            {"locked": False, "valign": "top", "border": 1, "bg_color": "#e6eff0"}
        ),
        "words": book.add_format(
            {"locked": False, "text_wrap": True, "valign": "top", "border": 1, "num_format": "@"}
        ),
    }
    for number, line in enumerate(lines, 1):
        _write_line(sheet, number, line, period, columns, looks)
    sheet.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})
    _mark(book, made_for)
    book.close()
    return out.getvalue()


def _columns(lines: Sequence[Line]) -> list[str]:
    lists = dict.fromkeys(name for line in lines for name in line.group)
    used = {name for line in lines for name in line.fills}
    figures = [name for name in (*FIGURES, "points", "text") if name in used]
    places = ["place"] if any(line.place for line in lines) else []
    return ["indicator", "statement", "period", *places, *lists, *figures, "state", "note"]


def _write_heads(book: Any, sheet: Any, columns: Sequence[str], explained: str) -> None:
    head = book.add_format({"bold": True, "bottom": 2})
    for column, name in enumerate(columns):
        sheet.write_string(0, column, name, head)
        sheet.set_column(column, column, WIDTHS.get(name, 14))
    sheet.write_comment(0, 0, explained, {"x_scale": 3, "y_scale": 2})
    sheet.freeze_panes(1, 2)


def _write_line(
    sheet: Any, row: int, line: Line, period: str, columns: Sequence[str], looks: Mapping[str, Any]
) -> None:
    values = {
        "indicator": line.indicator,
        "statement": line.statement,
        "period": period,
        "place": line.place,
        **line.group,
    }
    fills = {*line.fills, *(() if line.group else ("state", "note"))}
    for column, name in enumerate(columns):
        value = values.get(name, line.filled.get(name, ""))
        if name not in fills:
            sheet.write_string(row, column, str(value), looks["given"])
        elif isinstance(value, Decimal):
            sheet.write_number(row, column, float(value), looks["open"])
        else:
            look = looks["open" if name in FIGURES else "words"]
            if value:
                sheet.write_string(row, column, value, look)
            else:
                sheet.write_blank(row, column, None, look)
        if name in fills and name in FIGURES:
            sheet.data_validation(
                row,
                column,
                row,
                column,
                {
                    "validate": "decimal",
                    "criteria": "between",
                    "minimum": -1e11,
                    "maximum": 1e11,
                    "ignore_blank": True,
                },
            )
        elif name in fills and name == "state":
            sheet.data_validation(
                row, column, row, column, {"validate": "list", "source": list(STATES)}
            )


def _mark(book: Any, made_for: Mapping[str, str]) -> None:
    hidden = book.add_worksheet(MARK)
    hidden.hide()
    for row, (name, value) in enumerate(made_for.items()):
        hidden.write_string(row, 0, name)
        hidden.write_string(row, 1, value)
