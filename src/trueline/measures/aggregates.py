"""The value of an indicator over periods, places and groups of people, and how much of it is missing.

Within each place first, over the periods; then over the places. A place that did not report is
counted as missing, never as 0.
"""

from __future__ import annotations

from collections import defaultdict
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
    """How several figures are combined into one."""

    SUM = "sum"
    LAST = "last"
    HIGHEST = "highest"
    MEAN = "mean"
    """The mean of the counts reported; of shares, ratios and means, weighted by their denominators,
    which is what their sum is as well."""


def cell(groups: Mapping[str, str]) -> Cell:
    """A group of people in the one order in which cells are compared."""
    return tuple(sorted(groups.items()))


@dataclass(frozen=True, slots=True)
class Record:
    """A place's report for one period and one group of people."""

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
    """The readings that came in of those expected. Each is a number of readings."""

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
        """The coverage of a single reading that was expected."""
        return _SINGLE[state]

    @classmethod
    def sum(cls, parts: Iterable[Coverage]) -> Coverage:
        """The coverage of several together."""
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
    """The number that a count of people is below, where it is held back for being small."""


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
    return _over_all(_of_places(_latest(records), periods, places, group), methods)


def aggregates(
    records: Iterable[Record],
    *,
    periods: Sequence[str],
    places: Sequence[str],
    methods: Methods,
    group: Cell = ALL,
) -> tuple[list[Aggregate], Aggregate]:
    """`aggregate` for each of the periods by itself, and for all of them together."""
    of_places = _of_places(_latest(records), periods, places, group)
    if len(places) == 1:
        alone = [_alone(each, methods) for each in of_places[0]]
    else:
        alone = [
            _over_all([[of_place[number]] for of_place in of_places], methods)
            for number in range(len(periods))
        ]
    return alone, _over_all(of_places, methods)


def aggregates_of_groups(
    records: Iterable[Record],
    groups: Iterable[Cell],
    *,
    periods: Sequence[str],
    places: Sequence[str],
    methods: Methods,
) -> list[tuple[Cell, Aggregate]]:
    """`aggregate` for each of the groups."""
    latest = _latest(records)
    return [
        (group, _over_all(_of_places(latest, periods, places, group), methods)) for group in groups
    ]


_Latest = Mapping[tuple[str, str], Mapping[Cell, Record]]
"""By place and period: the record of each group that holds."""


def _latest(records: Iterable[Record]) -> _Latest:
    latest: defaultdict[tuple[str, str], dict[Cell, Record]] = defaultdict(dict)
    for record in records:
        latest[record.place, record.period][record.cell] = record
    return latest


def _of_places(
    latest: _Latest, periods: Sequence[str], places: Sequence[str], group: Cell
) -> list[list[Aggregate]]:
    """Each place's aggregate of a group, period by period."""
    return [
        [_of_group(latest.get((place, period), {}), group) for period in periods]
        for place in places
    ]


def _over_all(of_places: Iterable[Sequence[Aggregate]], methods: Methods) -> Aggregate:
    over_periods = [_over_periods(each, methods.over_periods) for each in of_places]
    return _over_places(over_periods, methods.over_places)


def _alone(aggregate: Aggregate, methods: Methods) -> Aggregate:
    """A single place in a single period: what it reported, unless it is held back."""
    return _over_all([[aggregate]], methods) if aggregate.state is State.SUPPRESSED else aggregate


def _of_group(cells: Mapping[Cell, Record], group: Cell) -> Aggregate:
    """A place's aggregate of a group in one period, or the sum of its parts."""
    record = cells.get(group)
    parts = _parts(cells, group) if len(cells) > (record is not None) else []
    if record is None:
        if not parts:
            return _NOTHING_TOLD
        return _over_places([_single(each, ()) for each in parts], Method.SUM)
    reading = record.reading
    if reading is None:
        return _single(record, ())
    if not parts or any(each.state is not State.REPORTED for each in parts):
        return _single(record, reading.flags)
    together = combined([each.reading for each in parts if each.reading is not None])
    difference = _difference(reading, together) if type(reading) is type(together) else None
    if not difference:
        return _single(record, reading.flags)
    flags = (*reading.flags, Flag.PARTS_DIFFER)
    return replace(_single(record, flags), difference=difference)


def _single(record: Record, flags: tuple[Flag, ...]) -> Aggregate:
    return Aggregate(record.state, record.reading, Coverage.of(record.state), flags)


_NOTHING_TOLD = Aggregate(State.MISSING, coverage=Coverage.of(State.MISSING))


def _difference(whole: Reading, parts: Reading) -> Decimal | None:
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


def _parts(cells: Mapping[Cell, Record], group: Cell) -> list[Record]:
    """The smaller groups that make up a group, by the shortest list of divisions."""
    divisions: dict[tuple[str, ...], list[Record]] = {}
    size = len(group)
    for each, record in cells.items():
        if len(each) > size and (not group or all(pair in each for pair in group)):
            names = (each[0][0],) if len(each) == 1 else tuple(name for name, _word in each)
            divisions.setdefault(names, []).append(record)
    if len(divisions) > 1:
        return divisions[min(divisions, key=lambda names: (len(names), names))]
    return next(iter(divisions.values()), [])


def _over_periods(readings: Sequence[Aggregate], method: Method) -> Aggregate:
    if method is not Method.LAST:
        return _over_places(readings, method)
    coverage = Coverage.sum(each.coverage for each in readings)
    with_figure = [
        (position, each)
        for position, each in enumerate(readings)
        if each.state in (State.REPORTED, State.SUPPRESSED)
    ]
    if not with_figure:
        return _without_figure(readings, coverage)
    position, last = with_figure[-1]
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
