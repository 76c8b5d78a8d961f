"""A whole logframe as it was read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from trueline.exchange.logframe.model import CellFate, IndicatorRow, ObjectiveRow, TableRead
from trueline.exchange.logframe.round_trip import Identities


@dataclass(frozen=True)
class Logframe:
    """A logframe as it was read. `layout` names the donor's form where it was recognised.

    `facts` are fields of the design that stand above it: lead, countries, start, end, budget.
    """

    place: str
    rows: tuple[ObjectiveRow, ...]
    title: str = ""
    layout: str = ""
    tables: tuple[TableRead, ...] = ()
    cells: tuple[CellFate, ...] = ()
    doubts: tuple[str, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    identities: Identities = field(default_factory=Identities)

    @property
    def unplaced(self) -> tuple[CellFate, ...]:
        """The cells that found no place."""
        return tuple(cell for cell in self.cells if cell.fate == "unplaced")

    @property
    def indicators(self) -> Iterator[IndicatorRow]:
        """Every indicator, in the order of the file."""
        return (one for row in self.rows for one in row.indicators)
