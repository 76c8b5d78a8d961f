"""A factor taken on that the programme can’t change enough.

Why: A factor may well make trafficking possible and still be too large for one programme, such as
poverty or corruption (2 Q4).

Example: “Poverty in the north” is marked as not changeable, and two activities work on it.

Resolve: Choose a factor that you can change enough, or show why a smaller change matters.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="said-badly", severity="warning", remedy="reconsider", refs=("2 Q4",))
def unchangeable_factor_taken_on(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    worked_on = {factor for activity in design.activities for factor in activity.factors}
    for factor in design.factors:
        reachable = factor.in_scope is not False
        if factor.changeable is False and reachable and factor.id in worked_on:
            yield Observation(
                path=f"factors[{factor.id}].changeable",
                message=gettext(
                    "Activities work on {factor}, which by your own judgement can’t be changed"
                    " enough to affect the pattern.",
                    factor=quoted(factor.name),
                ),
                next_step=gettext(
                    "Move these activities to a factor that you can change, or explain in the"
                    " reasoning why a small change is enough."
                ),
            )
