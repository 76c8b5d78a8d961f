"""Earlier plans not looked at.

Why: Work is not always guided by the plan (9 L1); the toolkit asks how effective earlier plans
were (9 Q1).

Example: The fourth plan, and no review of the third.

Resolve: Review the last plan, activity by activity.
"""

from collections.abc import Iterator

from trueline.design import Design, Plans
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="generate", refs=("9 Q1", "9 L1"))
def earlier_plan_not_looked_at(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Plans):
        if unsaid(design, activity, "earlier_plan"):
            yield Found(
                path=f"activities[{activity.id}].earlier_plan",
                message=f"{quoted(activity.name)} does not say what earlier plans achieved.",
                next_step="Ask the bodies named in the last plan what was done, and what kept them"
                " from the rest.",
            )
