"""A plan without a budget.

Why: A significant proportion of plans have no budget (9 L3); of 11 reviewed, none was fully
budgeted (fn 53).

Example: “Costs: to be determined.”

Resolve: Put a cost and a source beside each activity.
"""

from collections.abc import Iterator

from trueline.design import Design, Plans
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="error", remedy="modify", refs=("9 L3", "fn 53", "9 E2.1", "9 Q5"))
def plan_not_budgeted(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Plans):
        if activity.budgeted is False:
            yield Found(
                path=f"activities[{activity.id}].budgeted",
                message=f"Not every activity of {quoted(activity.name)} has a budget.",
                next_step="Cost each activity with the finance ministry before adoption, and mark"
                " what is confirmed.",
            )
