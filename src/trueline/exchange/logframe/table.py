"""Finding the logframe in a file's tables, and what each of its rows says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from trueline.exchange.logframe.grid import Grid
from trueline.exchange.logframe.headings import COLUMN_WORDS, LEVEL_WORDS, TABLE_NAMES, plain

LogframeLevel = Literal["impact", "outcome", "output", "activity"]
LEVELS: tuple[LogframeLevel, ...] = ("impact", "outcome", "output", "activity")
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
    """The first table with the headings of a logframe and at least one row under them."""
    for grid in grids:
        for number, row in enumerate(grid.rows[:HEADINGS_WITHIN]):
            columns = _columns(row)
            if "objective" in columns and "indicators" in columns:
                found = _read(grid, number, columns)
                if found.rows:
                    return found
    return None


def _columns(row: tuple[str, ...]) -> dict[str, int]:
    """Which column holds what, read off the headings."""
    found: dict[str, int] = {}
    for place, cell in enumerate(row):
        words = plain(cell)
        for column, names in COLUMN_WORDS.items():
            if column not in found and any(name in words for name in names) and words:
                found[column] = place
                break
    if "indicators" in found and "objective" not in found and found["indicators"] > 0:
        found["objective"] = found["indicators"] - 1  # the first heading is often left blank
    return found


def _read(grid: Grid, heading: int, columns: dict[str, int]) -> LogframeTable:
    level: LogframeLevel | None = None
    rows: list[Row] = []
    doubts: list[str] = []
    for offset, cells in enumerate(grid.rows[heading + 1 :], heading + 1):
        place = f"{grid.place}, row {grid.first + offset}"
        level, said = _level(cells, columns, level)
        if not any(_cell(cells, columns, name) for name in columns) or _is_heading(cells):
            continue
        if level is None:
            doubts.append(f"{place}: no level is named, so it was taken for an output.")
        objective = said if said is not None else _cell(cells, columns, "objective")
        rows += _rows(cells, columns, level or "output", objective, place, rows)
    return LogframeTable(
        grid.place, tuple(_joined(rows)), _title(grid.rows[:heading]), tuple(doubts)
    )


def _title(above: Iterable[tuple[str, ...]]) -> str:
    """What the programme is called, where the rows above the table say so; the nearest comes first."""
    cells = (cell for row in reversed(list(above)) for cell in row if len(cell) > 3)
    return next((cell[:500] for cell in cells if plain(cell) not in TABLE_NAMES), "")


def _is_heading(cells: tuple[str, ...]) -> bool:
    """A row that only names the level of what follows."""
    filled = [cell for cell in cells if cell]
    return len(filled) == 1 and plain(filled[0]) in _names_of_levels()


def _names_of_levels() -> frozenset[str]:
    return frozenset(name for names in LEVEL_WORDS.values() for name in names)


def _level(
    cells: tuple[str, ...], columns: dict[str, int], before: LogframeLevel | None
) -> tuple[LogframeLevel | None, str | None]:
    """The level of a row, and its objective without the level's name where that stood before it."""
    objective = _cell(cells, columns, "objective")
    for cell in (*cells[: columns["objective"]], objective):
        for level, names in LEVEL_WORDS.items():
            if plain(cell) in names or _numbered(cell, names):
                return level, "" if cell is objective else None  # type: ignore[return-value]
    match = _NAMED.match(objective)
    for level, names in LEVEL_WORDS.items():
        if match and plain(match["name"]) in names:
            return level, f"{match['number'] or ''} {match['rest']}".strip()  # type: ignore[return-value]
    return before, None


_NAMED = re.compile(r"(?P<name>[^\W\d][\w\s()/-]{2,40}?)\s*(?P<number>\d[\d.]*)?\s*[:.–-]\s*(?P<rest>.+)",
                    re.DOTALL)  # fmt: skip


def _numbered(cell: str, names: Iterable[str]) -> bool:
    """Whether a cell is a level's name with a number, such as “Output 2”."""
    return plain(re.sub(r"[\d.:)]+\s*$", "", cell)) in names


def _rows(
    cells: tuple[str, ...], columns: dict[str, int], level: LogframeLevel, objective: str,
    place: str, before: list[Row],
) -> Iterator[Row]:  # fmt: skip
    """The rows that one row of the file holds: several where a cell lists several activities."""
    lists = {name: tuple(items(_cell(cells, columns, name)))
             for name in ("indicators", "means", "assumptions")}  # fmt: skip
    objectives = tuple(items(objective)) if level in ("activity", "output") else (objective,)
    for number, text in enumerate(objectives or ("",)):
        match = _NUMBER.match(text)
        rest = lists if number == 0 else {}
        yield Row(level, text[match.end() :].strip() if match else text, place,
                  match[1].strip(".") if match else "", **rest)  # fmt: skip


_NUMBER = re.compile(r"\s*(\d+(?:\.\d+)*)[.):]?\s+")


def _joined(rows: list[Row]) -> Iterator[Row]:
    """Rows with no objective continue the one above: more indicators, means or assumptions."""
    waiting: Row | None = None
    for row in rows:
        if row.objective or waiting is None:
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
