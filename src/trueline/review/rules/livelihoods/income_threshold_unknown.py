"""The income at which people would stay is not known.

Why: The toolkit’s first question is at which income those who intend to leave would decide not to
(4 Q1). Many don’t find what is offered compelling (4 L2.1).

Example: “Incomes rise by 15 per cent”, and nobody asked whether that would keep anybody.

Resolve: Ask people who plan to leave, and set the target by what they say.
"""

from collections.abc import Iterator

from trueline.design import Design, Livelihoods
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="generate", refs=("4 Q1", "4 L2.1", "4 E1"))
def income_threshold_unknown(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Livelihoods):
        if unsaid(design, activity, "income_threshold"):
            yield Found(
                path=f"activities[{activity.id}].income_threshold",
                message=f"{quoted(activity.name)} does not say at which job or income people would"
                " decide otherwise.",
                next_step="Ask 50 people who plan to leave at which steady income they would not,"
                " and set the target after that.",
            )
