"""The sheet of indicator reference sheets: a row for each indicator, a column for each label."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from trueline.design import Design, Indicator
from trueline.document.targets import Baseline
from trueline.language import gettext, label, lower_first
from trueline.reports.design.codes import codes_of, in_logframe_order
from trueline.reports.design.logframe.grid import Looks, Sheet, Value
from trueline.reports.design.logframe.limits import limit_titles, limits
from trueline.reports.design.logframe.sheets import indicator_text, target_line
from trueline.reports.values import Wording

_WIDTHS = {
    "statement": 46.0,
    "definition": 40.0,
    "result": 34.0,
    "limitations": 40.0,
    "methods": 28.0,
    "numerator": 28.0,
    "denominator": 28.0,
    "source": 28.0,
}
_BASELINE = ("value", "text", "measured", "source")
_FIRST = (
    "statement",
    "definition",
    "result",
    "measures",
    "measure",
    "numerator",
    "denominator",
    "unit",
)
_LAST = (
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
    "direction",
    "toolkit_id",
)


def add_references(book: Any, looks: Looks, design: Design, wording: Wording) -> Sheet:
    """Add the sheet to a workbook."""
    own = label("Indicators")
    name = gettext("Indicator sheets") if own == gettext("Indicators") else own
    grid = Sheet(book, looks, name, tuple(_columns()))
    codes = codes_of(design)
    for indicator in in_logframe_order(design):
        cells: list[Value] = [codes.indicators[indicator.id]]
        cells += [wording.field(indicator, name) for name in _FIRST]
        cells += _baseline(indicator.baseline)
        cells.append("\n".join(target_line(t, indicator.unit) for t in indicator.targets))
        cells += [indicator_text(wording, indicator, name) for name in _LAST]
        grid.add(*cells, *limits(design, wording.toolkit, indicator))
    return grid


def field_texts(wording: Wording, indicator: Indicator) -> Iterator[tuple[str, str]]:
    """Each field of an indicator that the sheet shows by a text of its own, and the text."""
    for name in _FIRST:
        if name != "result":
            yield name, wording.field(indicator, name)
    yield "targets", "\n".join(target_line(t, indicator.unit) for t in indicator.targets)
    for name in _LAST:
        yield name, indicator_text(wording, indicator, name)


def _columns() -> list[tuple[str, float]]:
    title = Indicator.field_title
    return [
        (gettext("Code"), 13.0),
        *((title(name), _WIDTHS.get(name, 16.0)) for name in _FIRST),
        *(
            (f"{title('baseline')}: {lower_first(Baseline.field_title(name))}", 16.0)
            for name in _BASELINE
        ),
        (title("targets"), 40.0),
        *((title(name), _WIDTHS.get(name, 18.0)) for name in _LAST),
        *((title, 40.0) for title in limit_titles()),
    ]


def _baseline(baseline: Baseline | None) -> list[Value]:
    """Value, words, day and source; nothing at all where there is no baseline."""
    if baseline is None:
        return [None] * len(_BASELINE)
    return [baseline.value, baseline.text, baseline.measured, baseline.source]
