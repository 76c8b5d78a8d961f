"""Tables of a PDF whose cells are ruled: the lines say where they are, the text is what stands in them.

A table that is held together by blanks alone is not guessed at. What stands outside of the tables is
kept line by line, so that nothing is lost unseen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from ctypes import byref, c_float
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from trueline.files import FileProblems
from trueline.language import gettext
from trueline.limits import FILE_SHEETS
from trueline.office.archive import refused
from trueline.office.grid import Cell, Grid, GridBuilder
from trueline.office.pdf_cells import CellText

PAGES = 300
MOST_OBJECTS = 40_000
"""Drawn things of a page that are looked at."""
THIN, NEAR = 3.0, 3.0
"""Points: what is no thicker is a line, and lines no further apart are one."""
SHORTEST = 8.0


@dataclass(frozen=True)
class Ruling:
    """A line: where it lies across, and from where to where it runs."""

    at: float
    start: float
    end: float

    def spans(self, place: float) -> bool:
        """Whether it runs past a place."""
        return self.start - NEAR <= place <= self.end + NEAR


def read_pdf_tables(data: bytes, name: str) -> tuple[Grid, ...]:
    """The ruled tables of a PDF, and the text between them. Raises FileProblems.

    Where no table can be read, it says whether that is for want of lines or of text.
    """
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise refused(
            name,
            gettext("The PDF has a password, is damaged, or is none."),
            gettext("Open it yourself, print it to a new PDF, and send that."),
        ) from error
    try:
        if len(pdf) > PAGES:
            message = gettext("It has {count} pages.", count=len(pdf))
            hint = gettext("Up to {count} are read: send the part that matters.", count=PAGES)
            raise refused(name, message, hint)
        builder, letters = GridBuilder(name), 0
        for number in range(len(pdf)):
            letters += _read_page(pdf[number], number + 1, builder)
    finally:
        pdf.close()
    if not any(grid.kind == "table" for grid in builder.grids):
        raise _without_tables(name, letters)
    if len(builder.grids) > FILE_SHEETS.most:
        return tuple(grid for grid in builder.grids if grid.kind == "table")
    return tuple(builder.grids)


def _without_tables(name: str, letters: int) -> FileProblems:
    if not letters:
        return refused(
            name,
            gettext("Its pages are pictures: there is no text in it to be read."),
            gettext("Ask for the Word or Excel file that it was made from."),
        )
    return refused(
        name,
        gettext("No table in it has lines around its cells, so that none can be read."),
        gettext("Ask for the Word or Excel file that it was made from."),
    )


def _read_page(page: Any, number: int, builder: GridBuilder) -> int:
    """Add the grids of a page; returns how many signs stand on it."""
    text = page.get_textpage()
    try:
        down, across = _rulings(page)
        top = page.get_height()
        for count, rows in enumerate(_tables(down, across), 1):
            _add_text(builder, text, number, count, (rows[0].top, top))
            place = gettext("page {page}, table {count}", page=number, count=count)
            builder.grid(place, _cells(CellText(text), rows, across), "table")
            top = rows[-1].bottom
        _add_text(builder, text, number, 0, (0.0, top))
        signs: int = text.count_chars()
        return signs
    finally:
        text.close()
        page.close()


def _add_text(
    builder: GridBuilder, text: Any, page: int, count: int, between: tuple[float, float]
) -> None:
    """Adds the text between two heights of a page, a line a row."""
    bottom, top = between
    if top - bottom < SHORTEST:
        return
    written = text.get_text_bounded(left=0, bottom=bottom, right=100_000, top=top)
    lines = (" ".join(line.split()) for line in written.splitlines())
    cells = ((row, 0, Cell(line)) for row, line in enumerate(lines, 1) if line)
    builder.grid(gettext("page {page}, text {count}", page=page, count=count), cells, "text")


def _rulings(page: Any) -> tuple[list[Ruling], list[Ruling]]:
    """The lines of a page that run down and across; the edges of drawn boxes are lines too."""
    from pypdfium2 import raw

    down: list[Ruling] = []
    across: list[Ruling] = []
    width, height = page.get_size()
    for count, drawn in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=2)):
        if count > MOST_OBJECTS:
            break
        corners = [c_float() for _ in range(4)]
        if not raw.FPDFPageObj_GetBounds(drawn.raw, *map(byref, corners)):
            continue
        left, bottom, right, top = (each.value for each in corners)
        if right - left > 0.97 * width and top - bottom > 0.9 * height:
            continue
        if right - left <= THIN and top - bottom >= SHORTEST:
            down.append(Ruling((left + right) / 2, bottom, top))
        elif top - bottom <= THIN and right - left >= SHORTEST:
            across.append(Ruling((top + bottom) / 2, left, right))
        elif min(right - left, top - bottom) >= SHORTEST:
            down += [Ruling(left, bottom, top), Ruling(right, bottom, top)]
            across += [Ruling(bottom, left, right), Ruling(top, left, right)]
    return down, across


@dataclass(frozen=True)
class Band:
    """A row of a table: its height on the page, and where its cells begin and end."""

    top: float
    bottom: float
    edges: tuple[float, ...]


def _tables(down: list[Ruling], across: list[Ruling]) -> Iterator[list[Band]]:
    """The tables of a page from top to bottom: rows that follow one another without a gap."""
    heights = sorted(_distinct(line.at for line in across), reverse=True)
    rows: list[Band] = []
    for top, bottom in pairwise(heights):
        middle = (top + bottom) / 2
        edges = tuple(_distinct(line.at for line in down if line.start < middle < line.end))
        if len(edges) > 2 or (rows and len(edges) == 2):
            rows.append(Band(top, bottom, edges))
            continue
        if rows:
            yield rows
        rows = []
    if rows:
        yield rows


def _distinct(places: Iterable[float]) -> list[float]:
    """Places in order, those close to each other as one."""
    distinct: list[float] = []
    for place in sorted(places):
        if not distinct or place - distinct[-1] > NEAR:
            distinct.append(place)
    return distinct


def _cells(
    text: CellText, rows: list[Band], across: list[Ruling]
) -> Iterator[tuple[int, int, Cell]]:
    """Each cell with the first of its rows and columns. One with no line below goes on in the next row."""
    columns = _distinct(edge for row in rows for edge in row.edges)
    taken: set[tuple[int, float]] = set()
    for number, row in enumerate(rows):
        for left, right in pairwise(row.edges):
            if (number, left) in taken:
                continue
            last = number
            while last + 1 < len(rows) and _goes_on(rows, last, (left, right), across):
                last += 1
                taken.add((last, left))
            first = _nearest(columns, left)
            yield (
                number + 1,
                first,
                Cell(
                    text.within(left, rows[last].bottom, right, row.top),
                    rows=last - number + 1,
                    columns=max(_nearest(columns, right) - first, 1),
                ),
            )


def _goes_on(
    rows: list[Band], number: int, between: tuple[float, float], across: list[Ruling]
) -> bool:
    """Whether the cell between two edges has no line below it, and the next row has the same edges."""
    bottom, middle = rows[number].bottom, sum(between) / 2
    has_line = any(abs(line.at - bottom) <= NEAR and line.spans(middle) for line in across)
    below = rows[number + 1].edges
    return not has_line and all(any(abs(edge - e) <= NEAR for e in below) for edge in between)


def _nearest(columns: list[float], place: float) -> int:
    return min(range(len(columns)), key=lambda number: abs(columns[number] - place))
