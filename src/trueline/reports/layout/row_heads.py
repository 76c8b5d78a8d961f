"""Heads of rows in the tables of a PDF: the first cell of a row names what stands beside it.

Typst marks heads of columns alone. Its `pdf.header-cell` is behind a feature that its Python binding
cannot turn on, so the structure that it wrote is read and completed here: the first cell of each row
becomes a head with the scope of its row, and the cells beside it refer to it (ISO 32000-1, 14.8.4.3.4
and 14.8.5.7).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_XREF = re.compile(rb"xref\n0 (\d+)\n((?:\d{10} \d{5} [nf]\r\n)+)trailer\n")
_KIDS = re.compile(rb"/K\[((?:\d+ 0 R ?)+)\]")
_CELL = b"/Type/StructElem/S/TD/"
_FILLED = re.compile(rb"/K ?\[? ?\d")
_ROWS = re.compile(rb"/RowSpan (\d+)")
_HEADERS = re.compile(rb"/Headers\[([^][]*)\]")
_NAMES = re.compile(rb"/IDTree<</Names\[([^][]*)\]>>")
_NAME = re.compile(rb"\([^()]*\)\d+ 0 R")


def with_row_heads(pdf: bytes) -> bytes:
    """The same PDF, its rows with heads. One that is not written as expected stays as it is."""
    written = [*_XREF.finditer(pdf)]
    if not written or b"/S/TBody" not in pdf:
        return pdf
    table = written[-1]
    starts = {
        number: int(line[:10])
        for number, line in enumerate(table[2].split(b"\r\n")[:-1])
        if line.endswith(b"n")
    }
    in_order = sorted(starts, key=lambda number: starts[number])
    ends = [starts[number] for number in in_order[1:]] + [table.start()]
    objects = {
        number: pdf[starts[number] : end] for number, end in zip(in_order, ends, strict=True)
    }
    _mark(objects)
    return _assembled(pdf[: starts[in_order[0]]], in_order, objects, pdf[table.end() :])


def _mark(objects: dict[int, bytes]) -> None:
    heads: dict[int, bytes] = {}
    for body in [body for body in objects.values() if b"/Type/StructElem/S/TBody/" in body]:
        for cell, head in _cells(body, objects):
            if cell == head:
                heads[head] = b"(R%d)" % head
                objects[cell] = _as_head(objects[cell], heads[head])
            elif head in heads:
                objects[cell] = _with_header(objects[cell], heads[head])
    for number, body in objects.items():
        if b"/Type/StructTreeRoot" in body:
            objects[number] = _NAMES.sub(lambda match: _with_names(match, heads), body)


def _cells(body: bytes, objects: dict[int, bytes]) -> Iterator[tuple[int, int]]:
    """Each cell of rows that have a head, with the cell that is the head of its row."""
    head, reaches = 0, 0  # the cell at the start of the row, and how many rows more it is that of
    for row in _kids(body):
        cells = [cell for cell in _kids(objects[row]) if _CELL in objects[cell]]
        if not reaches and cells:
            head = cells[0] if len(cells) > 1 and _FILLED.search(objects[cells[0]]) else 0
            reaches = _rows_of(objects[cells[0]])
        reaches = max(reaches - 1, 0)
        yield from ((cell, head) for cell in cells if head)


def _rows_of(cell: bytes) -> int:
    match = _ROWS.search(cell)
    return int(match[1]) if match else 1


def _kids(body: bytes) -> list[int]:
    match = _KIDS.search(body)
    return [int(one) for one in re.findall(rb"(?<!\d)(\d+) 0 R", match[1])] if match else []


def _as_head(cell: bytes, name: bytes) -> bytes:
    cell = cell.replace(b"/S/TD/", b"/S/TH/ID" + name + b"/", 1)
    return cell.replace(b"/O/Table", b"/O/Table/Scope/Row", 1)


def _with_header(cell: bytes, name: bytes) -> bytes:
    return _HEADERS.sub(lambda match: b"/Headers[" + match[1] + name + b"]", cell, count=1)


def _with_names(match: re.Match[bytes], heads: dict[int, bytes]) -> bytes:
    """The tree of names with those of the heads, in its order."""
    added = [name + b"%d 0 R" % number for number, name in heads.items()]
    names = sorted([*_NAME.findall(match[1]), *added], key=lambda entry: entry.partition(b")")[0])
    return b"/IDTree<</Names[" + b"".join(names) + b"]>>"


def _assembled(
    begin: bytes, in_order: list[int], objects: dict[int, bytes], trailer: bytes
) -> bytes:
    """The file put together again, with the new offsets of its objects."""
    places, at = {}, len(begin)
    for number in in_order:
        places[number] = at
        at += len(objects[number])
    lines = [
        b"%010d %05d n\r\n" % (places[number], 0) if number in places else b"0000000000 65535 f\r\n"
        for number in range(max(places) + 1)
    ]
    trailer = re.sub(rb"startxref\n\d+", b"startxref\n%d" % at, trailer)
    table = b"xref\n0 %d\n" % len(lines) + b"".join(lines) + b"trailer\n"
    return begin + b"".join(objects[number] for number in in_order) + table + trailer
