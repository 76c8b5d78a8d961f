"""From the rows of a logframe to the beginning of a design.

Rows become results and activities, their columns indicators and assumptions. The arrows that a
logframe leaves to its layout become links: from each row to the row that its number names, such as
1.2 to 1, else to the only row of the next level. Where there are several and no number says which,
no link is made, and the review asks. A row's assumptions are what must hold for its step upwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from trueline.design import Design
from trueline.document import add_element
from trueline.exchange.logframe.headings import LEVELS
from trueline.exchange.logframe.row import Row
from trueline.exchange.logframe.table import LogframeTable


def design_from(
    table: LogframeTable, *, title: str = "", kinds: Mapping[int, str] | None = None
) -> Design:
    """The design that a logframe begins. `kinds` gives the kind of activity by number of row."""
    design = Design(title=title or table.title)
    names: dict[int, str] = {}
    for number, row in enumerate(table.rows):
        kind = (kinds or {}).get(number, "other")
        design, names[number] = _add(design, row, kind)
    for cause, effect in _steps(table.rows):
        values = {
            "cause": names[cause],
            "effect": names[effect],
            "assumptions": list(_assumptions(table.rows[cause])),
        }
        design, _address = add_element(design, "links", values)
    for number, row in enumerate(table.rows):
        for indicator in _indicators(row, names[number]):
            design, _address = add_element(design, "indicators", indicator)
    return design


def _add(design: Design, row: Row, kind: str) -> tuple[Design, str]:
    """The design with a row's activity or result, and the id that this got."""
    if row.level == "activity":
        long = len(row.objective) > 500
        values = {"kind": kind, "title": row.objective[:500]}
        values |= {"description": row.objective} if long else {}
        design, _address = add_element(design, "activities", values)
        return design, design.activities[-1].id
    values = {"statement": row.objective, "level": row.level}
    design, _address = add_element(design, "results", values)
    return design, design.results[-1].id


def _steps(rows: tuple[Row, ...]) -> Iterator[tuple[int, int]]:
    """Which row leads to which, by number or because there is no other."""
    for number, row in enumerate(rows):
        above = _level_above(rows, row)
        named = [n for n in above if rows[n].number and _is_under(row.number, rows[n].number)]
        targets = named or (above if len(above) == 1 else [])
        yield from ((number, target) for target in targets[:1])


def _level_above(rows: tuple[Row, ...], row: Row) -> list[int]:
    """The rows of the nearest higher level that has any; an activity leads to no impact."""
    for level in reversed(LEVELS[: LEVELS.index(row.level)]):
        found = [number for number, other in enumerate(rows) if other.level == level]
        if found:
            return [] if row.level == "activity" and level == "impact" else found
    return []


def _is_under(number: str, other: str) -> bool:
    return number.startswith(f"{other}.")


def _assumptions(row: Row) -> Iterator[dict[str, Any]]:
    for number, statement in enumerate(row.assumptions, 1):
        yield {"id": f"assumption-{number}", "statement": statement}


def _indicators(row: Row, id: str) -> Iterator[dict[str, Any]]:
    """A row's indicators, each with the means of verification that stands beside it, or with all.

    An activity's row lists costs or milestones in that column, which are no indicators of a result.
    """
    if row.level == "activity":
        return
    beside = len(row.means) == len(row.indicators)
    for number, statement in enumerate(row.indicators):
        means = (row.means[number],) if beside else row.means
        yield {"statement": statement, "result": id, "methods": tuple(m[:500] for m in means)}
