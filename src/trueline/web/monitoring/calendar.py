"""The dates on which an indicator is measured: reckoned from those of the design that was approved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from trueline.design import Design, Indicator
from trueline.measures.periods import Period, period
from trueline.reports.design.calendar.moments import STEPS, Lane, measurement_calendar
from trueline.reports.design.codes import codes_of
from trueline.toolkit import Toolkit
from trueline.web.monitoring.models import Occasion

MOST_PERIODS = 240
"""So many periods of one indicator are planned: twenty years of months."""
ALL_ALONG = 3
"""Months of a period where data are collected all along."""

Due = Mapping[str, list[tuple[Occasion, Period]]]
"""By the id of an indicator, when it is measured, and why then. A period comes once."""


def calendar_of(design: Design, toolkit: Toolkit) -> Due:
    """The calendar of each indicator of a design.

    The toolkit says from when the months of a follow-up count.
    """
    codes = codes_of(design)
    lanes = {lane.code: lane for lane in measurement_calendar(design, codes, toolkit).lanes}
    return {
        indicator.id: _once_each(
            _occasions(design, indicator, lanes.get(codes.indicators[indicator.id]))
        )
        for indicator in design.indicators
    }


def _once_each(occasions: Iterator[tuple[Occasion, Period]]) -> list[tuple[Occasion, Period]]:
    first: dict[str, tuple[Occasion, Period]] = {}
    for occasion, when in occasions:
        first.setdefault(when.label, (occasion, when))
    return sorted(first.values(), key=lambda each: each[1])


def _occasions(
    design: Design, indicator: Indicator, lane: Lane | None
) -> Iterator[tuple[Occasion, Period]]:
    moments = lane.moments if lane else ()
    baseline = indicator.baseline
    in_words = indicator.measure == "qualitative" and baseline is not None and baseline.text
    if not in_words and (baseline is None or baseline.value is None):
        planned = [moment.on for moment in moments if moment.kind == "baseline"]
        days = planned or ([design.start] if design.start else [])
        yield from ((Occasion.BASELINE, _day(on)) for on in days)
    if lane and lane.span:
        step = STEPS.get(indicator.frequency or "", ALL_ALONG)
        yield from ((Occasion.PERIOD, when) for when in periods_between(*lane.span, step))
    else:
        yield from _at_the_end(design, indicator)
    for moment in moments:
        if moment.kind == "follow-up":
            yield Occasion.FOLLOW_UP, _day(moment.on)


def _at_the_end(design: Design, indicator: Indicator) -> Iterator[tuple[Occasion, Period]]:
    """Without a steady pace: at the programme's end, or when a target falls due."""
    if indicator.frequency == "baseline-endline" and design.end:
        yield Occasion.ENDLINE, _day(design.end)
    elif indicator.targets:
        yield from ((Occasion.PERIOD, _day(target.due)) for target in indicator.targets)
    elif design.end:
        yield Occasion.ENDLINE, _day(design.end)


def periods_between(start: date, end: date, months: int) -> Iterator[Period]:
    """The months, quarters, halves or years of the calendar from one day to another."""
    day = start
    for _number in range(MOST_PERIODS):
        if day > end:
            return
        when = _holding(day, months)
        yield when
        day = when.end + timedelta(days=1)


def _holding(day: date, months: int) -> Period:
    part = (day.month - 1) // months + 1
    label = {
        1: f"{day.year}-{day.month:02}",
        3: f"{day.year}-Q{part}",
        6: f"{day.year}-H{part}",
        12: f"{day.year}",
    }[months]
    return _period_of(label)


def _day(on: date) -> Period:
    return _period_of(on.isoformat())


def _period_of(label: str) -> Period:
    when = period(label)
    if when is None:
        raise ValueError(f"{label} names no period")
    return when
