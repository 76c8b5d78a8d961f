"""The parts of a plan that have a start and an end, and whether its own can stand."""

from __future__ import annotations

from collections.abc import Iterator

from trueline.language import gettext, quoted
from trueline.plan import Activity, EarlierPlan, Plan


def dated(plan: Plan) -> Iterator[tuple[str, str, Plan | Activity | EarlierPlan]]:
    """Each part with a start and an end: what addresses in it begin with, and its name."""
    yield "", gettext("the plan"), plan
    for activity in plan.activities:
        yield f"activities[{activity.id}].", quoted(activity.name), activity
    for earlier in plan.earlier_plans:
        yield f"earlier_plans[{earlier.id}].", quoted(earlier.name), earlier


def ends_first(plan: Plan) -> bool:
    """Whether the plan's own dates contradict each other, so that nothing can be held against them."""
    return bool(plan.start and plan.end and plan.end < plan.start)
