"""Finding the logframe in a file's tables, and what each of its rows says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from trueline.exchange.logframe.grid import Grid
from trueline.exchange.logframe.headings import (
    NOTHING,
    OF_NO_OBJECTIVE,
    TABLE_NAMES,
    LogframeLevel,
    columns_named,
    level_named,
    plain,
)

HEADINGS_WITHIN = 15
"""The headings are looked for in so many rows from the top."""


@dataclass(frozen=True)
class Row:
    """One objective of the logframe. `place` says where it stands; `number` is its own, as 1.2."""

    level: LogframeLevel
    objective: str
    place: str
    number: str = ""
    indicators: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()


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
        level, said = _level(cells, columns, level)
        if not any(_cell(cells, columns, name) for name in columns) or _is_heading(cells):
            continue
        objective = said if said is not None else _cell(cells, columns, "objective")
        if objective:
            left_out = plain(objective) in OF_NO_OBJECTIVE
            doubts += [f"{_capital(place)}: “{objective}” was left out."] if left_out else []
        if left_out:
            continue
        if level is None:
            doubts.append(f"{_capital(place)}: no level is named, so it was taken for an output.")
        rows += _rows(cells, columns, level or "output", objective, place, rows)
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


def _level(
    cells: tuple[str, ...], columns: dict[str, int], before: LogframeLevel | None
) -> tuple[LogframeLevel | None, str | None]:
    """The level of a row, and its objective without the level's name where that stood before it."""
    objective = _cell(cells, columns, "objective")
    others = (cell for place, cell in enumerate(cells) if place not in columns.values())
    beside: LogframeLevel | None = next(filter(None, map(level_named, others)), None)
    if level := level_named(objective):
        return beside or level, ""
    first, _, rest = objective.partition("\n")
    if level := level_named(first):
        return beside or level, rest.strip()
    match = _NAMED.match(objective)
    if match and (level := level_named(match["name"])):
        said = f"{match['number']}. {match['rest']}" if match["number"] else match["rest"]
        return beside or level, said
    return beside or before, None


_NAMED = re.compile(r"(?P<name>[^\W\d][\w\s()/-]{2,40}?)\s*(?P<number>\d[\d.]*)?\s*[:.–-]\s*(?P<rest>.+)",
                    re.DOTALL)  # fmt: skip


def _rows(
    cells: tuple[str, ...], columns: dict[str, int], level: LogframeLevel, objective: str,
    place: str, before: list[Row],
) -> Iterator[Row]:  # fmt: skip
    """The rows that one row of the file holds: several where a cell lists several activities."""
    lists = {name: tuple(listed(_cell(cells, columns, name)))
             for name in ("indicators", "means", "assumptions")}  # fmt: skip
    objectives = tuple(items(objective)) if level in ("activity", "output") else (objective,)
    for number, text in enumerate(objectives or ("",)):
        match = _NUMBER.match(text)
        rest = lists if number == 0 else {}
        yield Row(level, text[match.end() :].strip() if match else text, place,
                  _bare(match), **rest)  # fmt: skip


def _bare(match: re.Match[str] | None) -> str:
    return (match["sign"] or match["bare"]).rstrip(".):") if match else ""


_NUMBER = re.compile(
    r"\s*(?:(?:R|A|OS|SO|Oc|Op) ?(?P<sign>\d+(?:\.\d+)*)[.):]?"  # as funders' forms have it
    r"|(?P<bare>\d+(?:\.\d+)*[.):]|\d+(?:\.\d+)+))\s+(?!mill|bill)"
)
"""The number of a row, such as 1., 1.2 or Op 1.2. In “60 inspectors” it is what is counted."""


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
                waiting.level, waiting.objective, waiting.place, waiting.number,
                waiting.indicators + row.indicators, waiting.means + row.means,
                waiting.assumptions + row.assumptions,
            )  # fmt: skip
    if waiting and waiting.objective:
        yield waiting


def _cell(cells: tuple[str, ...], columns: dict[str, int], name: str) -> str:
    place = columns.get(name)
    return cells[place] if place is not None and place < len(cells) else ""


def items(text: str) -> Iterator[str]:
    """What a cell lists: its lines, without bullets; one item where it has one line."""
    for line in text.splitlines():
        item = _BULLET.sub("", line).strip()
        if item:
            yield item


_BULLET = re.compile(r"^\s*[•●▪◦‣*–—-]\s*")


def listed(text: str) -> Iterator[str]:
    """The indicators, means or assumptions of a cell, without the numbers they bear."""
    for item in items(text):
        named = _LABEL.match(item)
        is_label = named and (level_named(named[1]) or "indicators" in columns_named(named[1]))
        said = item[named.end() :] if named and is_label else _ORDER.sub("", item)
        if said and plain(said) not in NOTHING:
            yield said


_LABEL = re.compile(r"(\w+) \d+(?:\.\d+)*[.):]?(?:\s+|$)")
_ORDER = re.compile(r"^\d{1,2}[.)]\s+")
