"""Owners, budget and indicators of the plan are not spoken of.

Why: Plans often lack a responsible body for each activity (9 L4.2), a budget (9 L3) and clear
targets and indicators (9 L4.4, fn 53).

Example: The concept says that “a plan will be developed”, and no more.

Resolve: Say of each whether the plan has it, or will have it, and by when.
"""

from collections.abc import Iterator

from trueline.design import Design, Plans
from trueline.language import gettext, gettext_noop, joined, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule

ASKED = {
    "owners_named": gettext_noop("whether every activity of the plan has one responsible body"),
    "budgeted": gettext_noop("whether each has a budget"),
    "indicators_set": gettext_noop("whether objectives have targets and indicators"),
}


@rule(
    sort="not-said", severity="note", remedy="generate", refs=("9 L4.2", "9 L3", "9 L4.4", "fn 53")
)
def accountability_not_said(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    for activity in design.of_kind(Plans):
        open_ = [name for name in ASKED if getattr(activity, name) is None]
        if open_:
            yield Observation(
                path=f"activities[{activity.id}].{open_[0]}",
                message=gettext(
                    "{activity} does not say {open}.",
                    activity=quoted(activity.name),
                    open=joined([gettext(ASKED[name]) for name in open_]),
                ),
                next_step=gettext(
                    "Check the plan or its outline line by line, and answer yes or no."
                ),
            )
