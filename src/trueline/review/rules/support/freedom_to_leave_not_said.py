"""Whether people can leave the shelter is not said.

Why: Secure accommodation is for those who desire it, and victims have the right to leave
(8 Q1.5).

Example: A shelter is planned, with guards, and no house rules.

Resolve: Write down that people are free to leave, and how they are helped to be safe.
"""

from collections.abc import Iterator

from trueline.design import Design, Support
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="modify", refs=("8 Q1.5", "5 E5.4"))
def freedom_to_leave_not_said(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Support):
        if activity.shelter and activity.free_to_leave is None:
            yield Found(
                path=f"activities[{activity.id}].free_to_leave",
                message=f"{quoted(activity.name)} offers accommodation, and does not say whether"
                " people are free to leave it.",
                next_step="Put it into the house rules: people come and go as they wish.",
            )
