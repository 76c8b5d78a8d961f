"""One-off measurements, before the work or after it: they are part of no figure to date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from trueline.design.figures import Figure, in_unit, methods_of
from trueline.design.measurement import Indicator
from trueline.document.targets import Baseline
from trueline.measures.aggregates import Aggregate, Record, aggregate
from trueline.measures.periods import Period
from trueline.measures.readings import Reading

STEP = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Once:
    """A figure of one day. `before` and `again` are what a baseline and a follow-up are."""

    occasion: Literal["before", "again"]
    when: Period
    figure: Aggregate


def once(
    indicator: Indicator,
    occasion: Literal["before", "again"],
    when: Period,
    records: Iterable[Record],
) -> Once:
    """The aggregate of one day's records, over places and groups."""
    counted = list(records)
    places = list(dict.fromkeys(record.place for record in counted)) or [""]
    methods = methods_of(indicator)
    return Once(
        occasion, when, aggregate(counted, periods=[when.label], places=places, methods=methods)
    )


def baseline_measured(reading: Reading | None, day: date) -> Baseline | None:
    """The baseline that a figure from before makes; none where there is no number."""
    value = in_unit(reading)
    if value is None:
        return None
    number = Decimal(value.numerator) / Decimal(value.denominator)
    return Baseline(value=number.quantize(STEP), measured=day)


def with_baseline(indicator: Indicator, measured: Iterable[Once]) -> Indicator:
    """The indicator with the baseline that was measured, where one was."""
    baselines = [
        baseline
        for each in measured
        if each.occasion == "before"
        and (baseline := baseline_measured(each.figure.reading, each.when.end))
    ]
    return indicator.model_copy(update={"baseline": baselines[0]}) if baselines else indicator


def with_occasions(figure: Figure, measured: Iterable[Once]) -> Figure:
    """The figure with what was counted before beside it, and what was measured again."""
    ordered = sorted(measured, key=lambda each: each.when)
    before = [each.figure.reading for each in ordered if each.occasion == "before"]
    again = tuple((each.when, each.figure) for each in ordered if each.occasion == "again")
    return replace(figure, before=before[0] if before else None, followed_up=again)
