"""The monitoring table of PRM (US State Department): a small table for each result."""

from __future__ import annotations

from trueline.design import Indicator, Result
from trueline.language import gettext
from trueline.reports.design.layouts.eu import WITH_INDICATOR
from trueline.reports.design.layouts.model import Cell, Laid, Line, Table, across, heads, line
from trueline.reports.design.layouts.texts import Texts
from trueline.reports.design.layouts.usaid import activities

WIDTHS = (44.0, 22.0, 22.0, 22.0, 22.0)


def prm(texts: Texts) -> Laid:
    """Impact, outcomes and outputs, each with its indicators and its notes."""
    tables = [_result(texts, result) for result in texts.results()]
    if loose := texts.loose():
        name = gettext("Indicators that name no result yet")
        tables.append(_table(texts, name, name, loose, ""))
    if texts.design.activities:
        tables.append(activities(texts))
    return Laid(gettext("Monitoring table"), texts.facts(), tuple(tables))


def _result(texts: Texts, result: Result) -> Table:
    before = f"{texts.label(result.id)}: "
    objective = texts.objective(result, before=before)
    assumptions = texts.assumptions(result.id)
    return _table(texts, texts.label(result.id), objective, texts.indicators(result), assumptions)


def _table(
    texts: Texts, name: str, above: str, indicators: list[Indicator], assumptions: str
) -> Table:
    rows: list[Line] = [
        across(above, len(WIDTHS)),
        heads(
            gettext("Indicator"),
            gettext("Baseline (# and/or %) at beginning of Q1"),
            gettext("Target (# and/or %)"),
            gettext("Value (# or %) this reporting period"),
            gettext("Cumulative # and % progress towards target"),
        ),
    ]
    rows += [line(*_measured(texts, indicator)) for indicator in indicators]
    head = gettext("Assumptions")
    rows.append((Cell(head, "label"), Cell(assumptions, columns=4), None, None, None))
    return Table(name, WIDTHS, tuple(rows), heads=2)


def _measured(texts: Texts, indicator: Indicator) -> list[str]:
    head = gettext("Indicator {number}", number=texts.numbers[indicator.id])
    indicator_texts = texts.indicator(indicator, before=f"{head}: ")
    names = (*WITH_INDICATOR, "source", "methods")
    together = texts.together(indicator, names, before=indicator_texts)
    texts.key.show("indicators", indicator.id, "statement", together)
    return [together, texts.baseline(indicator), texts.targets(indicator), "", ""]
