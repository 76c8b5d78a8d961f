"""The results framework of the FCDO: a block for each indicator, its milestones in columns."""

from __future__ import annotations

from trueline.design import Indicator, Result
from trueline.language import gettext
from trueline.reports.design.layouts.eu import WITH_INDICATOR
from trueline.reports.design.layouts.model import Cell, Laid, Line, Table, across, heads, line
from trueline.reports.design.layouts.texts import Texts, level_words, short_day

LEAST = 3
"""So many columns of targets stand there at least: two milestones and the target."""


def fcdo(texts: Texts) -> Laid:
    """The framework; activities have a table of their own below."""
    most = max((len(one.targets) for one in texts.design.indicators), default=0)
    width = max(most, LEAST)
    rows: list[Line] = []
    for result in texts.results():
        rows += _result(texts, result, width)
    loose = texts.loose()
    if loose:
        rows.append(across(gettext("Indicators that name no result yet"), width + 5))
    for indicator in loose:
        rows += _block(texts, indicator, ("", ""), gettext("Indicator"), "", width)
    widths = (32.0, 38.0, 11.0, 16.0, *(14.0 for _ in range(width)), 32.0)
    tables = [Table(gettext("Results framework"), widths, tuple(rows), heads=0)]
    if texts.design.activities:
        tables.append(_activities(texts))
    return Laid(gettext("Results framework"), texts.facts(), tuple(t for t in tables if t.lines))


def _result(texts: Texts, result: Result, width: int) -> list[Line]:
    label = texts.label(result.id).upper()
    heading = (label, texts.objective(result))
    assumptions = texts.assumptions(result.id)
    (level,) = level_words(texts.coded[result.id].level)
    title = gettext("{level} indicator", level=gettext(level))
    rows: list[Line] = []
    for indicator in texts.indicators(result):
        rows += _block(texts, indicator, heading, title, assumptions, width)
        heading, assumptions = ("", ""), ""
    if not rows:
        blank = [""] * (width + 1)
        rows = [
            heads(label, title, "", *_headings(None, texts, width), gettext("Assumptions")),
            line(
                Cell(heading[1], "bold"), "", Cell(gettext("Planned"), "faint"), *blank, assumptions
            ),
        ]
    return rows


def _headings(indicator: Indicator | None, texts: Texts, width: int) -> list[str]:
    """Baseline, milestones and target with their days; the last column is always the target."""
    measured = indicator.baseline.measured if indicator and indicator.baseline else None
    headings = [
        gettext("Baseline ({day})", day=short_day(measured)) if measured else gettext("Baseline")
    ]
    targets = texts.by_day(indicator) if indicator else []
    milestones = targets[:-1]
    for place in range(width - 1):
        name = gettext("Milestone {number}", number=place + 1)
        day = short_day(milestones[place].due) if place < len(milestones) else ""
        headings.append(f"{name} ({day})" if day else name)
    last = short_day(targets[-1].due) if targets else ""
    headings.append(gettext("Target ({day})", day=last) if last else gettext("Target"))
    return headings


def _block(
    texts: Texts,
    indicator: Indicator,
    heading: tuple[str, str],
    title: str,
    assumptions: str,
    width: int,
) -> list[Line]:
    """Headings, what is planned, what was achieved, and the source of one indicator."""
    number = texts.numbers[indicator.id]
    headings = _headings(indicator, texts, width)
    if indicator.baseline:
        texts.key.show("indicators", indicator.id, "baseline", headings[0])
    values = _values(texts, indicator, headings, width)
    indicator_texts = texts.indicator(indicator, before="")
    together = texts.together(indicator, WITH_INDICATOR, before=indicator_texts)
    texts.key.show("indicators", indicator.id, "statement", together)
    source = texts.sources(indicator)
    blank = [""] * (width + 1)
    return [
        heads(heading[0], f"{title} {number}", "", *headings, gettext("Assumptions")),
        line(
            Cell(heading[1], "bold"),
            together,
            Cell(gettext("Planned"), "faint"),
            *values,
            assumptions,
        ),
        line("", "", Cell(gettext("Achieved"), "faint"), *blank, ""),
        (
            Cell(),
            Cell(),
            Cell(gettext("Source"), "faint"),
            Cell(source, columns=width + 1),
            *(None for _ in range(width)),
            Cell(),
        ),
    ]


def _values(texts: Texts, indicator: Indicator, headings: list[str], width: int) -> list[Cell]:
    baseline = indicator.baseline
    cells = [
        texts.value_cell(indicator, "baseline", baseline.value, baseline.text)
        if baseline
        else Cell(texts.key.show("indicators", indicator.id, "baseline", ""))
    ]
    targets = texts.by_day(indicator)
    texts.key.show("indicators", indicator.id, "targets", "")
    places = [*range(len(targets) - 1), width - 1] if targets else []
    by_place = dict(zip(places, targets, strict=True))
    for place in range(width):
        target = by_place.get(place)
        if target is None:
            cells.append(Cell())
            continue
        texts.key.show("indicators", indicator.id, "targets", headings[place + 1])
        cells.append(texts.value_cell(indicator, "targets", target.value, target.text))
    return cells


def _activities(texts: Texts) -> Table:
    rows = [
        heads(
            gettext("Code"),
            gettext("Activity"),
            gettext("Dates"),
            gettext("Budget"),
            gettext("Assumptions"),
        )
    ]
    rows += [
        line(
            Cell(texts.label(activity.id), "label"),
            Cell(texts.activity(activity), "bold"),
            texts.activity_dates(activity),
            texts.activity_field(activity, "budget"),
            texts.assumptions(activity.id),
        )
        for activity in texts.design.activities
    ]
    return Table(gettext("Activities"), (14, 56, 30, 20, 44), tuple(rows))
