"""Indicator reference sheets: every field of one indicator, under the usual labels.

The workbook has a column for each label, the dossier a card for each indicator.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trueline.design import Design, Indicator
from trueline.document.targets import Baseline, Target
from trueline.language import day, gettext
from trueline.reports.design.codes import Codes, in_logframe_order
from trueline.reports.design.logframe.content import amount
from trueline.reports.design.logframe.limits import limit_titles, limits
from trueline.reports.values import Wording
from trueline.toolkit.wording import broken_down_by

EXPECTED = ("definition", "methods", "frequency", "responsible")
"""Fields that a reader looks for: where they are empty, the sheet says so."""

_BEFORE = (
    "result",
    "measures",
    "definition",
    "measure",
    "numerator",
    "denominator",
    "unit",
    "direction",
)
_AFTER = (
    "methods",
    "source",
    "frequency",
    "responsible",
    "follow_up_months",
    "over_periods",
    "over_places",
    "scale",
    "scale_from",
    "counts_people",
    "disaggregation",
    "stands_in_for",
    "limitations",
)


@dataclass(frozen=True)
class ReferenceSheet:
    """The sheet of one indicator: its code, its name, and label and text of each line."""

    code: str
    name: str
    rows: tuple[tuple[str, str], ...]


def reference_sheets(design: Design, wording: Wording, codes: Codes) -> tuple[ReferenceSheet, ...]:
    """A sheet for each indicator, in the order of the logframe."""
    return tuple(
        ReferenceSheet(
            codes.indicators[indicator.id],
            indicator.name,
            tuple((label, value) for label, value in _rows(design, indicator, wording) if value),
        )
        for indicator in in_logframe_order(design)
    )


def _rows(design: Design, indicator: Indicator, wording: Wording) -> Iterator[tuple[str, str]]:
    title = Indicator.field_title
    for name in _BEFORE:
        yield title(name), _cell_text(wording, indicator, name)
    yield title("baseline"), baseline_line(indicator.baseline, indicator.unit)
    yield (
        title("targets"),
        "\n".join(target_line(t, indicator.unit) for t in indicator.targets) or missing_text(),
    )
    for name in _AFTER:
        yield title(name), _cell_text(wording, indicator, name)
    yield from zip(limit_titles(), limits(design, wording.toolkit, indicator), strict=True)


def indicator_text(wording: Wording, indicator: Indicator, name: str) -> str:
    """The text of an indicator's field; disaggregation by the toolkit's names."""
    if name == "disaggregation":
        return broken_down_by(wording.toolkit, indicator.disaggregation)
    return wording.field(indicator, name)


def _cell_text(wording: Wording, indicator: Indicator, name: str) -> str:
    text = indicator_text(wording, indicator, name)
    return text or (missing_text() if name in EXPECTED else "")


def missing_text() -> str:
    """The text for an expected but missing value."""
    return gettext("Not said yet")


def baseline_line(baseline: Baseline | None, unit: str) -> str:
    """The baseline in words. A value that was not measured is never 0."""
    if baseline is None:
        return missing_text()
    value = amount(baseline.value, unit)
    line = "; ".join(part for part in (value, baseline.text) if part) or gettext("Not measured yet")
    if baseline.measured:
        on = day(baseline.measured)
        line = (
            gettext("{value}, on {day}", value=line, day=on)
            if value
            else gettext("{value}; due {day}", value=line, day=on)
        )
    return (
        gettext("{baseline}. Source: {source}", baseline=line, source=baseline.source)
        if baseline.source
        else line
    )


def target_line(target: Target, unit: str) -> str:
    """A target in words: by when, how much, and why so much."""
    value = "; ".join(part for part in (amount(target.value, unit), target.text) if part)
    line = gettext("By {day}: {value}", day=day(target.due), value=value or gettext("not said yet"))
    return f"{line}. {target.rationale}" if target.rationale else line
