"""The indicator tracking table: baseline, a target and an empty “Actual” for each period."""

from __future__ import annotations

from datetime import date
from typing import Any

from trueline.design import Design, Indicator
from trueline.design.measurement import Target
from trueline.reports.codes import codes_of, in_logframe_order
from trueline.reports.logframe.grid import Grid, Looks, Value
from trueline.reports.values import Wording, day

FINAL = "Life-of-programme target"
WHY = "Why they differ"


def add_tracking(book: Any, looks: Looks, design: Design, wording: Wording) -> Grid:
    """Add the sheet to a workbook; its periods are the days on which targets fall due."""
    periods = sorted({target.due for one in design.indicators for target in one.targets})
    grid = Grid(book, looks, "Tracking", tuple(_columns(periods)))
    codes = codes_of(design)
    for indicator in in_logframe_order(design):
        grid.add(*_row(indicator, codes.indicators[indicator.id], periods, wording))
    return grid


def _columns(periods: list[date]) -> list[tuple[str, float]]:
    titles = Indicator.model_fields
    columns = [
        ("Code", 13.0),
        (str(titles["statement"].title), 46.0),
        (str(titles["unit"].title), 12.0),
        (str(titles["direction"].title), 9.0),
        (str(titles["baseline"].title), 12.0),
        ("Baseline: date", 13.0),
    ]
    for due in periods:
        columns += [(f"Target\n{day(due)}", 13.0), (f"Actual\n{day(due)}", 13.0)]
    return [*columns, (FINAL, 16.0), (WHY, 36.0)]


def _row(
    indicator: Indicator, code: str, periods: list[date], wording: Wording
) -> list[tuple[Value, str] | Value]:
    baseline, targets = indicator.baseline, {target.due: target for target in indicator.targets}
    cells: list[tuple[Value, str] | Value] = [
        code, (indicator.name, "bold"), indicator.unit, wording.field(indicator, "direction"),
        _amount(baseline.value, baseline.text) if baseline else None,
        baseline.measured if baseline else None,
    ]  # fmt: skip
    for due in periods:
        cells += [_target(targets.get(due)), (None, "open")]
    last = targets[max(targets)] if targets else None
    return [*cells, _target(last), (None, "open")]


def _target(target: Target | None) -> Value:
    return _amount(target.value, target.text) if target else None


def _amount(value: Value, words: str) -> Value:
    """The number; else what is said instead of one; else nothing."""
    return value if value is not None else words or None
