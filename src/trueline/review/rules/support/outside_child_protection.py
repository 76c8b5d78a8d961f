"""Work with children outside the child protection system.

Why: Support for trafficked children should be integrated in the broader child protection
framework (8 L8.1).

Example: A separate home for trafficked children, unknown to the child welfare office.

Resolve: Say how it sits within child protection.
"""

from collections.abc import Iterator

from trueline.design import Design, Support
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="modify", refs=("8 L8", "8 L8.1"))
def outside_child_protection(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Support):
        if activity.children and unsaid(design, activity, "child_protection"):
            yield Found(
                path=f"activities[{activity.id}].child_protection",
                message=f"{quoted(activity.name)} works with children, and does not say how it"
                " sits within child protection.",
                next_step="Agree with the child protection authority on intake, best interests and"
                " case plans.",
            )
