"""Sheets of facts: one indicator a table, a label and what it says on each row (USAID's PIRS)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from trueline.exchange.logframe.columns import Heading
from trueline.exchange.logframe.headings import column_named, extra_words, level_named, plain, words
from trueline.exchange.logframe.items import Coded, coded, objective_in
from trueline.language import gettext
from trueline.office import Cell, Grid

if TYPE_CHECKING:
    from trueline.exchange.logframe.body import Body

LEAST = 4


def is_result_sheet(grid: Grid) -> bool:
    """Whether a grid among fact sheets names a result: one that has no indicator yet."""
    roles = [column_named(label) for _, _, label, _, _ in _facts(grid)]
    return grid.kind == "table" and "objective" in roles and len(grid.rows) == len(roles)


def names_results(grid: Grid) -> bool:
    """Whether any label of a grid names a result."""
    return any(column_named(label) == "objective" for _, _, label, _, _ in _facts(grid))


def is_fact_sheet(grid: Grid) -> bool:
    """Whether the rows of a grid are labels of an indicator with what they say, an indicator among them."""
    if grid.kind == "text":
        return False
    facts = list(_facts(grid))
    roles = {role for _, _, label, _, _ in facts if (role := column_named(label))}
    are_most = len({row for row, *_ in facts}) * 5 >= len(grid.rows) * 3
    return are_most and "indicator" in roles and len(roles) >= LEAST


def _facts(grid: Grid) -> Iterator[tuple[int, int, str, int, str]]:
    """Row, column and text of each label, column and text of what it says (-1 where that is beside)."""
    for number, row in grid.rows.items():
        cells = sorted(row.items())
        if len(cells) > 3:
            continue
        column, first = cells[0]
        label, colon, rest = first.text.partition(":")
        if len(cells) == 1 and colon and _is_label(label) and rest.strip():
            yield number, column, label.strip(), column, rest.strip()
        elif len(cells) > 1 and _is_label(label):
            for other, cell in cells[1:]:
                yield number, column, first.text.strip().rstrip(":"), other, cell.text


def _is_label(text: str) -> bool:
    role = column_named(text) if len(text) <= 80 else None
    return role is not None and extra_words(text, role) <= (3 if role == "indicator" else 4)


def facts_in(body: Body, grid: Grid) -> None:
    """Read the sheet: what comes before the name of an indicator says whose it is."""
    fact_places = {(row, column) for row, column, *_ in _facts(grid)}
    facts = list(_facts(grid))
    names = [plain(label) for _, _, label, _, _ in facts if column_named(label) == "indicator"]
    body.frame.row = None
    is_named = False
    roles = [column_named(label) for _, _, label, _, _ in facts]
    results_first = "objective" in roles and (
        "indicator" not in roles or roles.index("objective") < roles.index("indicator")
    )
    for row, at, label, column, text in facts:
        role = column_named(label) or "comment"
        if role == "indicator" and plain(label) != names[0]:
            role = "comment"  # “changes to the indicator”
        body.columns = {column: Heading(label, role)}
        if at != column:
            body.note(row, at, "placed", gettext("heading"))
        if role in ("objective", "level") or (level_named(label) and role != "indicator"):
            is_named = plain(text) not in words().no_objective
            if is_named:
                _objective(body, row, column, label, text)
            else:
                body.frame.row = None
                body.note(row, column, "placed", gettext("heading"))
        elif role == "indicator":
            later = None if results_first else _objective_later(facts, row, names[0])
            if later and not is_named:
                body.frame.begin(later, body.place(row), None, 0)
            elif not is_named:
                body.frame.row = body.frame.loose(body.place(row))
            _indicator(body, row, column, text)
            is_named = False
        elif role in ("assumptions", "risks") and body.frame.row and not body.frame.row.objective:
            continue
        else:
            body.read_row_cells(row, {column: Cell(text)})
    for row, cells in grid.rows.items():
        for column, cell in cells.items():
            if (row, column) not in fact_places and len(cells) == 1 and body.indicators:
                body.comment("", cell.text)
                body.note(row, column, "comment", gettext("comment"))


def _objective(body: Body, row: int, column: int, label: str, text: str) -> None:
    """Begin the result that a sheet names."""
    objective, level = objective_in(text), level_named(label)
    result = body.frame.begin(
        objective, body.place(row), objective.level or (level[0] if level else None), 0
    )
    result.raw.setdefault("objective", []).append(text)
    body.indicators = []
    body.note(row, column, "placed", gettext("objective"))


def _objective_later(
    facts: list[tuple[int, int, str, int, str]], after: int, name: str
) -> Coded | None:
    """The result that a sheet names below its indicator, before the next one's name."""
    for row, _, label, _, text in facts:
        if row > after and plain(label) == name:
            return None
        if row > after and column_named(label) == "objective":
            return objective_in(text)
    return None


def _indicator(body: Body, row: int, column: int, text: str) -> None:
    holder = body.frame.row or body.frame.loose(body.place(row))
    body.indicators = [body.frame.indicator(holder, coded(text), body.place(row))]
    body.keep(row, column, "indicator", text)
    body.note(row, column, "placed", gettext("indicator"))
