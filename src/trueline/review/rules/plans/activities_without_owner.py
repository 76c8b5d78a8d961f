"""Activities without a responsible body.

Why: Failure to assign responsibility is one of the gaps seen in plans (9 L4.2); each activity
should have one body (9 E1.4).

Example: “All ministries” stands beside each activity.

Resolve: Name one body for each activity.
"""

from collections.abc import Iterator

from trueline.design import Design, Plans
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="error", remedy="modify", refs=("9 L4.2", "9 E1.4"))
def activities_without_owner(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Plans):
        if activity.owners_named is False:
            yield Found(
                path=f"activities[{activity.id}].owners_named",
                message=f"Not every activity of {quoted(activity.name)} has one responsible body.",
                next_step="Name one body for each activity, and have it confirm in writing.",
            )
