"""Nothing brings in the most vulnerable.

Why: Livelihood programmes tend not to reach the most vulnerable people (4 L2.2).

Example: Participants sign up at the village office, which the landless never enter.

Resolve: Say how those most at risk come to take part, and what keeps them away.
"""

from collections.abc import Iterator

from trueline.design import Design, Livelihoods
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="modify", refs=("4 L2.2",))
def most_vulnerable_not_reached(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Livelihoods):
        if activity.credit != "by-repayment" and not activity.reaches_most_vulnerable:
            yield Found(
                path=f"activities[{activity.id}].reaches_most_vulnerable",
                message=f"{quoted(activity.name)} does not say how those most at risk come to take"
                " part.",
                next_step="Describe how they are found and what would keep them away, such as"
                " fees, childcare or papers.",
            )
