"""Budget lines that add up to something else than the budget.

Why: A budget is read, paid and reported by its lines (9 E2.1); where they add up to another sum,
one of them or the whole is wrong.

Example: A budget of 120,000, and lines of 80,000 and 50,000.

Resolve: Correct the line or the whole.
"""

from collections.abc import Iterator

from trueline.document.budget import totals
from trueline.language import gettext, money, quoted
from trueline.plan import Plan
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("9 E2.1",))
def lines_and_budget_differ(context: RuleContext[Plan]) -> Iterator[Observation]:
    plan = context.document
    for activity in plan.activities:
        amounts = [line.amount for line in activity.budget_lines]
        budget, total = activity.budget, totals(amounts)
        if not budget or not all(amounts) or set(total) != {budget.currency}:
            continue
        if (added := total[budget.currency]) != budget.amount:
            yield Observation(
                path=f"activities[{activity.id}].budget_lines",
                also_at=(f"activities[{activity.id}].budget",),
                message=gettext(
                    "The budget lines of {name} add up to {total}; its budget is {budget}.",
                    name=quoted(activity.name),
                    total=money(added, budget.currency),
                    budget=money(budget.amount, budget.currency),
                ),
                next_step=gettext("Correct the line or the whole, or add what is left out."),
            )
