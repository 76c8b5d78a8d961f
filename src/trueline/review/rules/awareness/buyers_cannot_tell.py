"""Buyers are asked to choose, and cannot tell.

Why: Where consumers are to buy what was produced ethically, the toolkit asks whether there is
enough reliable information on how things are produced (3 Q6.2).

Example: “Buy fair shrimp”, where no label says how it was caught.

Resolve: Say how a buyer can know, or ask for another action.
"""

from collections.abc import Iterator

from trueline.design import Awareness, Design
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.rules.awareness._groups import consumers_asked
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="add", refs=("3 Q6.2", "3 Q6"))
def buyers_cannot_tell(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Awareness):
        if consumers_asked(design, activity) and unsaid(design, activity, "alternatives"):
            yield Found(
                path=f"activities[{activity.id}].alternatives",
                message=f"{quoted(activity.name)} asks buyers to choose, and does not say how they"
                " can tell what was made without exploitation.",
                next_step="Name the label, list or question to the seller that buyers can rely on;"
                " if there is none, ask them for something else.",
            )
