"""USAID: the performance management plan as a table, and a reference sheet for each indicator."""

from __future__ import annotations

from trueline.design import Indicator, Result
from trueline.language import gettext
from trueline.reports.design.layouts.model import Cell, Laid, Line, Table, across, heads, line
from trueline.reports.design.layouts.texts import Texts

DEFINITION = ("definition", "unit", "numerator", "denominator", "disaggregation")
"""Lines of the column of definitions."""


def pmp(texts: Texts) -> Laid:
    """A section for each result, a row for each of its indicators; activities below."""
    columns = (
        gettext("Indicator"),
        gettext("Definition"),
        gettext("Frequency"),
        gettext("Responsible"),
        gettext("Data source and method"),
        gettext("Baseline"),
        gettext("Targets (the last is LOP)"),
        gettext("Assumptions"),
    )
    rows: list[Line] = [heads(*columns)]
    for result in texts.results():
        before = f"{texts.label(result.id)}: "
        rows.append(across(texts.objective(result, before=before), len(columns)))
        assumptions = texts.assumptions(result.id)
        indicators = texts.indicators(result)
        for indicator in indicators:
            rows.append(line(*_measured(texts, indicator), assumptions))
            assumptions = ""
        if not indicators and assumptions:
            rows.append(line(*[""] * (len(columns) - 1), assumptions))
    loose = texts.loose()
    if loose:
        rows.append(across(gettext("Indicators that name no result yet"), len(columns)))
        rows += [line(*_measured(texts, indicator), "") for indicator in loose]
    widths = (34, 40, 15, 18, 26, 16, 18, 28)
    plan = Table(gettext("Performance management plan"), widths, tuple(rows))
    tables = (plan, activities(texts)) if texts.design.activities else (plan,)
    return Laid(gettext("Performance management plan"), texts.facts(), tables)


def _measured(texts: Texts, indicator: Indicator) -> list[str]:
    return [
        texts.indicator(indicator),
        texts.together(indicator, DEFINITION),
        texts.field(indicator, "frequency"),
        texts.field(indicator, "responsible"),
        texts.sources(indicator),
        texts.baseline(indicator),
        texts.targets(indicator),
    ]


def activities(texts: Texts) -> Table:
    """Activities with who answers for them, when, and what they cost."""
    rows = [
        heads(
            gettext("Code"),
            gettext("Activity"),
            gettext("Responsible"),
            gettext("Dates"),
            gettext("Budget"),
            gettext("Assumptions"),
        )
    ]
    rows += [
        line(
            Cell(texts.label(activity.id), "label"),
            Cell(texts.activity(activity), "bold"),
            texts.activity_field(activity, "lead"),
            texts.activity_dates(activity),
            texts.activity_field(activity, "budget"),
            texts.assumptions(activity.id),
        )
        for activity in texts.design.activities
    ]
    return Table(gettext("Activities"), (14, 50, 26, 30, 20, 40), tuple(rows))


def pirs(texts: Texts) -> Laid:
    """A sheet of labels for each indicator; results without one have a sheet that names them."""
    tables: list[Table] = []
    for result in texts.results():
        indicators = texts.indicators(result)
        tables += [_sheet(texts, result, one) for one in indicators]
        tables += [] if indicators else [_sheet(texts, result, None)]
    tables += [_sheet(texts, None, indicator) for indicator in texts.loose()]
    if texts.design.activities:
        tables.append(activities(texts))
    return Laid(gettext("Indicator reference sheets"), texts.facts(), tuple(tables))


def _sheet(texts: Texts, result: Result | None, indicator: Indicator | None) -> Table:
    rows: list[tuple[str, str]] = []
    if result:
        before = f"{texts.label(result.id)}: "
        rows.append((gettext("Result measured"), texts.objective(result, before=before)))
    else:
        rows.append((gettext("Result measured"), gettext("Indicators that name no result yet")))
    if indicator:
        rows += _facts(texts, indicator)
    if result and (text := texts.assumptions(result.id)):
        rows.append((gettext("Assumptions"), text))
    name = texts.numbers[indicator.id] if indicator else ""
    level = texts.label(result.id) if result else gettext("No result")
    title = f"{level}, {name}" if name else level
    cells = tuple(line(Cell(label, "label"), text) for label, text in rows if text)
    return Table(title, (30, 90), cells, heads=0)


def _facts(texts: Texts, indicator: Indicator) -> list[tuple[str, str]]:
    return [
        (gettext("Name of indicator"), texts.indicator(indicator)),
        (gettext("Precise definition"), texts.field(indicator, "definition")),
        (gettext("Numerator"), texts.field(indicator, "numerator")),
        (gettext("Denominator"), texts.field(indicator, "denominator")),
        (gettext("Unit of measure"), texts.field(indicator, "unit")),
        (gettext("Disaggregated by"), texts.field(indicator, "disaggregation")),
        (gettext("Data source and method"), texts.sources(indicator)),
        (gettext("Frequency"), texts.field(indicator, "frequency")),
        (gettext("Responsible"), texts.field(indicator, "responsible")),
        (gettext("Known data limitations"), texts.field(indicator, "limitations")),
        (gettext("Baseline"), texts.baseline(indicator)),
        (gettext("Targets"), texts.targets(indicator)),
    ]
