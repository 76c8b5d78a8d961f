"""Activities of a plan without a sum.

Why: A significant proportion of plans have no budget (9 L3); the toolkit looks for one on each
activity (9 E2.1).

Example: Every measure says “within existing means”.

Resolve: Put a sum and its source on each, or say which wait until there is money.
"""

from collections.abc import Iterator

from trueline.design import Design, Plans
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import listed, quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="modify", refs=("9 L3", "9 E2.1"))
def steps_without_budget(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    if not design.of_kind(Plans):
        return
    bare = [
        activity
        for activity in design.activities
        if not activity.budget and activity.kind != "plans"
    ]
    if bare:
        names = [quoted(activity.name) for activity in bare[:3]]
        names += [f"{len(bare) - 3} more"] if len(bare) > 3 else []
        yield Found(
            path=f"activities[{bare[0].id}].budget",
            message=f"Without a budget in the plan: {listed(names)}.",
            next_step="Cost the activities that come first, and mark which sums are confirmed.",
        )
