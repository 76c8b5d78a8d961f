"""From the rows of a logframe to the beginning of a design.

Rows become results and activities, their columns indicators and assumptions. The arrows that a
logframe leaves to its layout become links: from each row to the row that its number names, such as
1.2 to 1, else to the only row of the next level, else to the one that it stands under. Where rows are
grouped by level and no number says which, no link is made, and the review asks. A row's assumptions are
what must hold for its step upwards.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from trueline.design import Design
from trueline.document.editing import short_name
from trueline.exchange.logframe.amounts import amount_in, day_in, money_in, span_in
from trueline.exchange.logframe.headings import LEVELS
from trueline.exchange.logframe.indicators import Remainder, indicator_values
from trueline.exchange.logframe.logframe import Logframe
from trueline.exchange.logframe.model import CellFate, IndicatorRow, ObjectiveRow
from trueline.language import gettext

Due = Mapping[str, date]
"""The days of targets for which the file names none, by what heads them."""


@dataclass(frozen=True)
class ImportedDesign:
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
) -> ImportedDesign:
    """The design that a logframe begins, and what is kept as comments on its elements."""
    beginning = Beginning(table, kinds or {}, due or {})
    design = beginning.design(title or table.title)
    in_comments = beginning.commented_cells
    cells = tuple(
        replace(cell, fate="comment") if cell.place in in_comments else cell for cell in table.cells
    )
    return ImportedDesign(design, tuple(beginning.comments), cells)


class Beginning:
    """Gathers the elements of a design from the rows of a logframe."""

    def __init__(self, table: Logframe, kinds: Mapping[int, str], due: Due) -> None:
        self.table, self.kinds, self.due = table, kinds, due
        self.identities = table.identities
        self.lists: dict[str, list[dict[str, Any]]] = {}
        self.taken: set[str] = {one.id for one in self.identities.elements}
        self.numbers: dict[str, int] = {}
        self.factors: set[str] | None = None
        self.comments: list[tuple[str, str]] = []
        self.commented_cells: set[str] = set()

    def design(self, title: str) -> Design:
        """The design of all rows."""
        rows = self.table.rows
        names = {n: self._objective(n, row) for n, row in enumerate(rows) if row.objective}
        for place, values in self.identities.risks():
            self.lists.setdefault(place, []).append(values)
        links = dict(links_between(rows))
        self._links(names, links)
        for number, row in enumerate(rows):
            self._risks(row, leads_on=number in links or self.identities.row(row) is not None)
            for indicator in row.indicators:
                self._indicator(indicator, names.get(number))
        whole = self.identities.whole({"title": title, **self.table.facts})
        return Design.model_validate({**whole, **self.identities.in_order(self.lists)})

    def _add(self, name: str, noun: str, values: dict[str, Any], id: str = "") -> tuple[str, str]:
        """Add an element to a list; its id, and where it stands."""
        id = id or self._fresh_id(noun, values)
        self.taken.add(id)
        self.lists.setdefault(name, []).append({"id": id, **values})
        return id, f"{name}[{id}]"

    def _fresh_id(self, noun: str, values: dict[str, Any]) -> str:
        """A short id that nothing has yet, from a title or statement; as quick for the thousandth."""
        base, alone = short_name(noun, values)
        if alone and base not in self.taken:
            return base
        number = self.numbers.get(base, 2 if alone else 1)
        while f"{base}-{number}" in self.taken:
            number += 1
        self.numbers[base] = number + 1
        return f"{base}-{number}"

    def _note(self, address: str, comments: Iterable[str], remainder: Remainder) -> None:
        self.comments += [(address, comment) for comment in (*comments, *remainder.texts)]
        self.commented_cells |= remainder.places

    def _objective(self, number: int, row: ObjectiveRow) -> str:
        """Add the activity or result of a row; its id."""
        remainder = Remainder()
        entry = self.identities.row(row)
        id = entry.id if entry else ""
        if row.level == "activity" or (entry and entry.place == "activities"):
            values = {"kind": self.kinds.get(number, "other"), **_activity_values(row, remainder)}
            values = self.identities.values(row, values, always=("kind",))
            if entry and number in self.kinds and self.kinds[number] != "other":
                values["kind"] = self.kinds[number]
            id, address = self._add("activities", "Activity", values, id)
        else:
            values = {"statement": row.objective, "level": row.level}
            same = entry is not None and self.identities.is_level(entry, row)
            values = self.identities.values(row, values, always=("level",) if same else ())
            id, address = self._add("results", "Result", values, id)
        self._note(address, row.comments, remainder)
        return id

    def _links(self, names: Mapping[int, str], links: Mapping[int, int]) -> None:
        rows = self.table.rows
        here = set(names.values())
        by_id = {id: rows[number] for number, id in names.items()}
        for link in self.identities.links(here, by_id):
            self.taken.add(link["id"])
            self.lists.setdefault("links", []).append(link)
        for cause, effect in links.items():
            if self.identities.row(rows[cause]) and self.identities.row(rows[effect]):
                continue  # the key has the links
            values = {
                "cause": names[cause],
                "effect": names[effect],
                "assumptions": list(assumptions_of(rows[cause].assumptions)),
            }
            self._add("links", "Link", values)

    def _risks(self, row: ObjectiveRow, *, leads_on: bool) -> None:
        """Risks as external factors; also assumptions of a row that leads to nothing that is written."""
        risks = list(row.risks) + [(text, "") for text in row.assumptions if not leads_on]
        if self.factors is None:
            factors = self.lists.get("external_factors", ())
            self.factors = {one.get("statement", "") for one in factors}
        for statement, mitigation in risks:
            if statement in self.factors or self.identities.is_shown(
                risk_line(statement, mitigation)
            ):
                continue
            self.factors.add(statement)
            values = {"statement": statement, "mitigation": mitigation}
            values |= {"effect": "hinders"} if (statement, mitigation) in row.risks else {}
            self._add("external_factors", "External factor", values)

    def _indicator(self, indicator: IndicatorRow, result: str | None) -> None:
        values, remainder = indicator_values(indicator, result, self.due)
        entry = self.identities.indicator(indicator)
        if entry and "disaggregation" not in indicator.texts:
            values.pop("disaggregation", None)  # what was guessed from the words of a target
        if entry and result is None:
            values["result"] = entry.values.get("result")
        values = self.identities.values(indicator, values)
        _, address = self._add("indicators", "Indicator", values, entry.id if entry else "")
        self._note(address, indicator.comments, remainder)


def _activity_values(row: ObjectiveRow, remainder: Remainder) -> dict[str, Any]:
    """The fields of an activity that its row has columns for."""
    values: dict[str, Any] = {"title": row.objective[:500]}
    described = [row.objective] if len(row.objective) > 500 else []
    for role, text in row.texts.items():
        if role == "responsible":
            values["lead"] = text[:500]
        elif role == "target_group":
            values["target_group"] = text
        elif role == "dates" and (span := span_in(text)):
            values["start"], values["end"] = span
        elif role in ("start", "end") and (day := day_in(text, last_of_year=role == "end")):
            values[role] = day
        elif role == "people" and _is_whole(text):
            values["people"] = int(amount_in(text, last_of_year=True).number or 0)
        elif role == "cost" and (budget := money_in(text)):
            values["budget"] = budget
        elif role == "definition":
            described.append(text)
        else:
            label = {"means": gettext("Means"), "cost": gettext("Cost")}.get(role, role)
            remainder.add(f"{label}: {text}", row.at.get(role, ()))
    if described:
        values["description"] = "\n".join(described)
    return values


def _is_whole(text: str) -> bool:
    amount = amount_in(text, last_of_year=True)
    return (
        amount.number is not None
        and amount.number >= 0
        and amount.number % 1 == 0
        and not amount.words
    )


def links_between(rows: Sequence[ObjectiveRow]) -> Iterator[tuple[int, int]]:
    """Which row leads to which: by number, because there is no other, or by standing under it."""
    by_level: dict[str, list[int]] = {level: [] for level in ("", *LEVELS)}
    for number, row in enumerate(rows):
        if row.objective:
            by_level[row.level].append(number)
    first = {row.level: number for number, row in reversed([*enumerate(rows)])}
    numbered = {
        level: {rows[n].number: n for n in reversed(here) if rows[n].number}
        for level, here in by_level.items()
    }
    for number, row in enumerate(rows):
        level = _level_above(by_level, row) if row.objective else ""
        above = by_level[level]
        numbered_above = [numbered[level][over] for over in _over(row) if over in numbered[level]]
        if numbered_above:
            yield number, min(numbered_above)
            continue
        targets = above if len(above) == 1 else _nearest(number, above, first[row.level])
        yield from ((number, target) for target in targets[:1])


def _level_above(by_level: Mapping[str, list[int]], row: ObjectiveRow) -> str:
    """The nearest higher level that has any rows, or ""; an activity leads to no impact."""
    for level in reversed(LEVELS[: LEVELS.index(row.level)]):
        if by_level[level]:
            return "" if row.level == "activity" and level == "impact" else level
    return ""


def _over(row: ObjectiveRow) -> Iterator[str]:
    """The numbers that a row stands under: the one that it names, and the beginnings of its own."""
    yield row.under
    yield from (row.number[:at] for at, sign in enumerate(row.number) if sign == ".")


def _nearest(number: int, above: list[int], first: int) -> list[int]:
    """The row above that this one stands under, where the rows of its level stand among those above.

    `above` are in order; `first` is the first row of its own level.
    """
    if not above or above[-1] < first:
        return []  # grouped by level: the order means nothing
    before = bisect_left(above, number)
    return [above[before - 1]] if before else []


def risk_line(risk: str, mitigation: str) -> str:
    """A risk as our own logframes write it, with what is done about it."""
    if mitigation:
        return gettext("{risk}. In response: {mitigation}", risk=risk, mitigation=mitigation)
    return f"{risk}."


def assumptions_of(statements: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Assumptions with ids of their own within a link."""
    for number, statement in enumerate(statements, 1):
        yield {"id": f"assumption-{number}", "statement": statement}
