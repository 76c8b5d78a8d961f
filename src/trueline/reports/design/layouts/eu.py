"""The logical framework matrix of the European Union (Annex C, e3d): results, then activities."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from trueline.design import Indicator, Result
from trueline.language import gettext
from trueline.reports.design.layouts.model import Cell, Laid, Line, Table, across, heads, line
from trueline.reports.design.layouts.texts import Texts

WITH_INDICATOR = ("definition", "numerator", "denominator", "disaggregation")
"""The fields that EU forms want with the indicator."""


NOTHING: Mapping[str, str] = MappingProxyType({})


def eu(texts: Texts, current: Mapping[str, str] = NOTHING) -> Laid:
    """The matrix and the activity matrix under it. `current` are values so far, by indicator."""
    matrix = [
        heads(
            gettext("Level"),
            gettext("Results chain"),
            gettext("Indicator"),
            gettext("Baseline\n(value & reference year)"),
            gettext("Target\n(value & reference year)"),
            gettext("Current value\n(reference year)"),
            gettext("Sources and means of verification"),
            gettext("Assumptions"),
        )
    ]
    for result in texts.results():
        matrix += _result(texts, result, current)
    if loose := texts.loose():
        matrix.append(across(gettext("Indicators that name no result yet"), len(matrix[0])))
        matrix += [line("", "", *_measured(texts, indicator, current), "") for indicator in loose]
    tables = [Table(gettext("Logframe"), (16, 32, 36, 16, 18, 15, 26, 28), tuple(matrix))]
    if texts.design.activities:
        tables.append(_activities(texts))
    return Laid(gettext("Logical framework matrix"), texts.facts(), tuple(tables))


def _result(texts: Texts, result: Result, current: Mapping[str, str]) -> list[Line]:
    """A result beside all of its indicators."""
    indicators = texts.indicators(result)
    height = max(len(indicators), 1)
    first = (
        Cell(texts.label(result.id), "label", rows=height),
        Cell(texts.objective(result), "bold", rows=height),
    )
    last = Cell(texts.assumptions(result.id), rows=height)
    if not indicators:
        return [(*first, Cell(), Cell(), Cell(), Cell(), Cell(), last)]
    rows = [tuple(map(Cell, _measured(texts, one, current))) for one in indicators]
    return [(*first, *rows[0], last), *((None, None, *row, None) for row in rows[1:])]


def _measured(texts: Texts, indicator: Indicator, current: Mapping[str, str]) -> tuple[str, ...]:
    indicator_texts = texts.indicator(indicator)
    together = texts.together(indicator, WITH_INDICATOR, before=indicator_texts)
    texts.key.show("indicators", indicator.id, "statement", together)
    return (
        together,
        texts.baseline(indicator),
        texts.targets(indicator),
        current.get(indicator.id, ""),
        texts.sources(indicator),
    )


def _activities(texts: Texts) -> Table:
    columns = (
        gettext("Code"),
        gettext("Activity"),
        gettext("Description"),
        gettext("Responsible"),
        gettext("Cost"),
        gettext("Assumptions"),
    )
    rows = [heads(*columns)]
    rows += [
        line(
            Cell(texts.label(activity.id), "label"),
            Cell(texts.activity(activity), "bold"),
            texts.activity_field(activity, "description"),
            texts.activity_field(activity, "lead"),
            texts.activity_field(activity, "budget"),
            texts.assumptions(activity.id),
        )
        for activity in texts.design.activities
    ]
    return Table(gettext("Activities"), (16, 38, 44, 24, 18, 34), tuple(rows))
