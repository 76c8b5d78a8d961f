"""Figures of indicators as data: JSON, and a CSV with a row for each figure."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from trueline.design.figures import Figure, in_unit
from trueline.document.targets import Baseline, Target
from trueline.measures.aggregates import ALL, Aggregate, Cell
from trueline.measures.progress import Progress
from trueline.measures.readings import Count, Mean, Ratio, Reading, Scale, Share, Words
from trueline.measures.suppression import THRESHOLD

TO_DATE = "to-date"
CSV_COLUMNS = (
    *("indicator", "statement", "unit", "period", "group", "state", "value", "numerator"),
    *("denominator", "n", "expected", "reported", "missing", "not_applicable", "suppressed"),
    *("flags", "baseline", "target", "target_due", "share_of_way", "standing"),
)


def figures_data(figures: Sequence[Figure]) -> list[dict[str, Any]]:
    """One entry for each indicator. Numbers are text, so that none loses a digit; shares of a
    proportion are in per cent; what was not reported has no `value` at all.
    """
    return [_figure(figure) for figure in figures]


def figures_csv(figures: Sequence[Figure]) -> str:
    """A row for each indicator to date, by period and by group. Empty is never 0."""
    out = io.StringIO()
    rows = csv.DictWriter(out, CSV_COLUMNS, lineterminator="\r\n", restval="")
    rows.writeheader()
    for figure in figures:
        for period, group, aggregate in _aggregates(figure):
            rows.writerow(
                {
                    "indicator": figure.indicator.id,
                    "statement": _safe(figure.indicator.statement),
                    "unit": _safe(figure.indicator.unit),
                    "period": period,
                    "group": _group(group),
                    **_flat(aggregate),
                    **(_against_plan(figure) if (period, group) == (TO_DATE, ALL) else {}),
                }
            )
    return out.getvalue()


def _safe(text: str) -> str:
    """Text that a spreadsheet takes for text and not for a formula."""
    return f"'{text}" if text[:1] in "=+-@\t\r" else text


def _aggregates(figure: Figure) -> Iterator[tuple[str, Cell, Aggregate]]:
    yield TO_DATE, ALL, figure.to_date
    yield from ((period.label, ALL, aggregate) for period, aggregate in figure.by_period)
    yield from ((TO_DATE, group, aggregate) for group, aggregate in figure.by_group)


def _figure(figure: Figure) -> dict[str, Any]:
    indicator = figure.indicator
    baseline = indicator.baseline
    return {
        "indicator": indicator.id,
        "statement": indicator.statement,
        "unit": indicator.unit,
        "baseline": _baseline(baseline),
        "to_date": _aggregate(figure.to_date),
        "by_period": {period.label: _aggregate(each) for period, each in figure.by_period},
        "by_group": {_group(group): _aggregate(each) for group, each in figure.by_group},
        "target": _target(figure.target, figure.progress),
        "final_target": _target(figure.final, figure.final_progress),
    }


def _aggregate(aggregate: Aggregate) -> dict[str, Any]:
    coverage = aggregate.coverage
    return {
        "state": aggregate.state.value,
        **_reading(aggregate.reading),
        **({"value": f"<{aggregate.below}"} if aggregate.below else {}),
        "coverage": {
            "expected": coverage.expected,
            "reported": coverage.reported,
            "missing": coverage.missing,
            "not_applicable": coverage.not_applicable,
            "suppressed": coverage.suppressed,
        },
        "flags": [flag.value for flag in aggregate.flags],
        **(
            {"difference": number_as_text(aggregate.difference)}
            if aggregate.difference is not None
            else {}
        ),
    }


def _reading(reading: Reading | None) -> dict[str, Any]:
    value = in_unit(reading)
    data: dict[str, Any] = {} if value is None else {"value": number_as_text(value)}
    match reading:
        case Share() | Ratio():
            data |= {
                "numerator": number_as_text(reading.numerator),
                "denominator": number_as_text(reading.denominator),
            }
        case Mean():
            data |= {"n": reading.n}
        case Scale():
            data |= {"n": reading.n, "points": list(reading.counts)}
        case Words():
            data |= {"texts": list(reading.texts)}
        case Count() | None:
            pass
    return data


def _flat(aggregate: Aggregate) -> dict[str, Any]:
    data = _aggregate(aggregate)
    figures = {
        name: data[name] for name in ("value", "numerator", "denominator", "n") if name in data
    }
    return {"state": data["state"], **figures, **data["coverage"], "flags": " ".join(data["flags"])}


def _against_plan(figure: Figure) -> dict[str, Any]:
    target = _target(figure.target, figure.progress)
    return {
        "baseline": _baseline(figure.indicator.baseline) or "",
        "target": target["value"] or "",
        "target_due": target["due"] or "",
        "share_of_way": target["share_of_way"] or "",
        "standing": target["standing"],
    }


def _baseline(baseline: Baseline | None) -> str | None:
    """Its number, or "<11" where a small one is held back; none in words, and none at all."""
    if baseline is None:
        return None
    return baseline.text if baseline.text == f"<{THRESHOLD}" else number_as_text(baseline.value)


def _target(target: Target | None, progress: Progress) -> dict[str, Any]:
    return {
        "value": None if target is None else number_as_text(target.value),
        "due": None if target is None else target.due.isoformat(),
        "share_of_way": number_as_text(progress.share),
        "standing": progress.standing.value,
    }


def _group(group: Cell) -> str:
    return "; ".join(f"{name}={word}" for name, word in group)


def number_as_text(value: Any) -> str | None:
    """An exact number as text: to twelve digits where it has no end."""
    if value is None:
        return None
    exact = Fraction(value)
    if exact.denominator == 1:
        return str(exact.numerator)
    return f"{float(exact):.12g}"
