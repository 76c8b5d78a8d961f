"""Studies that cost more than is set aside for measurement.

Why: Measurement and learning have to be built in (1 Q6), with the money for them (9 E2.1).

Example: Baseline and endline of 90,000, and 50,000 for measurement and learning.

Resolve: Correct the sums, or set more aside.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, money
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.costs import added


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("1 Q6", "9 E2.1"))
def studies_cost_more_than_measurement(context: RuleContext[Design]) -> Iterator[Observation]:
    evaluation = context.document.evaluation
    budget = evaluation.budget
    if budget is None:
        return
    total = added((study.budget for study in evaluation.studies), budget.currency)
    if total > budget.amount:
        yield Observation(
            path="evaluation.budget",
            also_at=tuple(
                f"evaluation.studies[{s.id}].budget" for s in evaluation.studies if s.budget
            ),
            message=gettext(
                "The studies cost {total}, and {budget} are set aside for measurement and learning.",
                total=money(total, budget.currency),
                budget=money(budget.amount, budget.currency),
            ),
            next_step=gettext("Correct the sums, or set more aside."),
        )
