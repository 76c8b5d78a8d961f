"""Much of the budget that no activity explains.

Why: Each activity should have a budget (9 E2.1). Where every activity has one and they add up to far
less than the whole, a reader asks what the rest is for.

Example: Activities of 300,000 in a programme of 2 million.

Resolve: Add what is left out, such as staff and offices, as budget lines, or correct the whole.
"""

from collections.abc import Iterator
from decimal import Decimal

from trueline.design import Design
from trueline.language import gettext, money
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.costs import added, spent

LEAST = Decimal("0.5")
"""The share of the whole that activities explain where nobody need ask."""


@rule(sort="cannot-be", severity="warning", remedy="modify", refs=("9 E2.1",))
def much_of_the_whole_unexplained(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    whole = design.budget
    paid = [activity.budget and activity.budget.amount for activity in design.activities]
    if not whole or not paid or not all(paid):
        return
    lines = added((line.amount for line in design.budget_lines), whole.currency)
    explained = max(spent(design, whole.currency), lines)
    if explained and explained < whole.amount * LEAST:
        yield Observation(
            path="budget",
            also_at=("activities",),
            message=gettext(
                "The whole programme has {whole}. Its activities and measurement add up to {total};"
                " what the other {rest} are for is not said.",
                whole=money(whole.amount, whole.currency),
                total=money(explained, whole.currency),
                rest=money(whole.amount - explained, whole.currency),
            ),
            next_step=gettext(
                "Add staff, offices and whatever else as budget lines, or correct the whole."
            ),
        )
