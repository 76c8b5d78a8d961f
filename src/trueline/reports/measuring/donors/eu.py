"""The logical framework matrix of the EU for interim and final reports: with current values."""

from __future__ import annotations

from trueline.language import day, gettext
from trueline.reports.design.layouts.eu import eu
from trueline.reports.design.layouts.model import Laid
from trueline.reports.measuring.donors.figures import (
    ProgrammeFigures,
    groups_of,
    in_words,
    last_with_figure,
)
from trueline.reports.measuring.results import ReportLine


def eu_progress(programme: ProgrammeFigures) -> Laid:
    """The matrix with the current value of each indicator, its groups, and the day it is of."""
    current = {name: _current(line, programme) for name, line in programme.by_indicator.items()}
    laid = eu(programme.texts, current)
    return Laid(laid.title, programme.facts, laid.tables)


def _current(line: ReportLine, programme: ProgrammeFigures) -> str:
    """The value so far; "" where there is none, since an empty cell is no 0."""
    when = last_with_figure(line, programme.span.last)
    unit = line.figure.indicator.unit
    value = in_words(line.figure.to_date, unit)
    if when is None or not value:
        return ""
    groups = [
        gettext("{group}: {value}", group=line.label(row.group), value=words)
        for row in groups_of(line)
        if (words := in_words(row.to_date, ""))
    ]
    return "\n".join([f"{value} ({day(when.end)})", *groups])
