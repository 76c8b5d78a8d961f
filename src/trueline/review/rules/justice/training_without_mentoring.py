"""Training with nobody to support trainees afterwards.

Why: Few programmes have measured whether trainees change what they do, and stand-alone workshops
are doubted as a way of building capacity (6 L3). Support on the job is what the toolkit asks for
to put skills into practice and keep them up (6 Q8).

Example: A five-day course for 60 labour inspectors, with no visit or call after it.

Resolve: Say who supports the trainees on the job, how often and for how long, and put it into the
budget; or drop the course where nobody can.
"""

from collections.abc import Iterator

from trueline.design import Design, Justice
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="add", refs=("6 Q8", "6 L3"))
def training_without_mentoring(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Justice):
        if activity.training and unsaid(design, activity, "mentoring"):
            yield Found(
                path=f"activities[{activity.id}].mentoring",
                message=f"{quoted(activity.name)} does not say who supports the trainees once they"
                " are back at work.",
                next_step="Name who visits or calls the trainees, how often and for how many"
                " months, and add its cost.",
            )
