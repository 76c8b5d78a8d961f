"""Measurement and learning without money.

Why: Measurement that is to be integrated into the intervention (1 Q6) has to be paid for, as do
follow-up and studies.

Example: A baseline and an endline are planned, and the budget has no line for them.

Resolve: Set a sum aside for measurement and learning, or put it on each study.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, joined, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="warning", remedy="modify", refs=("1 Q6",))
def measurement_not_budgeted(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    evaluation = design.evaluation
    if not (evaluation.budget and evaluation.budget.amount):
        unpaid = [
            study.name for study in evaluation.studies if not (study.budget and study.budget.amount)
        ]
        if unpaid:
            yield Observation(
                path="evaluation.budget",
                message=gettext(
                    "No money is set aside for {studies}.",
                    studies=joined([quoted(name) for name in unpaid], "or"),
                ),
                next_step=gettext(
                    "Put a sum on each study, or one for measurement and learning as a whole."
                ),
            )
