"""Obstacles to practice are not looked at.

Why: What keeps people from using what they learn may be rotation, resources, priorities,
corruption or procedures (6 Q7). That training becomes practice by itself is not routinely
supported (1 A3).

Example: Investigators learn surveillance, and have no car.

Resolve: Name the obstacles and what is agreed about each.
"""

from collections.abc import Iterator

from trueline.design import Design, Justice
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="generate", refs=("6 Q7", "1 A3", "6 L4"))
def obstacles_to_practice_ignored(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Justice):
        if activity.training and unsaid(design, activity, "obstacles"):
            yield Found(
                path=f"activities[{activity.id}].obstacles",
                message=f"{quoted(activity.name)} does not say what could keep trainees from using"
                " what they learn.",
                next_step="Ask two commanders and two trainees of an earlier course what kept them"
                " from using it.",
            )
