"""Imports a logframe that was exported by us: unchanged texts keep their original values.

The key that travels with it says which element each row is, and for each field the texts that showed
it. Where all of them still stand, the field has the value that it had; where one was changed, it has
what the file says now.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from trueline.design.logframe_key import SHEET, KeyEntry, LogframeKey, digest, key_from
from trueline.document.fields import is_empty
from trueline.exchange.logframe.model import IndicatorRow, ObjectiveRow
from trueline.office import Cell, Grid


def key_in(grids: Sequence[Grid]) -> LogframeKey | None:
    """The key that travels in a file's grids, None where there is none."""
    for grid in grids:
        if grid.hidden and grid.place == SHEET:
            rows = [
                (row[0].text, row[1].text) for row in grid.rows.values() if 0 in row and 1 in row
            ]
            return key_from(rows)
    return None


def with_our_headings(grids: Sequence[Grid]) -> tuple[Grid, ...]:
    """The grids with our words at heads and levels that an organisation calls by names of its own.

    Which these are, its file says. What else a cell holds stays as it is.
    """
    key = key_in(grids)
    if key is None or not key.names:
        return tuple(grids)
    names = "|".join(re.escape(name) for name in sorted(key.names, key=len, reverse=True))
    head = re.compile(rf"({names})(?=\Z|\n|: [^\n]{{1,16}}\Z| [\d.]+(?:\s|\Z))")

    def ours(cell: Cell) -> Cell:
        match = head.match(cell.text)
        if match is None:
            return cell
        return replace(cell, text=key.names[match[1]] + cell.text[match.end() :])

    return tuple(
        replace(
            grid,
            rows={
                number: {column: ours(cell) for column, cell in row.items()}
                for number, row in grid.rows.items()
            },
        )
        for grid in grids
    )


