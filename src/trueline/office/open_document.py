"""The sheets of an OpenDocument spreadsheet (LibreOffice, OpenOffice) as grids."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from trueline.office.archive import Archive, cannot_be_opened
from trueline.office.grid import LONGEST_CELL, MOST_CELLS, Cell, GridBuilder, too_much

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"


def read_ods(data: bytes, name: str) -> GridBuilder:
    """Every sheet, the hidden ones marked. Raises FileProblems."""
    tree = Archive(data, name).xml("content.xml")
    if tree is None:
        raise cannot_be_opened(name)
    builder = GridBuilder(name)
    hidden = set(_hidden_styles(tree))
    for table in tree.iter(f"{_TABLE}table"):
        style = table.get(f"{_TABLE}style-name", "")
        filled = _cells(table, name)
        builder.grid(table.get(f"{_TABLE}name", ""), filled, hidden=style in hidden)
    return builder


def _hidden_styles(tree: Any) -> Iterator[str]:
    for style in tree.iter(f"{_STYLE}style"):
        for properties in style.iter(f"{_STYLE}table-properties"):
            if properties.get(f"{_TABLE}display") == "false":
                yield style.get(f"{_STYLE}name", "")


def _cells(table: Any, name: str) -> Iterator[tuple[int, int, Cell]]:
    row_number = 1
    for row in table.iter(f"{_TABLE}table-row"):
        filled = list(_row(row, name))
        repeated = _count(row, "number-rows-repeated")
        if filled and repeated * len(filled) > MOST_CELLS:
            raise too_much(name)
        for again in range(repeated if filled else 0):
            yield from ((row_number + again, column, cell) for column, cell in filled)
        row_number += repeated


def _row(row: Any, name: str) -> Iterator[tuple[int, Cell]]:
    column = 0
    for cell in row:
        if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        repeated = _count(cell, "number-columns-repeated")
        text, note = _text_and_note(cell)
        if (text or note) and repeated > MOST_CELLS:
            raise too_much(name)
        if (text or note) and not cell.tag.endswith("covered-table-cell"):
            height, width = (
                _count(cell, "number-rows-spanned"),
                _count(cell, "number-columns-spanned"),
            )
            for again in range(repeated):
                yield column + again, Cell(text, height, width, note=note)
        column += repeated


def _count(element: Any, name: str) -> int:
    written = element.get(f"{_TABLE}{name}", "1")
    return max(int(written), 1) if written.isdecimal() else 1


def _text_and_note(cell: Any) -> tuple[str, str]:
    """The text that a cell shows, and the note at it."""
    notes = [part for part in cell if part.tag == f"{_OFFICE}annotation"]
    paragraphs = [_paragraph(part) for part in cell if part.tag == f"{_TEXT}p"]
    text = "\n".join(paragraphs)
    if cell.get(f"{_OFFICE}value-type") == "date":
        text = cell.get(f"{_OFFICE}date-value", text).removesuffix("T00:00:00")
    note = "\n".join(_paragraph(p) for each in notes for p in each.iter(f"{_TEXT}p"))
    return text.replace("\u200b", "").strip()[:LONGEST_CELL], note.strip()


def _paragraph(element: Any) -> str:
    parts = [element.text or ""]
    for child in element:
        if child.tag == f"{_TEXT}s":
            parts.append(" " * min(int(child.get(f"{_TEXT}c", "1")), 100))
        elif child.tag == f"{_TEXT}line-break":
            parts.append("\n")
        elif child.tag == f"{_TEXT}tab":
            parts.append(" ")
        elif child.tag != f"{_OFFICE}annotation":
            parts.append(_paragraph(child))
        parts.append(child.tail or "")
    return "".join(parts)
