"""IOM: the results monitoring framework, with progress in these periods and so far."""

from __future__ import annotations

from fractions import Fraction

from trueline.design import Indicator
from trueline.design.figures import in_unit
from trueline.language import gettext
from trueline.measures.progress import Standing
from trueline.reports.design.layouts.eu import WITH_INDICATOR
from trueline.reports.design.layouts.model import Cell, Laid, Line, Table, across, heads, line
from trueline.reports.measuring.donors.figures import (
    ProgrammeFigures,
    figure_cell,
    groups_of,
    in_words,
    notes_in,
    number_cell,
    percent_cell,
)

BASELINE, TARGET, SO_FAR = "E", "F", "H"
"""The columns from which the way that is gone is reckoned."""


def iom_progress(programme: ProgrammeFigures) -> Laid:
    """A row for each indicator under its result."""
    columns = (
        gettext("Indicator"),
        gettext("Data source and collection method"),
        gettext("Frequency"),
        gettext("Responsible"),
        gettext("Baseline"),
        gettext("Target"),
        gettext("Progress in this period"),
        gettext("Cumulative progress"),
        gettext("Per cent of the way"),
        gettext("Comments"),
    )
    rows: list[Line] = [heads(*columns)]
    for result, indicators in programme.sections():
        rows.append(across(programme.heading(result), len(columns)))
        rows += [_row(programme, indicator) for indicator in indicators]
        if result and (text := programme.texts.assumptions(result.id)):
            rows.append(across(f"{gettext('Assumptions')}:\n{text}", len(columns), "faint"))
    title = gettext("Results monitoring framework")
    widths = (42, 28, 14, 18, 14, 14, 16, 16, 13, 44)
    return Laid(title, programme.facts, (Table(title, widths, tuple(rows)),))


def _row(programme: ProgrammeFigures, indicator: Indicator) -> Line:
    texts, one = programme.texts, programme.by_indicator.get(indicator.id)
    name = texts.together(indicator, WITH_INDICATOR, before=texts.indicator(indicator))
    facts = (
        Cell(name),
        texts.sources(indicator),
        texts.field(indicator, "frequency"),
        texts.field(indicator, "responsible"),
    )
    if one is None:
        return line(*facts, texts.baseline(indicator), texts.targets(indicator), "", "", "", "")
    figure = one.figure
    baseline, final = figure.indicator.baseline, figure.final
    way = figure.final_progress
    share = way.share if way.standing is Standing.SHARE else None
    groups = [
        f"{one.label(row.group)}: {words}"
        for row in groups_of(one)
        if (words := in_words(row.to_date, ""))
    ]
    comments = [notes_in(one, [when for when, _figure in one.here]), *groups]
    return line(
        *facts,
        _planned(None if baseline is None else baseline.value, texts.baseline(indicator)),
        _planned(None if final is None else final.value, final.text if final else ""),
        figure_cell(one.in_span),
        figure_cell(figure.to_date),
        percent_cell(
            share, _way(share is not None and in_unit(figure.to_date.reading) is not None)
        ),
        "\n".join(filter(None, comments)),
    )


def _planned(value: object, words: str) -> Cell:
    """A baseline or target as a number, else in words."""
    return number_cell(Fraction(str(value))) if value is not None else Cell(words)


def _way(has_share: bool) -> str:
    """The share of the way from baseline to target; no formula where there is no way to speak of."""
    if not has_share:
        return ""
    base, target, now = (f"{column}{{row}}" for column in (BASELINE, TARGET, SO_FAR))
    return f'=IF(AND(ISNUMBER({target}),ISNUMBER({now})),({now}-N({base}))/({target}-N({base})),"")'
