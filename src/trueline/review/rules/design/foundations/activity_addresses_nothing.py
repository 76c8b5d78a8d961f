"""An activity that works on no factor and no barrier.

Why: Activities should follow from what makes the pattern possible (2 Q2, 2 Q4) and from what
stands in the way of the behaviour that is hoped for (1 Q2).

Example: “Regional conference”, tied to no factor and no barrier of the design.

Resolve: Name the factor or barrier that the activity works on; if there is none, drop it.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.wording import names_of

MOST = 3


@rule(sort="not-said", severity="warning", remedy="modify", refs=("2 Q2", "2 Q4", "1 Q2"))
def activity_addresses_nothing(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    bare = [a for a in design.activities if not a.factors and not a.barriers]
    if not (design.factors or design.barriers):
        return
    if len(bare) > MOST:
        yield Observation(
            path="activities",
            message=gettext(
                "{names} are tied to no factor behind the pattern and to no barrier.",
                names=names_of(bare, most=2),
            ),
            next_step=gettext(
                "Take the factor that matters most, name it in the activities that work on it,"
                " and go on from there; what works on none may not be needed."
            ),
        )
        return
    for activity in bare:
        yield Observation(
            path=f"activities[{activity.id}].factors",
            message=gettext(
                "{activity} is tied to no factor behind the pattern and to no barrier.",
                activity=quoted(activity.name),
            ),
            next_step=gettext(
                "Name the factor or barrier that it works on; if you find none, take the"
                " activity out."
            ),
        )