@dataclass(frozen=True)
class Identities:
    """Which element each row and indicator of a file is, and its texts when it was exported."""

    key: LogframeKey | None = None
    by_row: Mapping[int, KeyEntry] = field(default_factory=dict)
    texts: frozenset[str] = frozenset()

    @property
    def elements(self) -> tuple[KeyEntry, ...]:
        """Everything that left, in the order of the design."""
        return self.key.elements if self.key else ()

    def row(self, row: ObjectiveRow) -> KeyEntry | None:
        """The key's entry of a row, if it has one."""
        return self.by_row.get(row.serial)

    def indicator(self, indicator: IndicatorRow) -> KeyEntry | None:
        """The key's entry of an indicator, if it has one."""
        return self.by_row.get(indicator.serial)

    def is_level(self, entry: KeyEntry, row: ObjectiveRow) -> bool:
        """Whether a row is still of the level that it left with."""
        return entry.level == _level(row) or (entry.level == "result" and row.level == "output")

    def values(
        self,
        row: ObjectiveRow | IndicatorRow,
        read: dict[str, Any],
        *,
        always: tuple[str, ...] = (),
    ) -> dict[str, Any]:
        """The values of a row: those it left with where its texts still stand, else as it is read."""
        entry = self.by_row.get(row.serial)
        if entry is None:
            return read
        structure = ("result",) if entry.place == "indicators" else ()
        read = {name: value for name, value in read.items() if not is_empty(value)}
        return surviving_values(entry, raw_digests(row), read, always=always, left_out=structure)

    def whole(self, read: dict[str, Any]) -> dict[str, Any]:
        """The design's own values."""
        entry = next((one for one in self.elements if not one.place), None)
        return surviving_values(entry, self.texts, read) if entry else read

    def links(self, here: set[str], rows: Mapping[str, ObjectiveRow]) -> Iterator[dict[str, Any]]:
        """The links whose two ends are still there. Changed assumptions are read from the file."""
        gone = {one.id for one in self.elements if one.place in ("results", "activities")} - here
        links = [
            one
            for one in self.elements
            if one.place == "links" and not {one.values["cause"], one.values["effect"]} & gone
        ]
        texts_by_cause: dict[str, set[str]] = {}
        for entry in links:
            texts = entry.shown.get("assumptions", ())
            texts_by_cause.setdefault(str(entry.values["cause"]), set()).update(texts)
        changed = {
            cause
            for cause, texts in texts_by_cause.items()
            if cause in rows
            and (not texts <= raw_digests(rows[cause]) or (not texts and rows[cause].assumptions))
        }
        begun: set[str] = set()
        for entry in links:
            cause, before = str(entry.values["cause"]), entry.values.get("assumptions") or []
            link = {"id": entry.id, "cause": cause, "effect": entry.values["effect"]}
            if cause not in changed:
                link["assumptions"] = before
            elif cause not in begun:
                every = [one for each in links for one in each.values.get("assumptions") or []]
                link["assumptions"] = _as_now(every, rows[cause].assumptions)
            begun.add(cause)
            yield link

    def risks(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """The list and values of each risk whose whole line is unchanged."""
        for entry in self.elements:
            texts_shown = [text for texts in entry.shown.values() for text in texts]
            if entry.place in ("external_factors", "displacement") and {*texts_shown} <= self.texts:
                own = {} if entry.place == "displacement" else {"id": entry.id}
                yield entry.place, {**own, **entry.values}

    def is_shown(self, text: str) -> bool:
        """Whether a text stands as it left."""
        return any(digest(text) in texts for one in self.elements for texts in one.shown.values())

    def in_order(self, lists: Mapping[str, list[dict[str, Any]]]) -> dict[str, Any]:
        """Lists in the order in which they left, new elements last."""
        place = {(one.place, one.id): number for number, one in enumerate(self.elements)}
        last = len(place)
        return {
            name: sorted(
                elements,
                key=lambda one: place.get((name, one.get("id") or one.get("kind", "")), last),
            )
            for name, elements in lists.items()
        }


def _as_now(before: Any, statements: Sequence[str]) -> list[dict[str, Any]]:
    """Assumptions as the file has them, with the ids of those that were there before."""
    ids = {str(one.get("statement", "")): str(one["id"]) for one in before}
    taken = set(ids.values())
    assumptions = []
    for statement in statements:
        id = ids.get(statement) or next(
            name for name in (f"assumption-{n}" for n in count(1)) if name not in taken
        )
        taken.add(id)
        assumptions.append({"id": id, "statement": statement})
    return assumptions


def identified(
    grids: Sequence[Grid], rows: Sequence[ObjectiveRow], key: LogframeKey | None
) -> Identities:
    """Find each row and indicator of a file in its key: by its number, else by what it says."""
    if key is None:
        return Identities()
    texts = frozenset(
        digest(text)
        for grid in grids
        if not grid.hidden
        for _, _, cell in grid.cells()
        for text in (cell.text, *cell.text.split("\n"))
    )
    elements: dict[int, KeyEntry] = {}
    free = {(one.place, one.id): one for one in key.elements}
    for row in rows:
        place = "activities" if row.level == "activity" else "results"
        match_of_row = _best(free, (place,), row, row.number, _level(row)) or _best(
            free, ("results", "activities"), row, row.number, _level(row)
        )
        if match_of_row:
            elements[row.serial] = free.pop((match_of_row.place, match_of_row.id))
    for whole in (
        False,
        True,
    ):  # an indicator goes to another result only where none of its own fits
        for row in rows:
            match_of_row = elements.get(row.serial)
            own = match_of_row.id if match_of_row and not whole else ""
            level = _level(row) if row.objective else ""
            for indicator in row.indicators:
                if indicator.serial in elements:
                    continue
                match = _best(free, ("indicators",), indicator, indicator.code, level, own)
                if match:
                    elements[indicator.serial] = free.pop((match.place, match.id))
    return Identities(key, elements, texts)


def _level(row: ObjectiveRow) -> str:
    """The level that the file names, in the word that the key has for it."""
    return "result" if row.word == "result" else (row.word or "")


def _best(
    free: Mapping[tuple[str, str], KeyEntry],
    places: tuple[str, ...],
    row: ObjectiveRow | IndicatorRow,
    number: str,
    level: str,
    result: str = "",
) -> KeyEntry | None:
    digests = raw_digests(row)
    name = "title" if places == ("activities",) else "statement"
    same_text = [
        one
        for one in free.values()
        if one.place in places
        and (digests_shown := one.shown.get(name) or one.shown.get("title"))
        and digests & {*digests_shown}
    ]
    by_number = [
        one
        for one in free.values()
        if one.place in places and number and one.number == number and one.level == level
    ]
    both = [one for one in same_text if one in by_number]
    exact = [one for one in same_text if one.number == number]
    if result:
        same_text = [one for one in same_text if one.values.get("result") == result]
    for group in (both, exact, by_number, same_text):
        if group:
            return group[0]
    return None


def raw_digests(row: ObjectiveRow | IndicatorRow) -> set[str]:
    """The digests of all texts that stand at a row, and of each of their lines."""
    texts = [text for texts in row.raw.values() for text in texts]
    return {digest(part) for text in texts for part in (text, *text.split("\n"))}


def surviving_values(
    entry: KeyEntry,
    texts: Iterable[str],
    read: Mapping[str, Any],
    *,
    always: tuple[str, ...] = (),
    left_out: tuple[str, ...] = (),
) -> dict[str, Any]:
    """The values of an imported element: the original ones where its texts are unchanged.

    `texts` are the digests of what stands there now, `read` the values as they are read from it. A
    field that was empty when it left has what was written into it since.
    """
    now = set(texts)
    values = {name: value for name, value in read.items() if name not in entry.shown}
    for name, value in entry.values.items():
        digests = entry.shown.get(name)
        if name in left_out:
            continue
        is_as_it_left = {*digests} <= now if digests else digests is not None and not read.get(name)
        if name in always or is_as_it_left:
            values[name] = value
        elif read.get(name):
            values[name] = read[name]
    return {name: value for name, value in values.items() if not is_empty(value)}
