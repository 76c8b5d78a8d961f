"""Figures of a design's indicators, computed from records."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from trueline.design.design import Design
from trueline.design.measurement import Indicator
from trueline.design.paired_tests import PairedTest
from trueline.document.targets import Baseline, Target
from trueline.measures.aggregates import (
    Aggregate,
    Cell,
    Method,
    Methods,
    Record,
    aggregates,
    aggregates_of_groups,
)
from trueline.measures.periods import Period
from trueline.measures.progress import Progress, change, progress
from trueline.measures.readings import Reading, Scale, Share

PER_CENT = frozenset(
    (
        *("%", "per cent", "percent", "percentage", "pour cent", "pourcentage", "por ciento"),
        *("porcentaje", "prozent", "في المئة", "في المائة", "بالمئة", "بالمائة"),
    )
)
"""The units, in small letters, of a figure that is given as a share."""

_USUAL: Mapping[str | None, Methods] = {
    "change": Methods(Method.LAST, Method.MEAN),
    "scale": Methods(Method.LAST, Method.SUM),
    "yes-no": Methods(Method.LAST, Method.SUM),
    "checklist": Methods(Method.LAST, Method.SUM),
}
"""Where an indicator does not say how its figures make one. Others are added up."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One indicator over the requested periods and places."""

    indicator: Indicator
    to_date: Aggregate
    by_period: tuple[tuple[Period, Aggregate], ...]
    by_group: tuple[tuple[Cell, Aggregate], ...]
    target: Target | None
    """The target that falls due next, or the last where all are due."""
    progress: Progress
    """How much of the way to that target is gone."""
    final: Target | None
    final_progress: Progress
    before: Reading | None = None
    """The count from before the work, where that is known, and not only what it came to."""
    followed_up: tuple[tuple[Period, Aggregate], ...] = ()
    """Measurements taken afterwards, each by itself and in no other figure."""
    tested: tuple[PairedTest, ...] = ()
    """Tests that the same people took before and after, each by itself and in no other figure."""

    @property
    def value(self) -> Fraction | None:
        """To date, in the unit of the indicator: shares in per cent."""
        return in_unit(self.to_date.reading)

    @property
    def change(self) -> Fraction | None:
        """To date minus the baseline, in the unit of the indicator."""
        return self.change_to(self.to_date.reading)

    def change_to(self, reading: Reading | None) -> Fraction | None:
        """A reading minus the baseline, in the unit of the indicator."""
        return change(in_unit(reading), _exact(self.indicator.baseline))


def in_points(indicator: Indicator) -> bool:
    """Whether a checklist and its targets count points that are met, and not a share of them."""
    unit = indicator.unit.strip().casefold()
    return indicator.measure == "checklist" and unit != "" and unit not in PER_CENT


def methods_of(indicator: Indicator) -> Methods:
    """How an indicator's figures are aggregated: as it declares, else as usual for its measure."""
    usual = _USUAL.get(indicator.measure, Methods())
    if in_points(indicator):
        usual = Methods(
            Method.LAST, Method.MEAN
        )  # scores of several places are averaged, not added
    return Methods(
        Method(indicator.over_periods) if indicator.over_periods else usual.over_periods,
        Method(indicator.over_places) if indicator.over_places else usual.over_places,
    )


def in_unit(reading: Reading | None) -> Fraction | None:
    """A figure as baselines and targets are written: shares in per cent."""
    if reading is None or reading.figure is None:
        return None
    return reading.figure * 100 if isinstance(reading, Share | Scale) else reading.figure


def figures(
    design: Design,
    records: Mapping[str, Sequence[Record]],
    *,
    periods: Sequence[Period],
    places: Sequence[str] = (),
    by: str = "",
    only: Collection[str] = (),
) -> tuple[Figure, ...]:
    """Every indicator of the design over the periods.

    `records` are those of each indicator's id. Of the periods, an indicator is expected to report
    those that are as long as its own: one that is counted by year is not missing in a quarter.
    `places` are those expected to report; without any, the places that did for that indicator.
    `by` names a list, such as sex, to divide by; `only` the ids of the indicators wanted, all
    without any.
    """
    return tuple(
        figure_of(
            indicator,
            records.get(indicator.id, ()),
            periods=periods,
            places=places,
            by=(by,) if by else (),
        )
        for indicator in design.indicators
        if not only or indicator.id in only
    )


def target_at(targets: Iterable[Target], day: date) -> Target | None:
    """The target that falls due next from a day on, or the last one where all are past."""
    in_order = sorted(targets, key=lambda target: target.due)
    last = in_order[-1] if in_order else None
    return next((target for target in in_order if target.due >= day), last)


def figure_of(
    indicator: Indicator,
    records: Sequence[Record],
    *,
    periods: Sequence[Period],
    places: Sequence[str] = (),
    by: Collection[str] = (),
) -> Figure:
    """One indicator over the periods, as `figures` gives it for each of a design.

    `by` are the lists to divide by.
    """
    periods = _expected(records, sorted(periods))
    reporting = places or list(dict.fromkeys(record.place for record in records)) or [""]
    methods = methods_of(indicator)
    labels = [each.label for each in periods]
    alone, to_date = aggregates(records, periods=labels, places=reporting, methods=methods)
    target = target_at(indicator.targets, periods[-1].end) if periods else None
    final = max(indicator.targets, key=lambda each: each.due, default=None)
    value, baseline = in_unit(to_date.reading), _exact(indicator.baseline)

    groups = aggregates_of_groups(
        records, _groups(records, by), periods=labels, places=reporting, methods=methods
    )

    def progress_towards(aim: Target | None) -> Progress:
        better = indicator.direction or "none"
        return progress(value, target=_exact(aim), baseline=baseline, better=better)

    way = progress_towards(target)
    return Figure(
        indicator,
        to_date,
        tuple(zip(periods, alone, strict=True)),
        tuple(groups),
        target,
        way,
        final,
        way if final is target else progress_towards(final),
    )


def _expected(records: Iterable[Record], periods: Sequence[Period]) -> Sequence[Period]:
    """The periods in which somebody reported, and those as long; all where nobody did."""
    reported = {record.period for record in records}
    lengths = {each.months for each in periods if each.label in reported}
    return [each for each in periods if each.months in lengths] or periods


def _groups(records: Iterable[Record], by: Collection[str]) -> list[Cell]:
    """The groups of lists that records speak of, list by list, each in their order."""
    if not by:
        return []
    pairs = dict.fromkeys(pair for record in records for pair in record.cell)
    return [(pair,) for name in by for pair in pairs if pair[0] == name]


def _exact(written: Baseline | Target | None) -> Fraction | None:
    """The number of a baseline or target, where it has one: 0 is a number."""
    return None if written is None or written.value is None else Fraction(written.value)
