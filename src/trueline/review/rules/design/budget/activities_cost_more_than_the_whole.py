"""Activities that cost more together than the whole programme.

Why: A budget tells what each activity costs (9 E2.1) and whether there is money for all of them
(9 Q5).

Example: Five activities and measurement add up to 9 million, in a programme of 8 million.

Resolve: Correct the sums, look for what is counted twice, or say where the rest comes from.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, money
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.costs import costs, spent


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("9 E2.1", "9 Q5"))
def activities_cost_more_than_the_whole(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    whole = design.budget
    if not whole:
        return
    parts = [(path, m) for path, _, m in costs(design) if m.currency == whole.currency]
    total = spent(design, whole.currency)
    if total > whole.amount and all(m.amount <= whole.amount for _, m in parts):
        yield Observation(
            path="budget",
            also_at=tuple(path for path, _ in parts),
            message=gettext(
                "Activities and measurement add up to {total}, and the whole programme has"
                " {whole}: {over} more than there is.",
                total=money(total, whole.currency),
                whole=money(whole.amount, whole.currency),
                over=money(total - whole.amount, whole.currency),
            ),
            next_step=gettext(
                "Look for what is counted twice, correct the sums, or say where the rest comes"
                " from."
            ),
        )
