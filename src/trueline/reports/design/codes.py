"""Short codes by which logframe, indicator sheets and calendar point at one another.

Results are numbered within their level (Outcome 2), indicators within their result (Outcome 2.1).
Codes follow the order of the document; what they name for good is the id.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from trueline.design import Activity, Design, Indicator, Result
from trueline.language import gettext, gettext_noop, label
from trueline.language.terms import LEVEL

RowLevel = Literal["impact", "outcome", "result", "output", "activity", "none", "all"]
"""Levels as a logframe has them. `result` is one whose level is not said; `none` holds indicators
that name no result, `all` what touches every level."""

_WITHOUT_LEVEL = {
    "result": gettext_noop("Result"),
    "none": gettext_noop("No result"),
    "all": gettext_noop("All levels"),
}


@dataclass(frozen=True)
class Codes:
    """The code of each result, activity and indicator, by id."""

    results: Mapping[str, str]
    activities: Mapping[str, str]
    indicators: Mapping[str, str]


def codes_of(design: Design) -> Codes:
    """Number everything in a design."""
    results = dict(_numbered_results(design))
    activities = {a.id: _numbered("activity", n) for n, a in enumerate(design.activities, 1)}
    return Codes(results, activities, dict(_numbered_indicators(design, results)))


def level_of(result: Result) -> RowLevel:
    """The level of a result as a logframe names it.

    What activities deliver is an output, even where the design calls it a result of activity
    level: the logframe's row of activities holds the activities themselves.
    """
    if result.level is None:
        return "result"
    return "output" if result.level == "activity" else result.level


def level_label(level: RowLevel) -> str:
    """The label of a level."""
    without_level = _WITHOUT_LEVEL.get(level)
    return label(without_level) if without_level else LEVEL.label(level)


def _numbered(level: RowLevel, number: int) -> str:
    return gettext("{level} {number}", level=level_label(level), number=number)


def _numbered_results(design: Design) -> Iterator[tuple[str, str]]:
    used: dict[RowLevel, int] = {}
    for result in design.results:
        level = level_of(result)
        used[level] = used.get(level, 0) + 1
        yield result.id, _numbered(level, used[level])


def _numbered_indicators(design: Design, results: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    used: dict[str, int] = {}
    for indicator in design.indicators:
        parent = results.get(indicator.result or "", "")
        used[parent] = used.get(parent, 0) + 1
        number = used[parent]
        alone = gettext("{level} {number}", level=label("Indicator"), number=number)
        yield indicator.id, f"{parent}.{number}" if parent else alone


def highest_first(design: Design) -> list[Result]:
    """The results from impact down to outputs, in the order of the document within a level."""
    order: list[RowLevel] = ["impact", "outcome", "result", "output"]
    return sorted(design.results, key=lambda result: order.index(level_of(result)))


def in_logframe_order(design: Design) -> tuple[Indicator, ...]:
    """Every indicator in the order of the logframe; last those that name no result."""
    place = {result.id: number for number, result in enumerate(highest_first(design))}
    last = len(place)
    return tuple(sorted(design.indicators, key=lambda one: place.get(one.result or "", last)))


def indicators_of(design: Design, result: Result) -> tuple[Indicator, ...]:
    """The indicators that measure a result."""
    return tuple(one for one in design.indicators if one.result == result.id)


def activities_towards(design: Design, result: str) -> tuple[Activity, ...]:
    """The activities from which a path leads to a result."""
    before = design.theory.leading_to([result])
    return tuple(activity for activity in design.activities if activity.id in before)
