"""A layout as a workbook: its tables, the tracking table, and the key in a hidden sheet."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

from trueline.design import Design
from trueline.language import gettext, shortened
from trueline.reports.design.keys import hide_key
from trueline.reports.design.layouts import LAYOUTS
from trueline.reports.design.layouts.model import Cell, Laid, Table, is_heading
from trueline.reports.design.layouts.texts import Texts
from trueline.reports.design.logframe.grid import Looks, height_of, lines_of
from trueline.reports.design.logframe.tracking import add_tracking
from trueline.reports.layout.palette import FAINT, RULE
from trueline.reports.layout.sheets import sheet_of
from trueline.reports.printable import printable
from trueline.reports.titles import UNTITLED, title_of
from trueline.reports.values import Wording
from trueline.toolkit import Toolkit

_BASE = {"text_wrap": True, "valign": "top", "font_size": 10, "border": 1, "border_color": RULE}
_LOOKS: dict[str, dict[str, Any]] = {
    "plain": _BASE,
    "bold": {**_BASE, "bold": True},
    "label": {**_BASE, "bold": True, "font_color": FAINT},
    "faint": {**_BASE, "font_color": FAINT},
    "head": {**_BASE, "bold": True, "bg_color": "#EFEDE6", "valign": "vcenter"},
    "section": {**_BASE, "bold": True, "bg_color": "#F7F5F0"},
}
_LONGEST = 32_767


def layout_workbook(
    design: Design, toolkit: Toolkit, layout: str, paper: str = "a4", *, on: date | None = None
) -> bytes:
    """The .xlsx of a layout; `paper` is "a4" or "letter"."""
    design = printable(design)
    wording = Wording(design, toolkit)
    texts = Texts(design, wording, layout)
    laid = LAYOUTS[layout].make(texts)
    stream, title = io.BytesIO(), title_of(design, gettext(UNTITLED))
    book = _book(stream, title, on)
    _Writer(book, laid, paper, shortened(title).replace("&", "&&")).write()
    tracking = add_tracking(book, Looks(book), design, wording)
    tracking.entitle(title, "")
    tracking.finish(paper, shortened(title).replace("&", "&&"), frozen=2)
    hide_key(book, texts.finished())
    book.close()
    return stream.getvalue()


def laid_workbook(laid: Laid, title: str, paper: str = "a4", *, on: date | None = None) -> bytes:
    """The .xlsx of tables that are never imported again."""
    stream = io.BytesIO()
    book = _book(stream, title, on)
    _Writer(book, laid, paper, shortened(title).replace("&", "&&")).write()
    book.close()
    return stream.getvalue()


def _book(stream: io.BytesIO, title: str, on: date | None) -> Any:
    import xlsxwriter

    plain_strings = {f"strings_to_{kind}": False for kind in ("formulas", "urls", "numbers")}
    book = xlsxwriter.Workbook(stream, {"in_memory": True, **plain_strings})
    created = datetime(on.year, on.month, on.day) if on else datetime(2000, 1, 1)
    book.set_properties({"title": shortened(title, 250), "author": "Trueline", "created": created})
    return book


WIDE = {"a4": 785.0, "letter": 735.0}
HIGH = {"a4": 515.0, "letter": 530.0}
"""Points of a page that lies on its side, less its margins."""


class _Parts:
    """The beginnings and heights of parts of a sheet, so that none is cut where it need not be."""

    A_LETTER, A_ROW = 5.2, 15.0
    """Points of a column for each letter of its width, and of a row without a height of its own."""

    LEAST = 0.4
    """Of a page that less is used of, the rest is not left empty: the next part is cut instead."""

    def __init__(self, letters: float, paper: str) -> None:
        shrunk = min(1.0, WIDE[paper] / (letters * self.A_LETTER))
        self.page = HIGH[paper] / shrunk
        self.starts: list[int] = []
        self.heights: list[float] = []
        self.top = 0.0

    def above(self, rows: int) -> None:
        """So many rows stand above the first part."""
        self.top = rows * self.A_ROW

    def start(self, row: int) -> None:
        """A part begins; a row is left empty before it where it is a table of its own."""
        self.starts.append(row)
        self.heights.append(0.0)

    def add(self, height: float) -> None:
        """A row of the part that was begun last."""
        self.heights[-1] += height

    def breaks(self) -> list[int]:
        """Rows before which a new page begins: those of parts that would not fit on the one begun."""
        rows: list[int] = []
        used = self.top
        for start, height in zip(self.starts, self.heights, strict=True):
            if used + height > self.page >= height and used > self.LEAST * self.page:
                rows.append(start)
                used = 0.0
            used += height
            used = min((used if used <= self.page else used % self.page) + self.A_ROW, self.page)
        return rows


class _Writer:
    """Writes the tables of a layout, one sheet for those that have the same columns."""

    def __init__(self, book: Any, laid: Laid, paper: str, footer: str) -> None:
        self.book, self.laid, self.paper, self.footer = book, laid, paper, footer
        self.formats: dict[tuple[str, str, bool], Any] = {}

    def write(self) -> None:
        """Write every sheet."""
        sheets: list[list[Table]] = []
        for table in self.laid.tables:
            if sheets and sheets[-1][0].widths == table.widths:
                sheets[-1].append(table)
            else:
                sheets.append([table])
        for number, tables in enumerate(sheets or [[]]):
            self._sheet(tables, first=number == 0)

    def _sheet(self, tables: list[Table], *, first: bool) -> None:
        name = tables[0].name if len(tables) == 1 else self.laid.title
        sheet = sheet_of(self.book, name or gettext("Logframe"))
        sheet.hide_gridlines(2)
        widths = tables[0].widths if tables else (40.0,)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        row = self._above(sheet, first=first)
        head, parts = row, _Parts(sum(widths), self.paper)
        parts.above(row)
        for number, table in enumerate(tables):
            row = self._table(sheet, table, row, parts) + (1 if number < len(tables) - 1 else 0)
        if len(tables) == 1 and tables[0].heads:
            sheet.freeze_panes(head + tables[0].heads, 2)
            sheet.repeat_rows(head, head + tables[0].heads - 1)
        sheet.set_landscape()
        sheet.set_paper(1 if self.paper == "letter" else 9)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_h_pagebreaks(parts.breaks())
        sheet.set_footer(f"&L{self.footer}&R&P / &N")

    def _above(self, sheet: Any, *, first: bool) -> int:
        title = self.book.add_format({"bold": True, "font_size": 14})
        label = self.book.add_format({"font_size": 10, "font_color": FAINT})
        style = self.book.add_format({"font_size": 10})
        sheet.write_string(0, 0, self.laid.title, title)
        row = 1
        for name, text in self.laid.facts if first else ():
            sheet.write_string(row, 0, name, label)
            sheet.write_string(row, 1, text[:_LONGEST], style)
            row += 1
        return row + 1

    def _table(self, sheet: Any, table: Table, row: int, parts: _Parts) -> int:
        """Write a table from a row on; the row after it."""
        parts.start(row)
        below_heading = True
        for line in table.lines:
            if is_heading(line) and not below_heading:
                parts.start(row)
            below_heading = is_heading(line)
            height = 1
            for column, cell in enumerate(line):
                if cell is None:
                    continue
                width = sum(table.widths[column : column + cell.columns])
                if cell.rows == 1:
                    height = max(height, lines_of(cell.text, width))
                self._cell(sheet, row, column, cell)
            sheet.set_row(row, height_of(height))
            parts.add(height_of(height))
            row += 1
        return row

    def _cell(self, sheet: Any, row: int, column: int, cell: Cell) -> None:
        shape = self._format(cell)
        text = cell.text if len(cell.text) <= _LONGEST else f"{cell.text[: _LONGEST - 2]} …"
        if cell.rows > 1 or cell.columns > 1:
            last = (row + cell.rows - 1, column + cell.columns - 1)
            sheet.merge_range(row, column, *last, "", shape)
        if cell.formula:
            value = "" if cell.number is None else float(cell.number)
            sheet.write_formula(row, column, cell.formula.format(row=row + 1), shape, value)
        elif cell.number is not None:
            sheet.write_number(row, column, float(cell.number), shape)
        elif text:
            sheet.write_string(row, column, text, shape)
        else:
            sheet.write_blank(row, column, None, shape)

    def _format(self, cell: Cell) -> Any:
        quoted = cell.number is None and cell.text.startswith(("=", "+", "-", "@", "\t", "\r"))
        unit = cell.unit if cell.number is not None else ""
        pattern = f'#,##0.###### "{unit}"' if unit else "#,##0.######"
        pattern = cell.pattern or pattern
        is_number = cell.number is not None or bool(cell.formula)
        key = (cell.look, pattern if is_number else "", quoted)
        if key not in self.formats:
            shape = dict(_LOOKS[cell.look])
            if is_number:
                shape |= {"num_format": pattern, "align": "left"}
            if quoted:
                shape |= {"quote_prefix": True}
            self.formats[key] = self.book.add_format(shape)
        return self.formats[key]
