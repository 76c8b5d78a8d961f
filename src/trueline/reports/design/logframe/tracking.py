"""The indicator tracking table: baseline, a target and an empty “Actual” for each period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from trueline.design import Design, Indicator
from trueline.document.targets import Target
from trueline.language import day, gettext, label
from trueline.reports.design.codes import codes_of, in_logframe_order
from trueline.reports.design.logframe.grid import Formula, Looks, Sheet, Value
from trueline.reports.values import Wording

MOST_DAYS = 6
"""So many days may have columns of their own."""


@dataclass(frozen=True)
class Period:
    """A period by its name, and the days on which targets fall due in it."""

    name: str
    days: tuple[date, ...]


def add_tracking(book: Any, looks: Looks, design: Design, wording: Wording) -> Sheet:
    """Add the sheet to a workbook; its columns follow the days on which targets fall due."""
    periods = periods_of(design)
    grid = Sheet(book, looks, gettext("Tracking"), tuple(_columns(periods)))
    codes = codes_of(design)
    for indicator in in_logframe_order(design):
        grid.add(*_row(indicator, codes.indicators[indicator.id], periods, wording))
    return grid


def periods_of(design: Design) -> tuple[Period, ...]:
    """A period for each day on which a target falls due; for each year, where that were too many.

    Years do only where no indicator has two targets in one: each target has a place of its own.
    """
    days = sorted({target.due for one in design.indicators for target in one.targets})
    by_day = tuple(Period(day(due), (due,)) for due in days)
    in_one_year = any(
        len({target.due.year for target in one.targets}) < len(one.targets)
        for one in design.indicators
    )
    if len(days) <= MOST_DAYS or in_one_year:
        return by_day
    years = groupby(days, key=lambda due: due.year)
    return tuple(Period(str(year), tuple(due)) for year, due in years)


def _columns(periods: tuple[Period, ...]) -> list[tuple[str, float]]:
    title = Indicator.field_title
    columns = [
        (gettext("Code"), 13.0),
        (title("statement"), 46.0),
        (title("unit"), 12.0),
        (title("direction"), 9.0),
        (title("baseline"), 12.0),
        (gettext("{label}: date", label=title("baseline")), 13.0),
    ]
    for period in periods:
        columns += [
            (f"{label('Target')}\n{period.name}", 13.0),
            (gettext("Actual\n{name}", name=period.name), 13.0),
            (gettext("Per cent achieved\n{name}", name=period.name), 13.0),
        ]
    return [
        *columns,
        (gettext("Life-of-programme target"), 16.0),
        (gettext("Why they differ"), 36.0),
    ]


def _row(
    indicator: Indicator, code: str, periods: tuple[Period, ...], wording: Wording
) -> list[tuple[Value, str] | Value]:
    baseline, targets = indicator.baseline, {target.due: target for target in indicator.targets}
    cells: list[tuple[Value, str] | Value] = [
        code,
        (indicator.name, "bold"),
        indicator.unit,
        wording.field(indicator, "direction"),
        _amount(baseline.value, baseline.text) if baseline else None,
        baseline.measured if baseline else None,
    ]
    for period in periods:
        due = next((targets[due] for due in period.days if due in targets), None)
        cells += [_target(due), (None, "open"), (_achieved(len(cells)), "percent")]
    last = targets[max(targets)] if targets else None
    return [*cells, _target(last), (None, "open")]


def _achieved(column: int) -> Formula:
    """How much of the way from the baseline to the target was gone, once the actual is filled in.

    `column` is that of the target; the actual stands behind it. Without numbers it is empty.
    """
    target, actual = (f"{xl_col_to_name(at)}{{row}}" for at in (column, column + 1))
    base = f"N({xl_col_to_name(_BASELINE)}{{row}})"
    is_known = f"AND(ISNUMBER({target}),ISNUMBER({actual}),{target}<>{base})"
    return Formula(f'=IF({is_known},({actual}-{base})/({target}-{base}),"")')


_BASELINE = 4
"""The column of the baseline."""


def _target(target: Target | None) -> Value:
    return _amount(target.value, target.text) if target else None


def _amount(value: Value, words: str) -> Value:
    """The number; else the text in its place; else nothing."""
    return value if value is not None else words or None
