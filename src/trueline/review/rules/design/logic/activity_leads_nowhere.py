"""An activity that leads to no result.

Why: Each activity needs a stated way to what it is for: the toolkit asks how the action that an
activity brings about contributes to less trafficking (3 Q3) and finds that designs often leave
this out (3 L2).

Example: “Study tour for ministry staff” stands in the plan, and no link begins at it.

Resolve: Link the activity to the result it is meant to bring about, or take it out.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule

MOST = 3
"""Where there are no links yet, of more activities than these it is said once."""


@rule(sort="not-said", severity="error", remedy="modify", refs=("3 Q3", "3 L2"))
def activity_leads_nowhere(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    unlinked = [activity for activity in design.activities if not design.theory.out_of[activity.id]]
    if len(unlinked) > MOST and not design.theory.links:
        yield Observation(
            path="activities",
            also_at=tuple(f"activities[{activity.id}]" for activity in unlinked),
            message=gettext(
                "There are no links at all: none of the {count} activities leads to a result.",
                count=len(unlinked),
            ),
            next_step=gettext(
                "Begin with {activity}: link it to the result that it should bring about.",
                activity=quoted(unlinked[0].name),
            ),
        )
        return
    for activity in unlinked:
        yield Observation(
            path=f"activities[{activity.id}]",
            message=gettext(
                "{activity} leads to no result: nothing says what it is for.",
                activity=quoted(activity.name),
            ),
            next_step=gettext(
                "Add a link from it to the result that it should bring about, or take the"
                " activity out."
            ),
        )
