"""One sheet of a workbook, written cell by cell: numbers as numbers, dates as dates, texts as texts.

A text never becomes a formula: it is written as a string whatever it begins with, and one that
begins like a formula bears the mark by which spreadsheets keep it a text when it is edited.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from trueline.reports.layout.palette import FAINT, RULE
from trueline.reports.layout.sheets import sheet_of


@dataclass(frozen=True)
class Formula:
    """A formula, `{row}` in it standing for the row's number, and the value that it has now."""

    text: str
    value: Decimal | None = None


Value = str | Decimal | int | date | Formula | None
"""None leaves a cell empty: something that is missing is neither 0 nor a word."""

_LIKE_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
_LONGEST, _FIRST_YEAR, _DIGITS = 32_767, 1900, 15


def lines_of(text: str, width: float) -> int:
    """How many lines a text takes in a column so many letters wide."""
    return sum(max(1, math.ceil(len(line) * 0.94 / width)) for line in text.split("\n"))


def height_of(lines: int) -> float:
    """The height in points of a row of so many lines, as far as spreadsheets allow."""
    return min(4 + 13.2 * lines, 409)


class Looks:
    """The formats of a workbook, made when first asked for."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.made: dict[tuple[str, bool], Any] = {}

    def get(self, name: str, *, quoted: bool = False) -> Any:
        """The format of a name; `quoted` marks a text that begins like a formula."""
        if (name, quoted) not in self.made:
            marks = {"quote_prefix": True} if quoted else {}
            self.made[name, quoted] = self.book.add_format({**_LOOKS[name], **marks})
        return self.made[name, quoted]


_PLAIN = {"text_wrap": True, "valign": "top", "font_size": 10, "bottom": 4, "bottom_color": RULE}
_LOOKS: dict[str, dict[str, Any]] = {
    "plain": _PLAIN,
    "faint": {**_PLAIN, "font_color": FAINT},
    "bold": {**_PLAIN, "bold": True},
    "number": {**_PLAIN, "num_format": "#,##0.######", "align": "right"},
    "percent": {**_PLAIN, "num_format": "0%", "align": "right"},
    "day": {**_PLAIN, "num_format": "d mmm yyyy", "align": "left"},
    "open": {**_PLAIN, "left": 4, "right": 4, "left_color": RULE, "right_color": RULE},
    "head": {"bold": True, "bottom": 2, "text_wrap": True, "valign": "bottom", "font_size": 10},
    "title": {"bold": True, "font_size": 14, "valign": "vcenter"},
    "note": {"font_size": 9, "font_color": FAINT},
    "text": {"text_wrap": True, "valign": "top", "font_size": 10},
}


class Sheet:
    """A sheet with a title, a head that stays in view, and rows to filter."""

    HEAD = 2
    """The row of the head; the title and a note stand above it."""

    def __init__(self, book: Any, looks: Looks, name: str, columns: Sequence[tuple[str, float]]):
        self.sheet = sheet_of(book, name)
        self.sheet.hide_gridlines(2)
        self.looks = looks
        self.columns = columns
        self.row = self.HEAD
        for number, (title, width) in enumerate(columns):
            self.sheet.set_column(number, number, width)
            self.write(number, title, "head")
        heights = (lines_of(title, width) for title, width in columns)
        self.sheet.set_row(self.HEAD, height_of(max(heights, default=1)))

    def entitle(self, title: str, note: str) -> None:
        """Write what stands above the head."""
        self._text(0, 0, title, "title")
        self._text(1, 0, note, "note")
        self.sheet.set_row(0, 22)

    def add(self, *cells: tuple[Value, str] | Value) -> None:
        """Add a row; a cell is a value, or a value and the name of its look."""
        self.row += 1
        lines = 1
        for column, cell in enumerate(cells):
            value, look = cell if isinstance(cell, tuple) else (cell, "plain")
            self.write(column, value, look)
            if isinstance(value, str):
                lines = max(lines, lines_of(value, self.columns[column][1]))
        self.sheet.set_row(self.row, height_of(lines))

    def write(self, column: int, value: Value, look: str = "plain") -> None:
        """Write a cell of the present row."""
        if value is None or value == "":
            self.sheet.write_blank(self.row, column, None, self.looks.get(look))
        elif isinstance(value, Formula):
            self._formula(column, value, look)
        elif isinstance(value, date):
            self._day(column, value)
        elif isinstance(value, int | Decimal):
            self._number(column, value)
        else:
            self._text(self.row, column, value, look)

    def _formula(self, column: int, formula: Formula, look: str) -> None:
        """A formula with its value, empty where it has none; left to itself, a writer puts 0."""
        text = formula.text.format(row=self.row + 1)
        value = "" if formula.value is None else float(formula.value)
        self.sheet.write_formula(self.row, column, text, self.looks.get(look), value)

    def _day(self, column: int, value: date) -> None:
        """A date; as text where spreadsheets have no date so early."""
        if value.year <= _FIRST_YEAR:
            self._text(self.row, column, value.isoformat(), "plain")
            return
        when = datetime(value.year, value.month, value.day)
        self.sheet.write_datetime(self.row, column, when, self.looks.get("day"))

    def _number(self, column: int, value: Decimal | int) -> None:
        """A number; as text where spreadsheets would round it."""
        if len(Decimal(value).normalize().as_tuple().digits) > _DIGITS:
            self._text(self.row, column, str(value), "plain")
        else:
            self.sheet.write_number(self.row, column, float(value), self.looks.get("number"))

    def _text(self, row: int, column: int, text: str, look: str) -> None:
        shortened = text if len(text) <= _LONGEST else text[: _LONGEST - 2] + " …"
        quoted = shortened.startswith(_LIKE_FORMULAS)
        self.sheet.write_string(row, column, shortened, self.looks.get(look, quoted=quoted))

    def finish(
        self, paper: str, footer: str, *, frozen: int = 0, printed: int | None = None
    ) -> None:
        """Freeze, filter, and set up for print: `printed` columns on one page's width."""
        last = len(self.columns) - 1
        self.sheet.freeze_panes(self.HEAD + 1, frozen)
        self.sheet.autofilter(self.HEAD, 0, max(self.row, self.HEAD + 1), last)
        self.sheet.repeat_rows(self.HEAD)
        self.sheet.print_area(0, 0, max(self.row, self.HEAD + 1), (printed or last + 1) - 1)
        self.sheet.set_landscape()
        self.sheet.set_paper(1 if paper == "letter" else 9)
        self.sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_footer(f"&L{footer}&R&P / &N")
