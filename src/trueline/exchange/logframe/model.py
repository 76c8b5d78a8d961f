"""A logframe as read: its objectives, their indicators, and what became of each cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Literal

from trueline.exchange.logframe.headings import LevelWord, LogframeLevel

Fate = Literal["placed", "comment", "unplaced"]
_SERIALS = count()
"""A number for each row and indicator that is read, by which copies of it are known."""


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
    texts: dict[str, str] = field(default_factory=dict)
    methods: list[str] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    at: dict[str, list[str]] = field(default_factory=dict)
    """By column, the places of the cells that say it."""
    raw: dict[str, list[str]] = field(default_factory=dict)
    """By column, those cells as they stand, and what heads them."""
    serial: int = field(default_factory=_SERIALS.__next__, compare=False)


@dataclass
class ObjectiveRow:
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
    texts: dict[str, str] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)
    at: dict[str, list[str]] = field(default_factory=dict)
    raw: dict[str, list[str]] = field(default_factory=dict)
    serial: int = field(default_factory=_SERIALS.__next__, compare=False)


@dataclass(frozen=True)
class CellFate:
    """The fate of one cell: placed, kept as a comment, or not placed, and as what or why."""

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
