"""Sums in several currencies.

Why: What each activity costs (9 E2.1) can't be added up, or held against the money there is (9 Q5),
where sums stand in different currencies.

Example: A plan in euros with one activity in dollars.

Resolve: Put all sums into one currency, and say at which rate.
"""

from collections.abc import Iterator

from trueline.language import gettext, joined
from trueline.plan import Plan
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="cannot-be", severity="warning", remedy="modify", refs=("9 E2.1", "9 Q5"))
def several_currencies(context: RuleContext[Plan]) -> Iterator[Observation]:
    plan = context.document
    sums = [plan.budget, *(e.budget for e in plan.activities), *(e.amount for e in plan.funding)]
    used = sorted({money.currency for money in sums if money})
    if len(used) > 1:
        yield Observation(
            path="budget",
            message=gettext(
                "Sums stand in {currencies}. They can’t be added up.", currencies=joined(used)
            ),
            next_step=gettext("Put all sums into one currency, and note the rate."),
        )
