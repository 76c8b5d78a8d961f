"""Rows of tables of measurements, collected by indicator."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from trueline.design import Design
from trueline.design.figures import Figure
from trueline.design.measurement import Indicator
from trueline.design.occasions import Once, once, with_baseline, with_occasions
from trueline.measures.aggregates import Record
from trueline.measures.periods import Period

Occasion = Literal["period", "before", "again"]
"""Why something was measured: for a period, before the work, or again afterwards."""


@dataclass(frozen=True, slots=True)
class MeasuredRow:
    """One row of a table: its line in the file, the indicator's id, the figure and its note.

    `gives_state`: a word says why there is no figure; a row may also be left empty.
    """

    line: int
    indicator: str
    period: Period
    record: Record
    note: str = ""
    gives_state: bool = False
    occasion: Occasion = "period"


@dataclass
class Measurements:
    """The measurements in a table, by the id of their indicator."""

    records: dict[str, list[Record]] = field(default_factory=dict)
    periods: dict[str, Period] = field(default_factory=dict)
    places: dict[str, None] = field(default_factory=dict)
    lists: tuple[str, ...] = ()
    """The lists that people are divided by."""
    rows: list[MeasuredRow] = field(default_factory=list)
    """The rows in their order."""
    once: dict[tuple[str, Literal["before", "again"], Period], list[Record]] = field(
        default_factory=dict
    )
    """Measurements from before the work or again afterwards, by indicator, occasion and day."""

    def merge(self, other: Measurements) -> None:
        """Add the rows of another table, after those of this one."""
        for indicator, records in other.records.items():
            self.records.setdefault(indicator, []).extend(records)
        self.rows += other.rows
        for day, records in other.once.items():
            self.once.setdefault(day, []).extend(records)
        self.periods |= other.periods
        self.places |= other.places
        self.lists = tuple(dict.fromkeys((*self.lists, *other.lists)))

    def add(self, row: MeasuredRow) -> None:
        """Add a row."""
        self.rows.append(row)
        self.places[row.record.place] = None
        if row.occasion != "period":
            day = row.indicator, row.occasion, row.period
            self.once.setdefault(day, []).append(row.record)
            return
        self.records.setdefault(row.indicator, []).append(row.record)
        self.periods[row.period.label] = row.period

    def measured_once(self, indicator: Indicator) -> list[Once]:
        """Measurements of an indicator from before the work, and again afterwards."""
        return [
            once(indicator, occasion, when, records)
            for (id, occasion, when), records in self.once.items()
            if id == indicator.id
        ]

    def with_baselines(self, design: Design) -> Design:
        """The design with the baselines that were measured in place of those planned."""
        indicators = [with_baseline(each, self.measured_once(each)) for each in design.indicators]
        return design.model_copy(update={"indicators": tuple(indicators)})

    def with_occasions(self, figures: Iterable[Figure]) -> tuple[Figure, ...]:
        """Figures with what was measured before the work and again afterwards beside them."""
        return tuple(with_occasions(each, self.measured_once(each.indicator)) for each in figures)
