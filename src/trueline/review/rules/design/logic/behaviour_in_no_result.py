"""A behaviour that no result takes up.

Why: The toolkit asks whose behaviour is to change (1 Q1) and how that reduces trafficking (3 Q3).
What stands among the behaviours and not among the results has no way to either.

Example: “Employers keep no passports” is named as a change, and no result speaks of employers.

Resolve: Add a result for it, or name the behaviour in the result that means it.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="note", remedy="modify", refs=("1 Q1", "3 Q3"))
def behaviour_in_no_result(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    taken_up = {result.behaviour for result in design.results}
    for behaviour in design.behaviours:
        if design.results and behaviour.id not in taken_up:
            yield Observation(
                path=f"behaviours[{behaviour.id}]",
                message=gettext(
                    "No result says that {behaviour} comes about.", behaviour=quoted(behaviour.name)
                ),
                next_step=gettext(
                    "Name the behaviour in the result that means it, or add a result with an"
                    " indicator."
                ),
            )
