"""From the rows of a logframe to the beginning of a design.

Rows become results and activities, their columns indicators and assumptions. The arrows that a
logframe leaves to its layout become links: from each row to the row that its number names, such as
1.2 to 1, else to the only row of the next level, else to the one that it stands under. Where rows are
grouped by level and no number says which, no link is made, and the review asks. A row's assumptions are
what must hold for its step upwards.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from trueline.design import Design
from trueline.document.building import Building
from trueline.exchange.logframe.amounts import amount_in, day_in
from trueline.exchange.logframe.headings import LEVELS
from trueline.exchange.logframe.indicators import Kept, indicator_values
from trueline.exchange.logframe.model import CellFate, Logframe, Row
from trueline.language import gettext

Due = Mapping[str, date]
"""The days of targets for which the file names none, by what heads them."""


@dataclass(frozen=True)
class Begun:
    """A design that a logframe begins, and the comments that belong at its elements, by address."""

    design: Design
    comments: tuple[tuple[str, str], ...]
    cells: tuple[CellFate, ...] = ()
    """Every filled cell of the file, with what it became in the end."""

    @property
    def unplaced(self) -> tuple[CellFate, ...]:
        """The cells that found no place."""
        return tuple(cell for cell in self.cells if cell.fate == "unplaced")


def design_from(
    table: Logframe,
    *,
    title: str = "",
    kinds: Mapping[int, str] | None = None,
    due: Due | None = None,
) -> Design:
    """The design that a logframe begins. `kinds` gives the kind of activity by number of row."""
    return begin(table, title=title, kinds=kinds, due=due).design


def begin(
    table: Logframe,
    *,
    title: str = "",
    kinds: Mapping[int, str] | None = None,
    due: Due | None = None,
) -> Begun:
    """The design that a logframe begins, and what is kept as comments on its elements."""
    design = Building(Design(title=title or table.title))
    comments: list[tuple[str, str]] = []
    kept_cells: set[str] = set()
    names: dict[int, str] = {}
    for number, row in enumerate(table.rows):
        if not row.objective:
            continue
        kind = (kinds or {}).get(number, "other")
        names[number], address, kept = _add(design, row, kind)
        comments += [(address, said) for said in (*row.comments, *kept.texts)]
        kept_cells |= kept.places
    steps = dict(steps_in(table.rows))
    for cause, effect in steps.items():
        values = {
            "cause": names[cause],
            "effect": names[effect],
            "assumptions": list(_assumptions(table.rows[cause])),
        }
        design.add("links", values)
    factors: set[str] = set()
    for number, row in enumerate(table.rows):
        _add_risks(design, row, factors, leads_on=number in steps)
        for indicator in row.indicators:
            values, kept = indicator_values(indicator, names.get(number), due or {})
            _indicator, address = design.add("indicators", values)
            comments += [(address, said) for said in (*indicator.comments, *kept.texts)]
            kept_cells |= kept.places
    cells = tuple(_settled(cell, kept_cells) for cell in table.cells)
    return Begun(design.document(), tuple(comments), cells)


def _settled(cell: CellFate, kept: set[str]) -> CellFate:
    """What became of a cell, where its text was kept as a comment after all."""
    return replace(cell, fate="comment") if cell.place in kept else cell


def _add(design: Building[Design], row: Row, kind: str) -> tuple[str, str, Kept]:
    """Add a row's activity or result; its id, where it stands, and what fits no field."""
    kept = Kept()
    if row.level == "activity":
        values = {"kind": kind, **_activity_values(row, kept)}
        element, address = design.add("activities", values)
    else:
        values = {"statement": row.objective, "level": row.level}
        element, address = design.add("results", values)
    return element.key_value, address, kept


def _activity_values(row: Row, kept: Kept) -> dict[str, Any]:
    """The fields of an activity that its row has columns for."""
    values: dict[str, Any] = {"title": row.objective[:500]}
    described = [row.objective] if len(row.objective) > 500 else []
    for role, text in row.said.items():
        if role == "responsible":
            values["lead"] = text[:500]
        elif role == "target_group":
            values["target_group"] = text
        elif role in ("start", "end") and (day := day_in(text, last_of_year=role == "end")):
            values[role] = day
        elif role == "people" and _is_whole(text):
            values["people"] = int(amount_in(text, last_of_year=True).number or 0)
        elif role == "definition":
            described.append(text)
        else:
            label = {"means": gettext("Means"), "cost": gettext("Cost")}.get(role, role)
            kept.add(f"{label}: {text}", row.at.get(role, ()))
    if described:
        values["description"] = "\n".join(described)
    return values


def _is_whole(text: str) -> bool:
    found = amount_in(text, last_of_year=True)
    return (
        found.number is not None and found.number >= 0 and found.number % 1 == 0 and not found.words
    )


def steps_in(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Which row leads to which: by number, because there is no other, or by standing under it."""
    by_level: dict[str, list[int]] = {level: [] for level in LEVELS}
    for number, row in enumerate(rows):
        if row.objective:
            by_level[row.level].append(number)
    first = {row.level: number for number, row in reversed([*enumerate(rows)])}
    for number, row in enumerate(rows):
        above = _level_above(by_level, row) if row.objective else []
        named = [n for n in above if rows[n].number and _is_under(row, rows[n].number)]
        targets = named or (above if len(above) == 1 else _nearest(number, above, first[row.level]))
        yield from ((number, target) for target in targets[:1])


def _level_above(by_level: Mapping[str, list[int]], row: Row) -> list[int]:
    """The rows of the nearest higher level that has any; an activity leads to no impact."""
    for level in reversed(LEVELS[: LEVELS.index(row.level)]):
        if found := by_level[level]:
            return [] if row.level == "activity" and level == "impact" else found
    return []


def _is_under(row: Row, other: str) -> bool:
    return row.under == other or row.number.startswith(f"{other}.")


def _nearest(number: int, above: list[int], first: int) -> list[int]:
    """The row above that this one stands under, where the rows of its level stand among those above.

    `above` are in order; `first` is the first row of its own level.
    """
    if not above or above[-1] < first:
        return []  # grouped by level: the order says nothing
    before = bisect_left(above, number)
    return [above[before - 1]] if before else []


def _assumptions(row: Row) -> Iterator[dict[str, Any]]:
    for number, statement in enumerate(row.assumptions, 1):
        yield {"id": f"assumption-{number}", "statement": statement}


def _add_risks(design: Building[Design], row: Row, factors: set[str], *, leads_on: bool) -> None:
    """Risks as external factors; also assumptions of a row that leads to nothing that is written.

    `factors` are the statements of those that stand there already.
    """
    said = list(row.risks) + [(text, "") for text in row.assumptions if not leads_on]
    for statement, mitigation in said:
        is_risk = (statement, mitigation) in row.risks
        values = {"statement": statement, "mitigation": mitigation}
        values |= {"effect": "hinders"} if is_risk else {}
        if statement not in factors:
            design.add("external_factors", values)
            factors.add(statement)
