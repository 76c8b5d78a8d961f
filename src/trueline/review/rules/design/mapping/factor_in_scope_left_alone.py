"""A factor within the scope that no activity works on.

Why: Once it is clear which factors are within the scope (2 Q3) and can be changed enough (2 Q4),
the activities should work on them.

Example: “Recruiters advertise on two platforms” is within the scope, and nothing is done about
it.

Resolve: Add or change an activity, or say why this factor is left.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="warning", remedy="add", refs=("2 Q3", "2 Q4"))
def factor_in_scope_left_alone(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    worked_on = {factor for activity in design.activities for factor in activity.factors}
    for factor in design.factors:
        reachable = factor.in_scope and factor.changeable is not False
        if design.activities and reachable and factor.id not in worked_on:
            yield Observation(
                path=f"factors[{factor.id}]",
                message=gettext(
                    "{factor} is within your scope, and no activity works on it.",
                    factor=quoted(factor.name),
                ),
                next_step=gettext(
                    "Name it in the activity that works on it, add one, or mark it as out of"
                    " scope with a reason."
                ),
            )
