"""The number who might leave is not set beside the number reached.

Why: There are often too many potential migrants for trafficking to be addressed in this way
(4 L2.4); a more defined group may gain more (4 Q5).

Example: 120 participants in a district from which 30,000 leave.

Resolve: Give both numbers, and say why the group chosen matters to the pattern.
"""

from collections.abc import Iterator

from trueline.design import Design, Livelihoods
from trueline.language import gettext, number, quoted
from trueline.review.finding import Observation
from trueline.review.missing_fields import answered
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="note", remedy="modify", refs=("4 L2.4", "4 Q5"))
def too_many_to_reach(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    for activity in design.of_kind(Livelihoods):
        settled = answered(design, "livelihoods.target-group", activity.id)
        if activity.people and not activity.group_size and not settled:
            yield Observation(
                path=f"activities[{activity.id}].group_size",
                message=gettext(
                    "{activity} reaches {people} people. How many might leave is not said.",
                    activity=quoted(activity.name),
                    people=number(activity.people),
                ),
                next_step=gettext(
                    "Estimate how many might leave, and choose a group small enough to matter,"
                    " such as people in reintegration."
                ),
            )
