"""USAID: the performance indicator tracking table, with the deviation of each period and why.

A row is an indicator in a period, so that monthly, quarterly and yearly indicators stand in one table
that fits a page; the last row of each is the life of the programme.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from trueline.design import Indicator
from trueline.design.figures import in_unit
from trueline.document.targets import Target
from trueline.language import gettext
from trueline.measures.aggregates import Aggregate
from trueline.measures.periods import Period
from trueline.reports.design.layouts.model import Cell, Laid, Line, Table, across, heads, line
from trueline.reports.design.layouts.texts import amount
from trueline.reports.measuring.donors.figures import (
    ProgrammeFigures,
    figure_cell,
    groups_of,
    in_words,
    number_cell,
    percent_cell,
    target_in,
)
from trueline.reports.measuring.results import ReportLine

TARGET, ACTUAL = "E{row}", "F{row}"
"""The columns from which the others are reckoned."""
DEVIATION = f'=IF(AND(ISNUMBER({TARGET}),ISNUMBER({ACTUAL})),IF({TARGET}=0,"",({ACTUAL}-{TARGET})/{TARGET}),"")'
ACHIEVED = f'=IF(AND(ISNUMBER({TARGET}),ISNUMBER({ACTUAL})),IF({TARGET}=0,"",{ACTUAL}/{TARGET}),"")'
TO_EXPLAIN = Fraction(1, 10)
"""A deviation above this is explained in the table: USAID's missions ask for it."""


def usaid_tracking(programme: ProgrammeFigures) -> Laid:
    """Target, actual, deviation and per cent of each indicator and period, and why they differ."""
    columns = (
        gettext("Indicator"),
        gettext("Unit"),
        gettext("Baseline"),
        gettext("Period"),
        gettext("Target"),
        gettext("Actual"),
        gettext("Deviation"),
        gettext("Per cent of target"),
        gettext("By group"),
        gettext("Deviation narrative"),
        gettext("Data source and method"),
    )
    rows: list[Line] = [heads(*columns)]
    for result, indicators in programme.sections():
        rows.append(across(programme.heading(result), len(columns)))
        for indicator in indicators:
            rows += _of_indicator(programme, indicator)
    title = gettext("Performance indicator tracking table")
    widths = (30, 12, 16, 16, 12, 13, 15, 13, 24, 36, 22)
    return Laid(title, programme.facts, (Table(title, widths, tuple(rows)),))


def _of_indicator(programme: ProgrammeFigures, indicator: Indicator) -> list[Line]:
    reported = programme.by_indicator.get(indicator.id)
    rows = list(_rows(reported)) if reported else []
    rows = rows or [line(*[""] * 7)]
    height = len(rows)
    before = (
        Cell(programme.texts.indicator(indicator), "bold", rows=height),
        Cell(indicator.unit, rows=height),
        Cell(programme.texts.baseline(indicator), rows=height),
    )
    after = Cell(programme.texts.sources(indicator), rows=height)
    first, *others = rows
    return [(*before, *first, after), *((None, None, None, *row, None) for row in others)]


def _rows(reported: ReportLine) -> Iterator[Line]:
    """Its periods, then the life of the programme: from the column of the period to the narrative."""
    for when, figure in reported.here:
        target = target_in(reported.figure.indicator, when)
        yield _row(
            reported,
            when.label,
            target,
            figure,
            _groups(reported, when),
            _why(reported, when, target, figure),
        )
    final, to_date = reported.figure.final, reported.figure.to_date
    if reported.figure.by_period:
        label = gettext("Life of programme")
        yield _row(reported, label, final, to_date, _groups(reported, None), "")


def _row(
    reported: ReportLine,
    label: str,
    target: Target | None,
    figure: Aggregate,
    groups: str,
    why: str,
) -> Line:
    aim, value = _aim(target), in_unit(figure.reading)
    share = value / aim if value is not None and aim else None
    falls = (
        reported.figure.indicator.direction == "down"
    )  # twice a target that is to be low is no 200 %
    words = amount(None, "", target.text, None) if target and aim is None else ""
    return line(
        label,
        Cell(words) if aim is None else number_cell(aim),
        figure_cell(figure),
        percent_cell(None if share is None else share - 1, DEVIATION),
        percent_cell(share, ACHIEVED) if not falls else Cell(),
        groups,
        why,
    )


def _aim(target: Target | None) -> Fraction | None:
    return None if target is None or target.value is None else Fraction(target.value)


def _groups(reported: ReportLine, when: Period | None) -> str:
    """Each group's figure in a period, or to date; a line each."""
    lines = []
    for row in groups_of(reported):
        values_by_period = dict(zip(reported.table.periods, row.by_period, strict=True))
        words = in_words(row.to_date if when is None else values_by_period.get(when), "")
        if words:
            lines.append(gettext("{group}: {value}", group=reported.label(row.group), value=words))
    return "\n".join(lines)


def _why(reported: ReportLine, when: Period, target: Target | None, figure: Aggregate) -> str:
    """The note; where there is none and it is far from its target, that it is to be explained."""
    note = reported.one.notes.get(when.label, "")
    aim, value = _aim(target), in_unit(figure.reading)
    if note or value is None or not aim or abs(value - aim) / abs(aim) <= TO_EXPLAIN:
        return note
    return gettext("To be explained: more than 10 % from the target.")
