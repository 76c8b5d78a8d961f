"""Activities that cost more than the whole plan.

Why: A budget tells what each activity costs (9 E2.1) and what carrying out the plan costs in all (9
E2.2).

Example: Activities of 9 million, in a plan of 8 million.

Resolve: Correct the sums, or look for what is counted twice.
"""

from collections.abc import Iterator

from trueline.document.budget import totals
from trueline.language import gettext, money
from trueline.plan import Plan
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("9 E2.1", "9 E2.2"))
def activities_over_budget(context: RuleContext[Plan]) -> Iterator[Observation]:
    plan = context.document
    whole = plan.budget
    if not whole:
        return
    total = totals(activity.budget for activity in plan.activities).get(whole.currency)
    if total is not None and total > whole.amount:
        yield Observation(
            path="budget",
            message=gettext(
                "The activities add up to {total}, and the plan costs {whole} in all.",
                total=money(total, whole.currency),
                whole=money(whole.amount, whole.currency),
            ),
            next_step=gettext("Correct the sums, or look for what is counted twice."),
        )
