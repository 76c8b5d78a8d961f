"""A factor taken on that is outside the scope.

Why: The toolkit asks which factors are realistically within the scope of the programme (2 Q3).

Example: “Visa policy” is marked as outside the scope, and a workshop is planned on it.

Resolve: Bring the factor into the scope with a reason, or leave it to somebody who can reach it.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="said-badly", severity="warning", remedy="modify", refs=("2 Q3",))
def factor_out_of_scope_taken_on(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    worked_on = {factor for activity in design.activities for factor in activity.factors}
    for factor in design.factors:
        if factor.in_scope is False and factor.id in worked_on:
            yield Observation(
                path=f"factors[{factor.id}].in_scope",
                message=gettext(
                    "Activities work on {factor}, which is marked as outside the scope.",
                    factor=quoted(factor.name),
                ),
                next_step=gettext(
                    "Change the mark and say why, or name who else works on it and take it out"
                    " of the activities."
                ),
            )
