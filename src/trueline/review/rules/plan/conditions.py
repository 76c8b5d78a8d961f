"""Conditions that field rules name, where a rule matters by more than its element's own fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from trueline.document import Part
from trueline.plan import Plan

Condition = Callable[[Plan, Part], bool]


def data_named(plan: Plan, part: Part) -> bool:
    """The plan names data, so that its activities can rest on them."""
    return bool(plan.evidence)


def monitoring_unpaid(plan: Plan, part: Part) -> bool:
    """No body that monitors or reports has a budget for it."""
    return not any(
        body.budget for body in plan.bodies if {"monitoring", "reporting"} & {*body.tasks}
    )


CONDITIONS: Mapping[str, Condition] = MappingProxyType(
    {"data-named": data_named, "monitoring-unpaid": monitoring_unpaid}
)
"""By the names that field rules call them."""
