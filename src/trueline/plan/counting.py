"""Counts what measures the lines of a plan, by its structure.

Read by the rules of the review and by the audit, so that both count alike.
"""

from trueline.plan.activity import Indicator
from trueline.plan.plan import Plan


def has_target(indicator: Indicator) -> bool:
    """Whether it can be measured and says how much is to be reached by when."""
    if indicator.measure == "qualitative":
        return False
    return any(target.value is not None or target.text for target in indicator.targets)


def is_measured(plan: Plan, id: str) -> bool:
    """Whether an activity or objective has an indicator with a target."""
    return any(has_target(each) for each in plan.indicators_of.get(id, ()))
