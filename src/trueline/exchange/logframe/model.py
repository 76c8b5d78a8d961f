"""What was read of a logframe: its objectives, their indicators, and what became of each cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from trueline.exchange.logframe.headings import LevelWord, LogframeLevel

Fate = Literal["placed", "comment", "unplaced"]


@dataclass
class Target:
    """One target as the file has it: what heads it, and what it says."""

    label: str
    text: str
    place: str = ""


@dataclass
class IndicatorRow:
    """One indicator: its statement, and what its other columns say, by column."""

    statement: str
    place: str
    code: str = ""
    said: dict[str, str] = field(default_factory=dict)
    methods: list[str] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    at: dict[str, list[str]] = field(default_factory=dict)
    """By column, the places of the cells that say it."""
    raw: dict[str, list[str]] = field(default_factory=dict)
    """By column, those cells as they stand."""


@dataclass
class Row:
    """One objective or activity. `place` says where it stands; `number` is its own, as 1.2."""

    objective: str
    place: str
    level: LogframeLevel = "output"
    number: str = ""
    word: LevelWord | None = None
    indent: int = 0
    under: str = ""
    """The number of what it leads to, where the file says so."""
    indicators: list[IndicatorRow] = field(default_factory=list)
    assumptions: list[str] = field(default_factory=list)
    risks: list[tuple[str, str]] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)
    at: dict[str, list[str]] = field(default_factory=dict)
    raw: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class CellFate:
    """What became of one cell: placed, kept as a comment, or not placed, and as what or why."""

    place: str
    text: str
    fate: Fate
    what: str = ""


@dataclass(frozen=True)
class TableRead:
    """One table of the file: its columns by number, with heading and role, and whether it was used."""

    number: int
    place: str
    columns: Mapping[int, tuple[str, str]]
    used: bool
    is_candidate: bool


@dataclass(frozen=True)
class Logframe:
    """A logframe as it was read. `layout` names the donor's form where it was recognised."""

    place: str
    rows: tuple[Row, ...]
    title: str = ""
    layout: str = ""
    tables: tuple[TableRead, ...] = ()
    cells: tuple[CellFate, ...] = ()
    doubts: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def unplaced(self) -> tuple[CellFate, ...]:
        """The cells that found no place."""
        return tuple(cell for cell in self.cells if cell.fate == "unplaced")

    @property
    def indicators(self) -> Iterator[IndicatorRow]:
        """Every indicator, in the order of the file."""
        return (one for row in self.rows for one in row.indicators)
