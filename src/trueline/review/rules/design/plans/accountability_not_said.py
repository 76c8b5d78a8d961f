"""Owners, budget and indicators of the plan are not spoken of.

Why: Plans often lack a responsible body for each activity (9 L4.2), a budget (9 L3) and clear
targets and indicators (9 L4.4, fn 53).

Example: The concept says that “a plan will be developed”, and no more.

Resolve: Say of each whether the plan has it, or will have it, and by when.
"""

from collections.abc import Iterator

from trueline.design import Design, Plans
from trueline.review.finding import Found
from trueline.review.rule import RuleContext, rule
from trueline.review.wording import listed, quoted

ASKED = {
    "owners_named": "whether every activity of the plan has one responsible body",
    "budgeted": "whether each has a budget",
    "indicators_set": "whether objectives have targets and indicators",
}


@rule(severity="note", remedy="generate", refs=("9 L4.2", "9 L3", "9 L4.4", "fn 53"))
def accountability_not_said(context: RuleContext[Design]) -> Iterator[Found]:
    design = context.document
    for activity in design.of_kind(Plans):
        open_ = [name for name in ASKED if getattr(activity, name) is None]
        if open_:
            yield Found(
                path=f"activities[{activity.id}].{open_[0]}",
                message=f"{quoted(activity.name)} does not say"
                f" {listed([ASKED[name] for name in open_])}.",
                next_step="Check the plan or its outline line by line, and answer yes or no.",
            )
