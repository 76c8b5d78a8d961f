"""The value of an indicator over periods, places and groups of people, and how much of it is missing.

Within each place first, over the periods; then over the places. A place that did not report is
counted as missing, never as 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from trueline.measures.readings import (
    Count,
    Flag,
    Mean,
    Ratio,
    Reading,
    Scale,
    Share,
    State,
    combined,
)

Cell = tuple[tuple[str, str], ...]
"""A group of people: pairs of a list and a word of it, such as (("sex", "women"),). `()` is all."""

ALL: Cell = ()
_FLAGS = tuple(Flag)


class Method(StrEnum):
    """How one figure is made of several."""

    SUM = "sum"
    LAST = "last"
    HIGHEST = "highest"
    MEAN = "mean"
    """Of counts, the mean of those reported. Of shares, ratios and means: by their denominators,
    which is what their sum is as well."""


def cell(groups: Mapping[str, str]) -> Cell:
    """A group of people in the one order in which cells are compared."""
    return tuple(sorted(groups.items()))


@dataclass(frozen=True, slots=True)
class Record:
    """What one place told for one period and one group of people."""

    period: str
    place: str
    reading: Reading | None = None
    state: State = State.REPORTED
    cell: Cell = ALL

    def __post_init__(self) -> None:
        if (self.state is State.REPORTED) != (self.reading is not None):
            raise ValueError("A reading is given where, and only where, something was reported.")


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of what was expected, how much came in. Each is a number of readings."""

    expected: int = 0
    reported: int = 0
    missing: int = 0
    not_applicable: int = 0
    suppressed: int = 0

    def __add__(self, other: Coverage) -> Coverage:
        return Coverage(
            self.expected + other.expected,
            self.reported + other.reported,
            self.missing + other.missing,
            self.not_applicable + other.not_applicable,
            self.suppressed + other.suppressed,
        )

    @classmethod
    def of(cls, state: State) -> Coverage:
        """That of a single reading that was expected."""
        return _SINGLE[state]

    @classmethod
    def sum(cls, parts: Iterable[Coverage]) -> Coverage:
        """That of several together."""
        counts = [
            (c.expected, c.reported, c.missing, c.not_applicable, c.suppressed) for c in parts
        ]
        return cls(*map(sum, zip(*counts, strict=True))) if counts else cls()


_SINGLE = {
    state: Coverage(
        1,
        int(state is State.REPORTED),
        int(state is State.MISSING),
        int(state is State.NOT_APPLICABLE),
        int(state is State.SUPPRESSED),
    )
    for state in State
}


@dataclass(frozen=True, slots=True)
class Aggregate:
    """A figure or the reason why there is none, and what it rests on."""

    state: State
    reading: Reading | None = None
    coverage: Coverage = field(default_factory=Coverage)
    flags: tuple[Flag, ...] = ()
    difference: Decimal | None = None
    """By how much the total that was given differs from the sum of its parts."""
    below: int | None = None
    """Of a count of people that is held back for being small: the number that it is below."""


@dataclass(frozen=True, slots=True)
class Methods:
    """How an indicator's readings are put together. Places have no last one."""

    over_periods: Method = Method.SUM
    over_places: Method = Method.SUM

    def __post_init__(self) -> None:
        if self.over_places is Method.LAST:
            raise ValueError("Places have no order, so that none of them is the last.")


def aggregate(
    records: Iterable[Record],
    *,
    periods: Sequence[str],
    places: Sequence[str],
    methods: Methods,
    group: Cell = ALL,
) -> Aggregate:
    """The value over the periods and places that are expected to report.

    A reading of the group itself counts before the sum of its parts; where both were given and
    differ, the aggregate says by how much. Of two records for the same period, place and group
    the later one holds.
    """
    return _over_all(_told(records, periods, places, group), methods)


def aggregates(
    records: Iterable[Record],
    *,
    periods: Sequence[str],
    places: Sequence[str],
    methods: Methods,
    group: Cell = ALL,
) -> tuple[list[Aggregate], Aggregate]:
    """What `aggregate` gives for each of the periods by itself, and for all of them together."""
    told = _told(records, periods, places, group)
    alone = [
        _over_all([[of_place[number]] for of_place in told], methods)
        for number in range(len(periods))
    ]
    return alone, _over_all(told, methods)


def _told(
    records: Iterable[Record], periods: Sequence[str], places: Sequence[str], group: Cell
) -> list[list[Aggregate]]:
    """What each place told of a group, period by period."""
    latest: dict[tuple[str, str], dict[Cell, Record]] = {}
    for record in records:
        latest.setdefault((record.place, record.period), {})[record.cell] = record
    return [
        [_of_group(latest.get((place, period), {}), group) for period in periods]
        for place in places
    ]


