"""Finding the logframe in a file's tables, and what each of its rows says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from trueline.exchange.logframe.grid import Grid
from trueline.exchange.logframe.headings import (
    OF_NO_OBJECTIVE,
    TABLE_NAMES,
    LogframeLevel,
    columns_named,
    level_named,
    plain,
)
from trueline.exchange.logframe.row import Row, cell_of, level_in, rows_in

HEADINGS_WITHIN = 15
"""The headings are looked for in so many rows from the top."""


@dataclass(frozen=True)
class LogframeTable:
    """A logframe: its title if one stands above it, its rows, and what could not be read surely."""

    place: str
    rows: tuple[Row, ...]
    title: str = ""
    doubts: tuple[str, ...] = field(default=())


def logframe_in(grids: Iterable[Grid]) -> LogframeTable | None:
    """The first table with the headings of a logframe and at least one row under them.

    Where there are more of the kind, the places of the others stand among the doubts.
    """
    found = [table for table in map(_logframe_at, grids) if table]
    if not found:
        return None
    first, *others = found
    known = {row.objective for row in first.rows}
    more = tuple(
        f"{_capital(one.place)}: a logframe too, which was not read."
        for one in others
        if not {row.objective for row in one.rows} <= known
    )
    return replace(first, doubts=first.doubts + more)


def _logframe_at(grid: Grid) -> LogframeTable | None:
    for number, row in enumerate(grid.rows[:HEADINGS_WITHIN]):
        columns = _columns(row)
        if "objective" in columns and "indicators" in columns:
            found = _read(grid, number, columns)
            if found.rows:
                return found
    return None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _columns(row: tuple[str, ...]) -> dict[str, int]:
    """Which column holds what, read off the headings."""
    found: dict[str, int] = {}
    for place, cell in enumerate(row):
        column = next((name for name in columns_named(cell) if name not in found), None)
        if column:
            found[column] = place
    before = found.get("indicators", 0) - 1
    if "objective" not in found and before >= 0 and not row[before]:
        found["objective"] = before  # the first heading is often left blank
    return found


def _read(grid: Grid, heading: int, columns: dict[str, int]) -> LogframeTable:
    columns = _past_levels(grid.rows[heading:], columns)
    level: LogframeLevel | None = None
    rows: list[Row] = []
    doubts: list[str] = []
    left_out = False
    for offset, cells in enumerate(grid.rows[heading + 1 :], heading + 1):
        place = f"{grid.place}, row {grid.first + offset}"
        if _same(cells, grid.rows[heading]):
            continue
        level, said = level_in(cells, columns, level)
        if not any(cell_of(cells, columns, name) for name in columns) or _is_heading(cells):
            continue
        objective = said if said is not None else cell_of(cells, columns, "objective")
        if objective:
            left_out = plain(objective) in OF_NO_OBJECTIVE
            doubts += [f"{_capital(place)}: “{objective}” was left out."] if left_out else []
        if left_out:
            continue
        if level is None:
            doubts.append(f"{_capital(place)}: no level is named, so it was taken for an output.")
        rows += rows_in(cells, columns, level or "output", objective, place)
    return LogframeTable(
        grid.place, tuple(_joined(rows)), _title(grid.rows[:heading]), tuple(doubts)
    )


def _past_levels(rows: tuple[tuple[str, ...], ...], columns: dict[str, int]) -> dict[str, int]:
    """The columns, where one heading reaches over the levels and the objectives behind them."""
    first, second = columns["objective"], columns["objective"] + 1
    heading, *below = rows
    if second in columns.values() or (second < len(heading) and heading[second]):
        return columns
    if any(len(row) > second and row[second] and level_named(row[first]) for row in below):
        return {**columns, "objective": second}
    return columns


def _title(above: Iterable[tuple[str, ...]]) -> str:
    """What the programme is called, where the rows above the table say so; the nearest comes first."""
    cells = (cell for row in reversed(list(above)) for cell in row if len(cell) > 3)
    return next((cell[:500] for cell in cells if plain(cell) not in TABLE_NAMES), "")


def _same(cells: tuple[str, ...], heading: tuple[str, ...]) -> bool:
    """Whether a row repeats the headings, as on a new page or above a new level."""
    return [*map(plain, filter(None, cells))] == [*map(plain, filter(None, heading))]


def _is_heading(cells: tuple[str, ...]) -> bool:
    """A row that only names the level of what follows."""
    filled = [cell for cell in cells if cell]
    return len(filled) == 1 and level_named(filled[0]) is not None


def _joined(rows: list[Row]) -> Iterator[Row]:
    """Rows with no objective, or with that of the row above once more, continue that row."""
    waiting: Row | None = None
    for row in rows:
        same = waiting and (row.level, row.objective) == (waiting.level, waiting.objective)
        if waiting is None or (row.objective and not same):
            if waiting and waiting.objective:
                yield waiting
            waiting = row
        else:
            waiting = Row(
                waiting.level,
                waiting.objective,
                waiting.place,
                waiting.number,
                waiting.indicators + row.indicators,
                waiting.means + row.means,
                waiting.assumptions + row.assumptions,
            )
    if waiting and waiting.objective:
        yield waiting
