"""A layout as a Word file: its tables on pages that lie on their side, the key in a part of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from trueline.design import Design
from trueline.language import gettext, noting_untranslated, shortened
from trueline.reports.design.keys import with_key
from trueline.reports.design.layouts import LAYOUTS
from trueline.reports.design.layouts.model import Cell, Laid, Line, Table, is_heading
from trueline.reports.design.layouts.texts import Texts
from trueline.reports.layout import blocks
from trueline.reports.layout.lines import languages_of
from trueline.reports.layout.word_file import word_file
from trueline.reports.printable import printable
from trueline.reports.titles import UNTITLED, title_of
from trueline.reports.values import Wording
from trueline.toolkit import Toolkit


def layout_document(
    design: Design, toolkit: Toolkit, layout: str, paper: str = "a4", *, on: date | None = None
) -> bytes:
    """The .docx of a layout; `paper` is "a4" or "letter"."""
    design = printable(design)
    texts = Texts(design, Wording(design, toolkit), layout, numbers=False)
    with noting_untranslated() as noted:
        laid = LAYOUTS[layout].make(texts)
    document = laid_document(laid, title_of(design, gettext(UNTITLED)), on=on)
    document = replace(document, languages=languages_of(design, noted))
    return with_key(word_file(document, paper), texts.finished(), on)


def laid_document(laid: Laid, title: str, *, on: date | None = None) -> blocks.Document:
    """A layout on pages that lie on their side."""
    content: list[blocks.Block] = [blocks.Facts(laid.facts)] if laid.facts else []
    for table in laid.tables:
        content += [blocks.Heading(table.name), _block(table)]
    section = blocks.Section(laid.title, tuple(content), sheet="turned")
    return blocks.Document(title, shortened(title), laid.title, (section,), contents=False, on=on)


def _block(table: Table) -> blocks.Table:
    """A table whose first row of headings is that of the block; it has them repeated on each page."""
    lines = list(table.lines)
    head: tuple[str, ...] = tuple("" for _ in table.widths)
    if table.heads == 1:
        head = tuple(cell.text if cell else "" for cell in lines.pop(0))
    heads = table.heads if table.heads > 1 else 0
    rows = [_row(line, stays=is_heading(line)) for line in lines]
    return blocks.Table(head, tuple(rows), _readable(table), heads)


LETTERS = 150
"""Letters in the small type of headings that fit the width of a sheet that lies on its side."""


def _readable(table: Table) -> tuple[float, ...]:
    """Widths in which no word of a heading or label is broken, as far as there is room."""
    scale = LETTERS / sum(table.widths)
    widths = [width * scale for width in table.widths]
    for line in table.lines:
        for column, cell in enumerate(line):
            if cell and cell.columns == 1 and cell.look in NAMES:
                longest = max(map(len, cell.text.split()), default=0)
                widths[column] = max(widths[column], longest + 2)
    return tuple(widths)


NAMES = ("head", "label", "section", "faint")
"""Looks of cells that name what stands beside or below them."""


def _row(line: Line, *, stays: bool) -> blocks.Row:
    return tuple(None if cell is None else _cell(cell, stays=stays) for cell in line)


def _cell(cell: Cell, *, stays: bool) -> blocks.Cell:
    """A cell; headings and labels stand in the small type of headings."""
    if cell.look in ("head", "label", "section") and "\n" not in cell.text:
        return blocks.Cell("", cell.text, cell.rows, cell.columns, stays)
    return blocks.Cell(cell.text, "", cell.rows, cell.columns, stays)
