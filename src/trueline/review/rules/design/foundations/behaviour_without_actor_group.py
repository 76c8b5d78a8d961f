"""A behaviour without an actor group.

Why: The toolkit names eight groups whose action matters (1 G1). Which group it is decides what
evidence and which barriers to look for (1 Q1).

Example: “Stop hiring through unlicensed brokers”, without saying whether workers, brokers or
employers should.

Resolve: Choose the group, and say who exactly is meant.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="warning", remedy="modify", refs=("1 Q1", "1 G1"))
def behaviour_without_actor_group(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    for behaviour in design.behaviours:
        missing = "actor_group" if behaviour.actor_group is None else "who"
        if not getattr(behaviour, missing):
            yield Observation(
                path=f"behaviours[{behaviour.id}].{missing}",
                message=gettext(
                    "{behaviour} does not say whose behaviour this is.",
                    behaviour=quoted(behaviour.name),
                ),
                next_step=gettext(
                    "Choose one of the eight actor groups, and describe the people closely enough"
                    " to count them."
                ),
            )
