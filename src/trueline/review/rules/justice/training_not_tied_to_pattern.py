"""Training that is tied to no pattern.

Why: The toolkit asks which patterns trainees meet, and which forms of the crime they need to know
how to address (6 Q2). Patterns differ, and so do the answers to them (2 L3).

Example: A general course for officers whose only cases are in fishing.

Resolve: Say which forms trainees meet, and build the course on them.
"""

from collections.abc import Iterator

from trueline.design import Design, Justice
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="modify", refs=("6 Q2", "2 L3"))
def training_not_tied_to_pattern(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Justice):
        if activity.training and unsaid(design, activity, "pattern"):
            yield Found(
                path=f"activities[{activity.id}].pattern",
                message=f"{quoted(activity.name)} does not say which forms of trafficking its"
                " trainees meet in their work.",
                next_step="Ask five of them for their last three cases or suspicions, and build"
                " the exercises on those.",
            )
