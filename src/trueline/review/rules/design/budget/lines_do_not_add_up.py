"""Budget lines that add up to something else than the budget.

Why: A budget is read, paid and reported by its lines (9 E2.1); where they add up to another sum, one
of them or the whole is wrong.

Example: A budget of 120,000, and lines of 80,000 and 50,000.

Resolve: Correct the line or the whole.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.document.budget import totals
from trueline.language import gettext, money
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.schedule import wholes


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("9 E2.1",))
def lines_do_not_add_up(context: RuleContext[Design]) -> Iterator[Observation]:
    for holder, name, part in wholes(context.document):
        amounts = [line.amount for line in part.budget_lines]
        budget, total = part.budget, totals(amounts)
        if not budget or not all(amounts) or set(total) != {budget.currency}:
            continue
        if (added := total[budget.currency]) != budget.amount:
            yield Observation(
                path=f"{holder}budget_lines",
                also_at=(f"{holder}budget",),
                message=gettext(
                    "The budget lines of {name} add up to {total}; its budget is {budget}.",
                    name=name,
                    total=money(added, budget.currency),
                    budget=money(budget.amount, budget.currency),
                ),
                next_step=gettext("Correct the line or the whole, or add what is left out."),
            )
