"""Trainers are trained and then left alone.

Why: Where trainers are trained, measures are needed so that they can train and are supported with
resources and mentoring (6 Q9.5).

Example: Twenty officers get a trainer’s certificate and a folder.

Resolve: Test their skills, and give them time, materials and visits.
"""

from collections.abc import Iterator

from trueline.design import Design, Justice
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="add", refs=("6 Q9", "6 Q9.5"))
def trainers_without_support(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Justice):
        if activity.trains_trainers and unsaid(design, activity, "trainer_support"):
            yield Found(
                path=f"activities[{activity.id}].trainer_support",
                message=f"{quoted(activity.name)} trains trainers, and does not say what supports"
                " them in training others.",
                next_step="Add a test of training skills, paid time, materials and two visits for"
                " each new trainer.",
            )
