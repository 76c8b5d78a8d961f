"""An evaluation before the plan begins.

Why: An evaluation looks at how the plan was carried out (9 E5.2, 9 Q4), which can't be seen before
it begins.

Example: The plan begins in 2027, and is evaluated in 2026.

Resolve: Correct the day.
"""

from collections.abc import Iterator

from trueline.language import day, gettext
from trueline.plan import Plan
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("9 E5.2", "9 Q4"))
def evaluation_too_early(context: RuleContext[Plan]) -> Iterator[Observation]:
    plan = context.document
    evaluated = plan.monitoring.evaluation
    if plan.start and evaluated and evaluated < plan.start:
        yield Observation(
            path="monitoring.evaluation",
            also_at=("start",),
            message=gettext(
                "The evaluation is on {day}, before the plan begins on {start}.",
                day=day(evaluated),
                start=day(plan.start),
            ),
            next_step=gettext("Correct one of the two days."),
        )
