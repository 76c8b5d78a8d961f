"""What trainees bring is not checked.

Why: Participants need skills beforehand in order to take in and apply what is taught (6 Q5).

Example: A course on financial investigation for officers who have never planned one.

Resolve: Set entry skills and check them.
"""

from collections.abc import Iterator

from trueline.design import Design, Justice
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="generate", refs=("6 Q5",))
def prerequisites_unchecked(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Justice):
        if activity.training and unsaid(design, activity, "prerequisites"):
            yield Found(
                path=f"activities[{activity.id}].prerequisites",
                message=f"{quoted(activity.name)} does not say which skills trainees must have"
                " already.",
                next_step="Set two or three entry skills, and check them with a short test before"
                " people are invited.",
            )
