"""Where findings stand that are said once of several elements of a plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trueline.document import Element, element_address
from trueline.language import gettext, quoted
from trueline.plan import Activity, EarlierPlan, Plan
from trueline.review.finding import shared_address


def together(
    holder: str, elements: Sequence[Element], field: str = ""
) -> tuple[str, tuple[str, ...]]:
    """`path` and `also_at` of what is said once of elements of a list, or of one field of each."""
    end = f".{field}" if field else ""
    return shared_address([f"{element_address('', holder, e)}{end}" for e in elements], holder)


def dated(plan: Plan) -> Iterator[tuple[str, str, Plan | Activity | EarlierPlan]]:
    """What has a start and an end: what addresses in it begin with, and its name."""
    yield "", gettext("the plan"), plan
    for activity in plan.activities:
        yield f"activities[{activity.id}].", quoted(activity.name), activity
    for earlier in plan.earlier_plans:
        yield f"earlier_plans[{earlier.id}].", quoted(earlier.name), earlier
