"""Everything in the plan is equally important.

Why: Some plans have limited prioritisation (9 L2); the toolkit asks for the process of
prioritising within the budget (9 Q6).

Example: 96 activities, none before another.

Resolve: Say what comes first if money is short.
"""

from collections.abc import Iterator

from trueline.design import Design, Plans
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="modify", refs=("9 Q6", "9 L2"))
def no_priorities(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Plans):
        if unsaid(design, activity, "prioritised"):
            yield Found(
                path=f"activities[{activity.id}].prioritised",
                message=f"{quoted(activity.name)} does not say what comes first when money is"
                " short.",
                next_step="Split action items from business as usual, and rank the action items by"
                " effect and cost.",
            )
