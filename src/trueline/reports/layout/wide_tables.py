"""Tables with more columns than a page has room for: turned on their side, and parted where that is not enough.

Each part begins with the columns that name its rows. A table whose cells reach over several columns
keeps its form, on its side at least.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType

from trueline.reports.layout.blocks import Block, Cell, Document, Section, Sheet, Table

ROOM: Mapping[Sheet, int] = MappingProxyType({"upright": 7, "turned": 11, "large": 18, "tall": 11})
"""How many columns can be read beside one another on each sort of sheet."""


def fitted(document: Document) -> Document:
    """The document with every table wide enough to be read."""
    return replace(document, sections=tuple(map(_section, document.sections)))


def _section(section: Section) -> Section:
    widest = max((_columns(each) for each in section.blocks if isinstance(each, Table)), default=0)
    if widest <= ROOM[section.sheet]:
        return section
    sheet: Sheet = "turned" if section.sheet == "upright" else section.sheet
    return replace(section, sheet=sheet, blocks=tuple(_blocks(section, ROOM[sheet])))


def _columns(table: Table) -> int:
    return len(table.shares)


def _blocks(section: Section, room: int) -> Iterator[Block]:
    for block in section.blocks:
        if isinstance(block, Table) and _columns(block) > room and not _reaches(block):
            yield from _parts(block, room)
        else:
            yield block


def _reaches(table: Table) -> bool:
    """Whether a cell reaches over several columns or rows."""
    return any(
        cell is None or (isinstance(cell, Cell) and (cell.columns > 1 or cell.rows > 1))
        for row in table.rows
        for cell in row
    )


def _parts(table: Table, room: int) -> Iterator[Table]:
    """Parts of about the same width, in order. Where keys fill a sheet, a third as much stands beside them."""
    keys = table.keys
    others = _columns(table) - keys
    space = room - keys if keys < room else room // 3
    count = max(1, math.ceil(others / space))
    edges = [keys + others * number // count for number in range(count + 1)]
    for first, last in pairwise(edges):
        yield replace(
            table,
            head=(*table.head[:keys], *table.head[first:last]),
            rows=tuple((*row[:keys], *row[first:last]) for row in table.rows),
            shares=(*table.shares[:keys], *table.shares[first:last]),
        )
