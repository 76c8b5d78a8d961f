"""Indicators with all their measurements, as figures are reckoned from them; loaded in a few queries."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, Literal
from uuid import UUID

from django.db.models import TextField
from django.db.models.functions import Cast

from trueline.design import Indicator
from trueline.design.figures import Figure, figure_of, methods_of
from trueline.design.occasions import Once, baseline_measured, with_occasions
from trueline.document.targets import Baseline, Target
from trueline.measures.aggregates import ALL, Aggregate, Cell, Record, aggregate
from trueline.measures.periods import Period
from trueline.measures.readings import Reading, State
from trueline.memory import remembered
from trueline.web.documents.models import DocumentRecord
from trueline.web.monitoring.models import (
    Answer,
    Measurement,
    MeasurementState,
    MonitoredIndicator,
    Occasion,
    PlannedValue,
    ReportingPeriod,
    TestResult,
)
from trueline.web.monitoring.test_results import tested_of
from trueline.web.monitoring.value_types import CellValues, cell_of, reading_of

FIGURES_OF = (Occasion.PERIOD, Occasion.ENDLINE)
"""Occasions that make the figure to date. A baseline is held beside it, and a follow-up stands alone."""
ONCE: Mapping[str, Literal["before", "again"]] = {
    Occasion.BASELINE: "before",
    Occasion.FOLLOW_UP: "again",
}
STATES = {Answer.MISSING: State.MISSING, Answer.NOT_APPLICABLE: State.NOT_APPLICABLE}


@dataclass(frozen=True, slots=True)
class MeasurementValues:
    """A measurement and its cells as far as figures are reckoned from them."""

    pk: int
    period: ReportingPeriod
    occasion: str
    state: str
    answer: str
    place: str
    cell_values: Sequence[CellValues]


AnyMeasurement = Measurement | MeasurementValues


@remembered(2000)
def baseline_from(content: str) -> Baseline:
    """The baseline that a planned value holds."""
    return Baseline.model_validate_json(content)


@remembered(2000)
def target_from(content: str) -> Target:
    """The target that a planned value holds."""
    return Target.model_validate_json(content)


def place_of(measurement: AnyMeasurement) -> str:
    """The name of the site that a measurement is of, "" for the programme as a whole."""
    if isinstance(measurement, MeasurementValues):
        return measurement.place
    return measurement.site.name if measurement.site else ""


def readings_of(measurement: AnyMeasurement, meaning: Indicator) -> dict[str, Reading]:
    """The figures of a measurement by group."""
    cells = (
        measurement.cell_values
        if isinstance(measurement, MeasurementValues)
        else measurement.cells.all()
    )
    read = ((cell.group, reading_of(cell, meaning)) for cell in cells)
    return {group: reading for group, reading in read if reading is not None}


def records_of(measurement: AnyMeasurement, meaning: Indicator) -> Iterator[Record]:
    """A measurement as records to compute with."""
    label, place = measurement.period.label, place_of(measurement)
    if measurement.answer:
        yield Record(label, place, None, STATES[Answer(measurement.answer)])
    for group, reading in readings_of(measurement, meaning).items():
        yield Record(label, place, reading, State.REPORTED, cell_of(group))


def figure_in(measurement: AnyMeasurement, meaning: Indicator, group: Cell = ALL) -> Aggregate:
    """The value of a measurement for a group, whether or not it is approved."""
    return aggregate(
        records_of(measurement, meaning),
        periods=[measurement.period.label],
        places=[place_of(measurement)],
        methods=methods_of(meaning),
        group=group,
    )


@dataclass(frozen=True)
class Series:
    """An indicator with all its measurements, in the order of time, and what was planned."""

    monitored: MonitoredIndicator
    measurements: Sequence[AnyMeasurement] = ()
    planned: Sequence[PlannedValue] = ()
    tested: Sequence[TestResult] = ()
    """Tests of the same people before and after."""

    @cached_property
    def approved(self) -> list[AnyMeasurement]:
        return [one for one in self.measurements if one.state == MeasurementState.APPROVED]

    @cached_property
    def indicator(self) -> Indicator:
        """With the baseline that was measured, else planned, and the targets of today."""
        update = {"baseline": self._baseline, "targets": self._targets}
        return self.monitored.meaning.model_copy(update=update)

    @cached_property
    def once(self) -> list[Once]:
        """Baselines and follow-ups that were approved, each a figure of its own."""
        meaning = self.monitored.meaning
        return [
            Once(ONCE[one.occasion], one.period.span, figure_in(one, meaning))
            for one in self.approved
            if one.occasion in ONCE
        ]

    @property
    def _baseline(self) -> Baseline | None:
        for each in self.once:
            if each.occasion == "before":
                measured = baseline_measured(each.figure.reading, each.when.end)
                if measured is not None:
                    return measured
        baselines = [one for one in self.planned if one.kind == PlannedValue.Kind.BASELINE]
        return baseline_from(baselines[-1].content) if baselines else None

    @property
    def _targets(self) -> tuple[Target, ...]:
        targets = (one for one in self.planned if one.kind == PlannedValue.Kind.TARGET)
        return tuple(target_from(one.content) for one in targets)

    def expected(self, first: date, last: date) -> list[Period]:
        """The periods between two days for which there is, or should be, a figure to date."""
        spans = {
            one.period.label: one.period.span
            for one in self._to_date
            if first <= one.period.start and one.period.end <= last
        }
        return list(spans.values())

    @cached_property
    def places(self) -> list[str]:
        """The sites that report on it, by name; only "" where the programme does as a whole."""
        return sorted({place_of(one) for one in self._to_date}) or [""]

    @cached_property
    def records(self) -> list[Record]:
        """Approved figures, but for baseline and follow-ups. A site that was not there yet, or
        is no longer, lacks nothing.
        """
        records = [
            record
            for one in self._to_date
            if one.state == MeasurementState.APPROVED
            for record in records_of(one, self.monitored.meaning)
        ]
        if self.places != [""]:
            reported = {(one.period.label, place_of(one)) for one in self._to_date}
            labels = dict.fromkeys(label for label, _place in reported)
            pairs = ((label, place) for label in labels for place in self.places)
            records += [
                Record(*pair, None, State.NOT_APPLICABLE) for pair in pairs if pair not in reported
            ]
        return records

    @cached_property
    def _to_date(self) -> list[AnyMeasurement]:
        return [one for one in self.measurements if one.occasion in FIGURES_OF]


@dataclass(frozen=True)
class Programme:
    """All that is measured of a programme. Four queries, however much it is."""

    series: Sequence[Series] = field(default_factory=list)

    def figures(
        self, first: date, last: date, *, divided: bool = False
    ) -> list[tuple[Series, Figure]]:
        """Each indicator over its periods between two days, of what was approved; where it is
        `divided`, with the groups of people that it is broken down by.
        """
        return [(each, _figure(each, first, last, divided=divided)) for each in self.series]


def _figure(series: Series, first: date, last: date, *, divided: bool) -> Figure:
    periods = series.expected(first, last)
    by = series.monitored.meaning.disaggregation if divided else ()
    figure = figure_of(
        series.indicator, series.records, periods=periods, places=series.places, by=by
    )
    tested = sorted(
        (tested_of(one) for one in series.tested if first <= one.before and one.after <= last),
        key=lambda one: one.after,
    )
    if tested:
        figure = replace(figure, tested=tuple(tested))
    return with_occasions(figure, (one for one in series.once if first <= one.when.end <= last))


def programme_of(
    record: DocumentRecord,
    *,
    retired: bool = False,
    periods: Iterable[ReportingPeriod] = (),
    tested: bool = True,
) -> Programme:
    """The indicators measured of a programme now; with `retired`, those that were as well.

    `periods` are those of the programme, where they have been loaded; `tested`: there may be tests.
    """
    indicators = record.monitored_indicators.all()
    if not retired:
        indicators = indicators.filter(retired=None)
    periods_by_key = {each.pk: each for each in periods}
    return Programme(_series(list(indicators), periods_by_key, tested=tested))


def programmes_of(records: Iterable[DocumentRecord]) -> dict[UUID, Programme]:
    """The indicators measured now of several programmes, by their ids. Five queries for all of them."""
    indicators = MonitoredIndicator.objects.filter(document__in=list(records), retired=None)
    series: defaultdict[UUID, list[Series]] = defaultdict(list)
    for each in _series(list(indicators), tested=False):
        series[each.monitored.document_id].append(each)
    return {document: Programme(measured) for document, measured in series.items()}


def _series(
    indicators: list[MonitoredIndicator],
    loaded_periods: Mapping[int, ReportingPeriod] | None = None,
    *,
    tested: bool,
) -> list[Series]:
    """Rows are read as plain values: there are thousands, and models of them take long to make."""
    documents = {each.document_id for each in indicators}
    periods = loaded_periods or ReportingPeriod.objects.filter(document__in=documents).in_bulk()
    measurements: defaultdict[int, list[AnyMeasurement]] = defaultdict(list)
    cells: list[CellValues] = []
    last = None
    for pk, points, indicator, period, occasion, state, answer, site, group, *cell in _rows(
        indicators
    ):
        if pk != last:
            last, cells = pk, []
            measurements[indicator].append(
                MeasurementValues(pk, periods[period], occasion, state, answer, site or "", cells)
            )
        if group is not None:
            value, numerator, denominator, text = cell
            cells.append(CellValues(group, value, numerator, denominator, _points_in(points), text))
    for of_one in measurements.values():
        of_one.sort(key=lambda one: (one.period.end, one.pk))
    return _with_plans(indicators, measurements, tested=tested)


def _rows(indicators: list[MonitoredIndicator]) -> Iterable[tuple[Any, ...]]:
    """A row for each cell of each measurement, and one for each measurement that has none."""
    rows = Measurement.objects.filter(indicator__in=indicators).order_by("pk", "cells__pk")
    cell = ("cells__group", "cells__value", "cells__numerator", "cells__denominator", "cells__text")
    return rows.annotate(kept_points=Cast("cells__points", TextField())).values_list(
        *("pk", "kept_points", "indicator", "period", "occasion", "state", "answer", "site__name"),
        *cell,
    )


def _points_in(text: str) -> list[int]:
    """Nearly all are empty: among thousands of rows, those are not worth being parsed."""
    return [] if text == "[]" else json.loads(text)


def _with_plans(
    indicators: list[MonitoredIndicator],
    measurements: Mapping[int, list[AnyMeasurement]],
    *,
    tested: bool,
) -> list[Series]:
    planned: defaultdict[int, list[PlannedValue]] = defaultdict(list)
    for value in PlannedValue.objects.filter(indicator__in=indicators, replaced_by=None):
        planned[value.indicator_id].append(value)
    tests: defaultdict[int, list[TestResult]] = defaultdict(list)
    for one in TestResult.objects.filter(indicator__in=indicators) if tested else ():
        tests[one.indicator_id].append(one)
    return [
        Series(each, measurements.get(each.pk, []), planned[each.pk], tests[each.pk])
        for each in indicators
    ]


def series_of(
    monitored: MonitoredIndicator, *, tested: bool = True
) -> tuple[Series, list[Measurement]]:
    """One indicator, and its measurements with their cells; `tested`: there may be tests."""
    rows = Measurement.objects.filter(indicator=monitored).select_related("period", "site")
    measurements = list(rows.prefetch_related("cells").order_by("period__end", "pk"))
    for one in measurements:
        one.indicator = monitored
    (series,) = _with_plans([monitored], {monitored.pk: [*measurements]}, tested=tested)
    return series, measurements
