"""Activities by objective, pattern and pillar, and by the body that does them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trueline.document.responsible import names_one
from trueline.plan.activity import Activity, Indicator, Objective, Pattern
from trueline.plan.plan import Plan

PILLARS = ("prevention", "protection", "prosecution", "partnership")


@dataclass(frozen=True)
class CoverageRow:
    """An objective and a pattern, and for each pillar, then for none, the activities.

    `objective` or `pattern` is None where activities name none.
    """

    objective: Objective | None
    pattern: Pattern | None
    cells: tuple[tuple[Activity, ...], ...]

    @property
    def is_empty(self) -> bool:
        """Whether no activity stands in it."""
        return not any(self.cells)


@dataclass(frozen=True)
class Coverage:
    """The matrix. `pillars` head its columns; the last is None where an activity names no pillar."""

    pillars: tuple[str | None, ...]
    rows: tuple[CoverageRow, ...]


def coverage(plan: Plan) -> Coverage:
    """Each objective with each pattern, and what is done for it under each pillar.

    An activity against several patterns stands in the row of each.
    """
    bare = any(activity.pillar is None for activity in plan.activities)
    pillars: tuple[str | None, ...] = (*PILLARS, None) if bare else PILLARS
    return Coverage(pillars, tuple(_rows(plan, pillars)))


def _rows(plan: Plan, pillars: tuple[str | None, ...]) -> Iterator[CoverageRow]:
    objective_ids = {objective.id for objective in plan.objectives}
    patterns = {pattern.id for pattern in plan.patterns}
    for objective in (*plan.objectives, None):
        own = [each for each in plan.activities if _serves(each, objective, objective_ids)]
        if objective is None and not own:
            continue
        for pattern in (*plan.patterns, None):
            here = [each for each in own if _is_against(each, pattern, patterns)]
            if pattern is None and not here and plan.patterns:
                continue
            cells = tuple(tuple(e for e in here if e.pillar == pillar) for pillar in pillars)
            yield CoverageRow(objective, pattern, cells)


def _serves(activity: Activity, objective: Objective | None, objective_ids: set[str]) -> bool:
    return (
        activity.objective not in objective_ids
        if objective is None
        else activity.objective == objective.id
    )


def _is_against(activity: Activity, pattern: Pattern | None, pattern_ids: set[str]) -> bool:
    return (
        not pattern_ids & {*activity.patterns}
        if pattern is None
        else pattern.id in activity.patterns
    )


@dataclass(frozen=True)
class Work:
    """The tasks of one body in the plan. `is_one` is whether its name is that of one body."""

    body: str
    leads: tuple[Activity, ...]
    takes_part: tuple[Activity, ...]
    measures: tuple[Indicator, ...]
    is_one: bool = True


def who_does_what(plan: Plan) -> tuple[Work, ...]:
    """Each body that the lines of the plan name, in the order in which they do; "" comes last."""
    names = dict.fromkeys(activity.lead for activity in plan.activities)
    names |= dict.fromkeys(name for activity in plan.activities for name in activity.partners)
    names |= dict.fromkeys(indicator.responsible for indicator in plan.indicators)
    names.pop("", None)
    work = [_work(plan, name) for name in names]
    nobodys = tuple(each for each in plan.activities if not each.lead)
    return (*work, Work("", nobodys, (), ())) if nobodys else tuple(work)


def _work(plan: Plan, name: str) -> Work:
    return Work(
        name,
        tuple(each for each in plan.activities if each.lead == name),
        tuple(each for each in plan.activities if name in each.partners),
        tuple(each for each in plan.indicators if each.responsible == name),
        names_one(name),
    )
