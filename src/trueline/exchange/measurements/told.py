"""What tables of measurements tell, by indicator."""

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
class Told:
    """One row: its line in the file, the indicator's id, what it says, and its note.

    `gives_state`: it says in words why there is no figure; a row may also be left empty.
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
    """What a table tells of the indicators of a design, by the indicator's id."""

    records: dict[str, list[Record]] = field(default_factory=dict)
    periods: dict[str, Period] = field(default_factory=dict)
    places: dict[str, None] = field(default_factory=dict)
    lists: tuple[str, ...] = ()
    """The lists that people are divided by."""
    told: list[Told] = field(default_factory=list)
    """The rows in their order."""
    once: dict[tuple[str, Literal["before", "again"], Period], list[Record]] = field(
        default_factory=dict
    )
    """What was measured before the work or again afterwards, by indicator, occasion and day."""

    def merge(self, other: Measurements) -> None:
        """Take in what another table tells; where both tell of the same, the later one holds."""
        for indicator, records in other.records.items():
            self.records.setdefault(indicator, []).extend(records)
        self.told += other.told
        for day, records in other.once.items():
            self.once.setdefault(day, []).extend(records)
        self.periods |= other.periods
        self.places |= other.places
        self.lists = tuple(dict.fromkeys((*self.lists, *other.lists)))

    def add(self, told: Told) -> None:
        """Take in what a row says."""
        self.told.append(told)
        self.places[told.record.place] = None
        if told.occasion != "period":
            day = told.indicator, told.occasion, told.period
            self.once.setdefault(day, []).append(told.record)
            return
        self.records.setdefault(told.indicator, []).append(told.record)
        self.periods[told.period.label] = told.period

    def measured_once(self, indicator: Indicator) -> list[Once]:
        """What was measured of an indicator before the work, and again afterwards."""
        return [
            once(indicator, occasion, when, records)
            for (id, occasion, when), records in self.once.items()
            if id == indicator.id
        ]

    def with_baselines(self, design: Design) -> Design:
        """The design with the baselines that were measured in place of those planned."""
        told = [with_baseline(each, self.measured_once(each)) for each in design.indicators]
        return design.model_copy(update={"indicators": tuple(told)})

    def with_occasions(self, figures: Iterable[Figure]) -> tuple[Figure, ...]:
        """Figures with what was measured before the work and again afterwards beside them."""
        return tuple(with_occasions(each, self.measured_once(each.indicator)) for each in figures)
