"""What trainees should be able to do is not said.

Why: The toolkit asks for the knowledge, skills and attitudes that trainees need for their
pattern, from planning an investigation to assessing the risk to victims (6 Q4).

Example: “Three days on trafficking”, with a programme of lectures.

Resolve: Name the few things that each trainee can do afterwards and could not before.
"""

from collections.abc import Iterator

from trueline.design import Design, Justice
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="modify", refs=("6 Q4",))
def skills_not_named(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Justice):
        if activity.training and unsaid(design, activity, "skills"):
            yield Found(
                path=f"activities[{activity.id}].skills",
                message=f"{quoted(activity.name)} does not say what trainees should know and be"
                " able to do afterwards.",
                next_step="Write three to five sentences that begin with “after it, they can ...”,"
                " and test each in an exercise.",
            )
