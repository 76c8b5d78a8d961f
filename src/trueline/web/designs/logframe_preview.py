"""A logframe as it was read, with what a person chose about its columns, rows and days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from django import forms

from trueline.exchange.logframe import (
    LEVELS,
    CellFate,
    ImportedDesign,
    Logframe,
    ObjectiveRow,
    TableRead,
    begin,
    doubtful_numbers,
    logframe_of,
    settled,
    undated,
)
from trueline.exchange.logframe.layouts import NAMES
from trueline.exchange.logframe.roles import ROLES, role_label
from trueline.language import gettext
from trueline.language import number as formatted_number
from trueline.language.terms import LEVEL
from trueline.office import Grid
from trueline.web.typed import DayField

Sent = Mapping[str, str]
SHOWN = 200
"""So many cells without a place are listed one by one."""


@dataclass(frozen=True)
class Choice:
    """A select: its name, what it is about, and its options."""

    name: str
    label: str
    chosen: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class TableChoice:
    """A table of the file: whether it is used, and what each of its columns holds."""

    number: int
    place: str
    used: bool
    columns: tuple[Choice, ...]


@dataclass(frozen=True)
class RowChoice:
    """A row: what it became, and the choices about it."""

    number: int
    row: ObjectiveRow
    level: str


class Preview:
    """Reads grids as a person chose. Raises FileProblems where no logframe is left."""

    def __init__(self, grids: tuple[Grid, ...], name: str, sent: Sent | None = None) -> None:
        self.sent = sent or {}
        self.table = logframe_of(grids, name)
        if chosen := dict(self._chosen_columns(self.table)):
            self.table = logframe_of(grids, name, chosen)

    def _chosen_columns(self, first: Logframe) -> Iterator[tuple[int, dict[int, str]]]:
        """Columns that a person chose otherwise than they were read."""
        if "tables" not in self.sent:
            return
        for table in first.tables:
            wanted = f"use-{table.number}" in self.sent
            if table.used and not wanted:
                yield table.number, {-1: ""}
                continue
            roles = {
                column: role_sent
                for column, (_, role) in table.columns.items()
                if (role_sent := self.sent.get(f"column-{table.number}-{column}", role))
                not in (role, "comment" if role not in ROLES else role)
                and role_sent in ROLES
            }
            if wanted and roles:
                yield table.number, roles

    @property
    def title(self) -> str:
        """The title as it was written, else as it was read."""
        return self.sent.get("title", self.table.title).strip()[:500]

    @property
    def layout(self) -> str:
        """The donor's form, "" where none was recognised."""
        return gettext(NAMES.get(self.table.layout, ""))

    @cached_property
    def tables(self) -> tuple[TableChoice, ...]:
        """Every table that could be read, with the choices about it."""
        return tuple(_table(table) for table in self.table.tables if table.columns)

    @property
    def rows(self) -> list[RowChoice]:
        """Every row with its level as it was chosen."""
        return [
            RowChoice(number, row, self.sent.get(f"level-{number}", row.level))
            for number, row in enumerate(self.table.rows)
            if row.objective
        ]

    @property
    def levels(self) -> list[tuple[str, str]]:
        """The levels that can be chosen."""
        return [(level, LEVEL.label(level)) for level in LEVELS]

    @cached_property
    def days(self) -> forms.Form:
        """A day for each heading of targets that names none."""
        fields = {
            f"due-{number}": DayField(last=True, label=label)
            for number, label in enumerate(undated(self.table))
        }
        form: forms.Form = type("DaysForm", (forms.Form,), fields)(self.sent or None)
        return form

    @property
    def numbers(self) -> list[Choice]:
        """Numbers that could be two, and what each may be read as."""
        return [
            Choice(
                f"number-{number}",
                f"{one.text} ({one.place})",
                self.sent.get(f"number-{number}", ""),
                tuple((f"{r:f}", formatted_number(r)) for r in one.readings),
            )
            for number, one in enumerate(doubtful_numbers(self.table))
        ]

    def _with_chosen_numbers(self) -> Logframe:
        """The logframe with the numbers that somebody chose."""
        chosen = {
            one.text: reading
            for number, one in enumerate(doubtful_numbers(self.table))
            for reading in one.readings
            if f"{reading:f}" == self.sent.get(f"number-{number}")
        }
        return settled(self.table, chosen)

    def begun(self, known_kinds: frozenset[str] = frozenset()) -> ImportedDesign:
        """The design that the logframe begins, rows that were set to no level left out."""
        rows: list[ObjectiveRow] = []
        kinds: dict[int, str] = {}
        table = self._with_chosen_numbers()
        for number, row in enumerate(table.rows):
            level = self.sent.get(f"level-{number}", row.level)
            if level in LEVELS:
                kind = self.sent.get(f"kind-{number}", "other")
                kinds[len(rows)] = kind if kind in known_kinds else "other"
                rows.append(replace(row, level=level))
        chosen = replace(table, rows=tuple(rows))
        return begin(chosen, title=self.title, kinds=kinds, due=dict(self._due()))

    def _due(self) -> Iterator[tuple[str, date]]:
        if self.days.is_valid():
            for name, day in self.days.cleaned_data.items():
                if day:
                    yield self.days.fields[name].label, day

    @cached_property
    def _cells(self) -> tuple[CellFate, ...]:
        return self.begun().cells

    @property
    def counts(self) -> dict[str, int]:
        """How many cells found a place, are kept as comments, or found none."""
        fates = [cell.fate for cell in self._cells]
        return {fate: fates.count(fate) for fate in ("placed", "comment", "unplaced")}

    @property
    def unplaced(self) -> list[CellFate]:
        """The cells without a place, up to as many as are shown."""
        return [cell for cell in self._cells if cell.fate == "unplaced"][:SHOWN]

    @property
    def more_unplaced(self) -> int:
        """How many cells without a place are not shown."""
        return max(self.counts["unplaced"] - SHOWN, 0)

    @property
    def comments(self) -> list[CellFate]:
        """The cells that are kept as comments."""
        return [cell for cell in self._cells if cell.fate == "comment"][:SHOWN]


def _table(table: TableRead) -> TableChoice:
    options = tuple((role, role_label(role)) for role in ROLES)
    columns = tuple(
        Choice(
            f"column-{table.number}-{column}",
            " ".join(text.split())[:80],
            role if role in ROLES else "comment",
            options,
        )
        for column, (text, role) in table.columns.items()
    )
    return TableChoice(table.number, table.place, table.used, columns)
