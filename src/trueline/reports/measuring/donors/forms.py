"""A donor's own form, filled with the figures of some periods and with what the design says.

Beside the names of `reports.design.forms` it knows, in rows: `{{ indicator.actual }}`,
`{{ indicator.to_date }}`, `{{ indicator.achieved }}`, `{{ indicator.why }}`, and a row for each indicator
and period, `{{ figure.actual }}`. All are plain texts; what is missing is empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from trueline.design.figure_wording import progress_in_words
from trueline.language import day, gettext
from trueline.measures.progress import Standing
from trueline.reports.design.forms import form_values
from trueline.reports.design.layouts.texts import amount
from trueline.reports.measuring.donors.figures import (
    ProgrammeFigures,
    groups_of,
    in_words,
    is_known,
    notes_in,
    target_in,
)
from trueline.reports.measuring.results import ReportLine

OF_INDICATOR = ("actual", "to_date", "achieved", "groups", "why", "current_on")
OF_FIGURE = (*("code", "statement", "unit", "period", "target", "actual", "groups", "why"),)


def report_values(
    programme: ProgrammeFigures, narratives: Sequence[tuple[str, str]] = ()
) -> dict[str, Any]:
    """The value of each placeholder. `narratives` are texts by the name of their field."""
    values = form_values(programme.design, programme.toolkit)
    numbers = programme.texts.numbers
    for one in values["indicator"]:
        one |= dict.fromkeys(OF_INDICATOR, "")

    for indicator, one in zip(programme.design.indicators, values["indicator"], strict=True):
        if line := programme.by_indicator.get(indicator.id):
            one |= _indicator(line)
    figures = [
        each
        for indicator in programme.design.indicators
        if (line := programme.by_indicator.get(indicator.id))
        for each in _figures(line, numbers[indicator.id])
    ]
    first, last = programme.span.first, programme.span.last
    return {
        **values,
        **dict(narratives),
        "period": f"{day(first)} – {day(last)}",
        "period_start": day(first),
        "period_end": day(last),
        "figure": figures,
    }


def _indicator(line: ReportLine) -> dict[str, str]:
    figure, unit = line.figure, line.figure.indicator.unit
    measured = [when for when, one in line.here if is_known(one)]
    way = figure.final_progress
    has_progress = way.standing in (Standing.SHARE, Standing.MAINTAINED, Standing.NOT_MAINTAINED)
    return {
        "actual": in_words(line.in_span, unit),
        "to_date": in_words(figure.to_date, unit),
        "achieved": progress_in_words(way) if has_progress else "",
        "groups": "\n".join(_groups(line)),
        "why": notes_in(line, [when for when, _figure in line.here]),
        "current_on": day(measured[-1].end) if measured else "",
    }


def _groups(line: ReportLine) -> Iterator[str]:
    for row in groups_of(line):
        if words := in_words(row.to_date, ""):
            yield gettext("{group}: {value}", group=line.label(row.group), value=words)


def _figures(line: ReportLine, code: str) -> Iterator[dict[str, str]]:
    indicator = line.figure.indicator
    for when, figure in line.here:
        target = target_in(indicator, when)
        groups = [
            gettext("{group}: {value}", group=line.label(row.group), value=words)
            for row in groups_of(line)
            if (
                words := in_words(
                    dict(zip(line.table.periods, row.by_period, strict=True)).get(when), ""
                )
            )
        ]
        yield {
            "code": code,
            "statement": line.name,
            "unit": indicator.unit,
            "period": when.label,
            "target": amount(target.value, "", target.text, None) if target else "",
            "actual": in_words(figure, indicator.unit),
            "groups": "\n".join(groups),
            "why": line.one.notes.get(when.label, ""),
        }
