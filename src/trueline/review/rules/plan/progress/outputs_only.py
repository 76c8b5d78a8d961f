"""Indicators of outputs alone.

Why: Of 11 plans reviewed five had measurable indicators, and these mostly of outputs (fn 53): such
a plan would not know whether anything changed.

Example: Trainings, leaflets and meetings are counted.

Resolve: Add for each objective what people do differently.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.plan import Plan
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="said-badly", severity="warning", remedy="add", refs=("fn 53", "9 E5.1"))
def outputs_only(context: RuleContext[Plan]) -> Iterator[Observation]:
    plan = context.document
    levels = {indicator.level for indicator in plan.indicators}
    if levels and levels <= {"activity", "output"}:
        yield Observation(
            path="indicators",
            message=gettext("All indicators measure work that is done, none what comes of it."),
            next_step=gettext(
                "Add for each objective one indicator of what people do differently."
            ),
        )
