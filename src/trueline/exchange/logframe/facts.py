"""Sheets of facts: one indicator a table, a label and what it says on each row (USAID's PIRS)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from trueline.exchange.logframe.columns import Heading, is_strict
from trueline.exchange.logframe.headings import column_named, level_named
from trueline.exchange.logframe.items import coded, objective_in
from trueline.language import gettext
from trueline.office import Cell, Grid

if TYPE_CHECKING:
    from trueline.exchange.logframe.body import Body

LEAST = 4


def is_fact_sheet(grid: Grid) -> bool:
    """Whether the rows of a grid are labels of an indicator with what they say, an indicator among them."""
    if grid.kind == "text":
        return False
    roles = [column_named(label) for _, _, label, _, _ in _facts(grid)]
    known = [role for role in roles if role]
    return "indicator" in known and len(set(known)) >= LEAST


def _facts(grid: Grid) -> Iterator[tuple[int, int, str, int, str]]:
    """Row, column and text of each label, column and text of what it says (-1 where that is beside)."""
    for number, row in grid.rows.items():
        cells = sorted(row.items())
        if len(cells) > 3:
            continue
        column, first = cells[0]
        label, colon, rest = first.text.partition(":")
        if len(cells) == 1 and colon and is_strict(label) and rest.strip():
            yield number, column, label.strip(), column, rest.strip()
        elif len(cells) > 1 and (is_strict(first.text) or is_strict(label)):
            for other, cell in cells[1:]:
                yield number, column, first.text.strip().rstrip(":"), other, cell.text


def facts_in(body: Body, grid: Grid) -> None:
    """Read the sheet: what comes before the name of an indicator says whose it is."""
    known = {(row, column) for row, column, *_ in _facts(grid)}
    said = list(_facts(grid))
    for row, at, label, column, text in said:
        role = column_named(label) or "comment"
        heading = Heading(label, role)
        body.columns = {column: heading}
        if at != column:
            body.note(row, at, "placed", gettext("heading"))
        if role in ("objective", "level") or (level_named(label) and role != "indicator"):
            found = objective_in(text)
            named = level_named(label)
            body.frame.begin(
                found, body.place(row), found.level or (named[0] if named else None), 0
            )
            body.indicators = []
            body.note(row, column, "placed", gettext("objective"))
        elif role == "indicator" and body.frame.row is None and _objective_later(said, row):
            body.frame.begin(_objective_later(said, row), body.place(row), None, 0)  # type: ignore[arg-type]
            _indicator(body, row, column, text)
        elif role == "indicator":
            _indicator(body, row, column, text)
        else:
            body.beside(row, {column: Cell(text)})
    for row, cells in grid.rows.items():
        for column, cell in cells.items():
            if (row, column) not in known and len(cells) == 1 and body.indicators:
                body.comment("", cell.text)
                body.note(row, column, "comment", gettext("comment"))


def _objective_later(said: list[tuple[int, int, str, int, str]], after: int) -> object:
    """The result that a sheet names below its indicator."""
    for row, _, label, _, text in said:
        if row > after and column_named(label) == "objective":
            return objective_in(text)
    return None


def _indicator(body: Body, row: int, column: int, text: str) -> None:
    holder = body.frame.row
    if holder is None:
        holder = body.frame.begin(coded(gettext("Result not named")), body.place(row), None, 0)
    body.indicators = [body.frame.indicator(holder, coded(text), body.place(row))]
    body.note(row, column, "placed", gettext("indicator"))


Facts = Mapping[str, str]
