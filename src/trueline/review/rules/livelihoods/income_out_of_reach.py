"""An income that the activity can’t reach.

Why: If the intervention can’t realistically raise incomes to the level at which people would
stay, the approach itself is in doubt (4 Q2).

Example: People would stay for 300 a month; handicrafts bring 60.

Resolve: Choose an activity that reaches it, or another way.
"""

from collections.abc import Iterator

from trueline.design import Design, Livelihoods
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="reconsider", refs=("4 Q2",))
def income_out_of_reach(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Livelihoods):
        if activity.reachable is False:
            yield Found(
                path=f"activities[{activity.id}].reachable",
                message=f"By your own judgement {quoted(activity.name)} can’t raise incomes to the"
                " level at which people would stay.",
                next_step="Choose an activity that can, aim at a group for whom less is enough, or"
                " put the money elsewhere.",
            )
        elif activity.income_threshold and unsaid(design, activity, "reachable"):
            yield Found(
                path=f"activities[{activity.id}].reachable",
                message=f"{quoted(activity.name)} does not say whether it can reach the income at"
                " which people would stay.",
                next_step="Trace participants of an earlier course here, and compare what they"
                " earn.",
                remedy="generate",
                severity="note",
            )