def _over_all(told: Iterable[Sequence[Aggregate]], methods: Methods) -> Aggregate:
    of_places = [_over_periods(each, methods.over_periods) for each in told]
    return _over_places(of_places, methods.over_places)


def _of_group(cells: Mapping[Cell, Record], group: Cell) -> Aggregate:
    """What one place told of a group in one period: as it gave it, or as the sum of its parts."""
    parts = _parts(cells, group)
    given = cells.get(group)
    if given is None:
        return parts or Aggregate(State.MISSING, coverage=Coverage.of(State.MISSING))
    flags = given.reading.flags if given.reading else ()
    whole = Aggregate(given.state, given.reading, Coverage.of(given.state), flags)
    if parts is None or not _comparable(whole, parts):
        return whole
    if whole.reading == parts.reading:
        return whole
    difference = _difference(whole.reading, parts.reading)
    if not difference:
        return whole
    return replace(whole, flags=(*flags, Flag.PARTS_DIFFER), difference=difference)


def _comparable(whole: Aggregate, parts: Aggregate) -> bool:
    complete = parts.coverage.reported == parts.coverage.expected
    return complete and whole.reading is not None and type(whole.reading) is type(parts.reading)


def _difference(whole: Reading | None, parts: Reading | None) -> Decimal | None:
    """Whole minus parts, of what was counted: the numerator first, then the denominator."""
    match whole, parts:
        case Count(), Count():
            differences = [whole.value - parts.value]
        case (Share() | Ratio(), Share() | Ratio()):
            differences = [whole.numerator - parts.numerator, whole.denominator - parts.denominator]
        case Mean(), Mean():
            differences = [Decimal(whole.n - parts.n), whole.total - parts.total]
        case Scale(), Scale():
            differences = [Decimal(whole.n - parts.n)]
        case _:
            differences = []
    return next((each for each in differences if each), None)


def _parts(cells: Mapping[Cell, Record], group: Cell) -> Aggregate | None:
    """The sum of the smaller groups that make up a group, by the shortest list of divisions."""
    divisions: dict[tuple[str, ...], list[Record]] = {}
    within = set(group)
    for each, record in cells.items():
        if len(each) > len(group) and within.issubset(each):
            divisions.setdefault(tuple(name for name, _ in each), []).append(record)
    if not divisions:
        return None
    if len(divisions) == 1:
        (records,) = divisions.values()
    else:
        records = divisions[min(divisions, key=lambda names: (len(names), names))]
    return _over_places(
        [Aggregate(r.state, r.reading, Coverage.of(r.state)) for r in records], Method.SUM
    )


def _over_periods(readings: Sequence[Aggregate], method: Method) -> Aggregate:
    if method is not Method.LAST:
        return _over_places(readings, method)
    coverage = Coverage.sum(each.coverage for each in readings)
    told = [
        (position, each)
        for position, each in enumerate(readings)
        if each.state in (State.REPORTED, State.SUPPRESSED)
    ]
    if not told:
        return _without_figure(readings, coverage)
    position, last = told[-1]
    is_carried = any(each.state is State.MISSING for each in readings[position + 1 :])
    flags = (*last.flags, *((Flag.CARRIED_FORWARD,) if is_carried else ()))
    return replace(last, coverage=coverage, flags=flags)


def _over_places(readings: Sequence[Aggregate], method: Method) -> Aggregate:
    if len(readings) == 1 and readings[0].state is not State.SUPPRESSED:
        return readings[0]  # the whole of one is that one, whatever the method
    coverage = Coverage.sum(each.coverage for each in readings)
    if any(each.state is State.SUPPRESSED for each in readings):
        return Aggregate(State.SUPPRESSED, coverage=coverage)
    reported = [each for each in readings if each.reading is not None]
    if not reported:
        return _without_figure(readings, coverage)
    whole = _put_together([each.reading for each in reported if each.reading], method)
    inherited = {flag for each in reported for flag in each.flags} - {Flag.NOBODY_COUNTED}
    flags = {*inherited, *whole.flags}
    return Aggregate(
        State.REPORTED,
        whole,
        coverage,
        tuple(flag for flag in _FLAGS if flag in flags) if flags else (),
        next((each.difference for each in reported if each.difference), None),
    )


def _put_together(readings: Sequence[Reading], method: Method) -> Reading:
    if method is Method.HIGHEST:
        return max(readings, key=lambda each: (each.figure is not None, each.figure or 0))
    whole = combined(readings)
    if method is Method.MEAN and isinstance(whole, Count):
        return Count(whole.value / len(readings))
    return whole


def _without_figure(readings: Sequence[Aggregate], coverage: Coverage) -> Aggregate:
    """Not applicable where it is so everywhere; otherwise something is missing."""
    is_nowhere = bool(readings) and all(each.state is State.NOT_APPLICABLE for each in readings)
    return Aggregate(State.NOT_APPLICABLE if is_nowhere else State.MISSING, coverage=coverage)
