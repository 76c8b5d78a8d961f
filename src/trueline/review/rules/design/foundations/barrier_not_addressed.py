"""A barrier that no activity lowers.

Why: Naming a barrier is not enough: the toolkit asks how the programme will deal with it (3 Q7)
and finds that this is commonly left out (3 L2.3).

Example: “Employers hold the permits” stands as a barrier, and every activity speaks to workers.

Resolve: Add or change an activity so that it lowers the barrier, or say why it is left and what
that means.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="warning", remedy="add", refs=("3 Q7", "3 L2.3", "1 Q2"))
def barrier_not_addressed(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    lowered = {barrier for activity in design.activities for barrier in activity.barriers}
    for behaviour in design.behaviours:
        for barrier in behaviour.barriers:
            if design.activities and barrier.id not in lowered:
                yield Observation(
                    path=f"behaviours[{behaviour.id}].barriers[{barrier.id}]",
                    message=gettext(
                        "No activity lowers the barrier {barrier}.", barrier=quoted(barrier.name)
                    ),
                    next_step=gettext(
                        "Name it in the activity that lowers it, add one that does, or find a"
                        " partner who works on it."
                    ),
                )
