"""The tables of a Word document as grids.

The XML is read as it stands, since python-docx passes over what lies in content controls (the
fields to fill in that funders' forms are made of), in tables within tables and in changes that
are not accepted yet, and repeats a cell that reaches over several rows in each of them.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice
from typing import Any

from trueline.exchange.logframe.grid import CELL, COLUMNS, ROWS, Grid

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TABLE, _ROW, _PLACE = f"{_W}tbl", f"{_W}tr", f"{_W}tc"
_SIGNS = {f"{_W}p": "\n", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": " "}
_TEXT = f"{_W}t"


def grids_in_document(data: bytes) -> Iterator[Grid]:
    """Every table of the document's text, also those within another's cells."""
    import docx

    body = docx.Document(io.BytesIO(data)).element.body
    for number, table in enumerate(body.iter(_TABLE), 1):
        rows = islice(_within(table, _ROW, _TABLE), ROWS)
        yield Grid(f"table {number}", tuple(map(_cells, rows)))


def _within(holder: Any, wanted: str, border: str) -> Iterator[Any]:
    """What is wanted in a holder, at any depth, but not beyond a border of the holder's kind."""
    for child in holder:
        if child.tag == wanted:
            yield child
        elif child.tag != border:
            yield from _within(child, wanted, border)


def _cells(row: Any) -> tuple[str, ...]:
    """The texts of a row; of a cell that reaches over several columns or rows, in the first alone."""
    texts = [""] * _count(row, f"{_W}trPr/{_W}gridBefore")
    for cell in _within(row, _PLACE, _ROW):
        texts.append("" if _goes_on(cell) else _said(cell))
        texts += [""] * (_count(cell, f"{_W}tcPr/{_W}gridSpan") - 1)
        if len(texts) >= COLUMNS:
            break
    return tuple(texts[:COLUMNS])


def _count(element: Any, path: str) -> int:
    found = element.find(path)
    text = found.get(f"{_W}val", "") if found is not None else ""
    return min(int(text), COLUMNS) if text.isdecimal() else 0


def _goes_on(cell: Any) -> bool:
    """Whether a cell is the rest of the one above."""
    merge = cell.find(f"{_W}tcPr/{_W}vMerge")
    return merge is not None and merge.get(f"{_W}val", "continue") == "continue"


def _said(cell: Any) -> str:
    parts = (
        part.text or "" if part.tag == _TEXT else _SIGNS[part.tag]
        for part in cell.iter(_TEXT, *_SIGNS)
    )
    return "".join(parts).strip()[:CELL]
