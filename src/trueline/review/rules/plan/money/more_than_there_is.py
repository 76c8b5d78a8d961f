"""A plan that costs more than the money there is.

Why: The toolkit asks what budget is available (9 Q5), by what process activities are prioritised in
line with it (9 Q6), and whether the budget is realistic (9 E2.3).

Example: A plan of 8 million, and 5 million in sight.

Resolve: Say what falls out, or where the rest comes from.
"""

from collections.abc import Iterator

from trueline.document.budget import totals
from trueline.language import gettext, money
from trueline.plan import Plan
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="said-badly", severity="warning", remedy="modify", refs=("9 Q5", "9 Q6", "9 E2.3"))
def more_than_there_is(context: RuleContext[Plan]) -> Iterator[Observation]:
    plan = context.document
    whole, sums = plan.budget, [source.amount for source in plan.funding]
    if not whole or not all(sums):
        return
    there_is = totals(sums).get(whole.currency)
    if there_is is not None and whole.amount > there_is:
        yield Observation(
            path="funding",
            also_at=("budget",),
            message=gettext(
                "The plan costs {whole}; the money named, hoped-for money included, comes to {sum}.",
                whole=money(whole.amount, whole.currency),
                sum=money(there_is, whole.currency),
            ),
            next_step=gettext(
                "Decide on record which activities wait, or where the rest comes from."
            ),
        )
