"""A factor taken on without judging whether it can be changed.

Why: The toolkit asks which factors a programme can change enough to make a difference to the
pattern (2 Q4). Some that make it possible, such as poverty or corruption, may be too large for
one programme.

Example: Two activities work on “corruption at the border”, and nobody asked how far they get.

Resolve: Say whether the programme can change the factor enough, and why you think so.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.missing_fields import answered
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="note", remedy="generate", refs=("2 Q4", "2 Q3"))
def factor_not_judged(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    if answered(design, "mapping.realistic-impact"):
        return
    worked_on = {factor for activity in design.activities for factor in activity.factors}
    for factor in design.factors:
        if factor.id in worked_on and factor.changeable is None and factor.in_scope is not False:
            yield Observation(
                path=f"factors[{factor.id}].changeable",
                message=gettext(
                    "Activities work on {factor}, and nothing says whether it can be changed"
                    " enough to affect the pattern.",
                    factor=quoted(factor.name),
                ),
                next_step=gettext(
                    "Judge it with somebody who has tried, and write down what the judgement"
                    " rests on."
                ),
            )
