"""The results matrix of the IOM, and the results framework of the United Nations."""

from __future__ import annotations

from trueline.design import Activity, Indicator, Result
from trueline.language import gettext
from trueline.reports.design.layouts.eu import WITH_INDICATOR
from trueline.reports.design.layouts.model import Cell, Laid, Line, Table, across, heads, line
from trueline.reports.design.layouts.texts import Texts
from trueline.reports.design.layouts.usaid import activities


def iom(texts: Texts) -> Laid:
    """Each result with its indicators, and under an output the activities that lead to it."""
    rows = [
        heads(
            "",
            gettext("Indicators"),
            gettext("Data source and collection method"),
            gettext("Baseline"),
            gettext("Target"),
            gettext("Assumptions"),
        )
    ]
    for result in texts.results():
        rows += _iom_result(texts, result)
    if loose := texts.loose():
        rows.append(across(gettext("Indicators that name no result yet"), 6))
        rows += [line("", *_iom_measured(texts, one), "") for one in loose]
    tables = [Table(gettext("Results matrix"), (40, 38, 30, 16, 18, 32), tuple(rows))]
    if texts.design.activities:
        tables.append(activities(texts))
    return Laid(gettext("Results matrix"), texts.facts(), tuple(tables))


def _iom_result(texts: Texts, result: Result) -> list[Line]:
    before = f"{texts.label(result.id)}:\n"
    objective = Cell(texts.objective(result, before=before), "bold")
    indicators = texts.indicators(result)
    assumptions = texts.assumptions(result.id)
    rows = [line("", *_iom_measured(texts, one), "") for one in indicators]
    first = rows[0][1:5] if rows else tuple(Cell() for _ in range(4))
    rows = [(objective, *first, Cell(assumptions)), *rows[1:]]
    return rows + _lead_to(texts, result, texts.activities_of(result))


def _lead_to(texts: Texts, result: Result, leading: list[Activity]) -> list[Line]:
    """The results that a result leads to, by the names that the table of activities gives in full."""
    if not leading:
        return []
    head = gettext("Activities that lead to {result}:", result=texts.label(result.id))
    lines = [head, *(f"{texts.coded[one.id].number}. {one.name}" for one in leading)]
    return [across("\n".join(" ".join(part.split()) for part in lines), 6, "faint")]


def _iom_measured(texts: Texts, indicator: Indicator) -> list[str]:
    indicator_texts = texts.indicator(indicator)
    together = texts.together(indicator, WITH_INDICATOR, before=indicator_texts)
    texts.key.show("indicators", indicator.id, "statement", together)
    return [together, texts.sources(indicator), texts.baseline(indicator), texts.targets(indicator)]


def un(texts: Texts) -> Laid:
    """Results with indicators, baselines, targets, means of verification and who reports."""
    rows = [
        heads(
            gettext("Level"),
            gettext("Result"),
            gettext("Performance indicator"),
            gettext("Disaggregated by"),
            gettext("Baseline"),
            gettext("Targets and milestones"),
            gettext("Means of verification"),
            gettext("Frequency"),
            gettext("Responsible"),
            gettext("Assumptions and risks"),
        )
    ]
    for result in texts.results():
        first = [Cell(texts.label(result.id), "label"), Cell(texts.objective(result), "bold")]
        assumptions = texts.assumptions(result.id)
        for indicator in texts.indicators(result):
            rows.append((*first, *map(Cell, _un_measured(texts, indicator)), Cell(assumptions)))
            first, assumptions = [Cell(), Cell()], ""
        if first[0].text:
            rows.append((*first, *(Cell() for _ in range(7)), Cell(assumptions)))
    if loose := texts.loose():
        rows.append(across(gettext("Indicators that name no result yet"), 10))
        rows += [line("", "", *_un_measured(texts, one), "") for one in loose]
    widths = (16, 28, 32, 17, 15, 16, 22, 15, 18, 24)
    tables = [Table(gettext("Results framework"), widths, tuple(rows))]
    if texts.design.activities:
        tables.append(activities(texts))
    return Laid(gettext("Results framework"), texts.facts(), tuple(tables))


def _un_measured(texts: Texts, indicator: Indicator) -> list[str]:
    indicator_texts = texts.indicator(indicator)
    names = ("definition", "numerator", "denominator")
    together = texts.together(indicator, names, before=indicator_texts)
    texts.key.show("indicators", indicator.id, "statement", together)
    return [
        together,
        texts.field(indicator, "disaggregation"),
        texts.baseline(indicator),
        texts.targets(indicator),
        texts.sources(indicator),
        texts.field(indicator, "frequency"),
        texts.field(indicator, "responsible"),
    ]
