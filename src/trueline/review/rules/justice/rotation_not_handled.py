"""Rotation of staff is not handled.

Why: Evaluations have frequently found high turnover and rotation to be a major barrier to
building capacity (6 L3, 6 Q7.1).

Example: Officers are moved every 14 months, and the course takes a year to roll out.

Resolve: Agree how long trainees stay, or train in a form that survives their leaving.
"""

from collections.abc import Iterator

from trueline.design import Design, Justice
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="modify", refs=("6 L3", "6 Q7", "6 Q7.1"))
def rotation_not_handled(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Justice):
        if activity.training and unsaid(design, activity, "rotation"):
            yield Found(
                path=f"activities[{activity.id}].rotation",
                message=f"{quoted(activity.name)} does not say what happens when trained staff are"
                " moved or leave.",
                next_step="Ask the personnel office how long people stay in post; agree on a"
                " minimum, or work with the unit instead of the person.",
            )
