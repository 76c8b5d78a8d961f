"""A law without rules for applying it.

Why: Rules, regulations and guidance are needed for a framework to be applied effectively (5 Q12).
Use of the law grows with the time it has been in place (5 L1).

Example: The project ends on the day the law is passed.

Resolve: Plan the procedures and guidelines, and the months after adoption.
"""

from collections.abc import Iterator

from trueline.design import Design, Legal
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import said_by_none
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="add", refs=("5 Q12", "5 L1"))
def no_implementing_rules(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in said_by_none(design, design.of_kind(Legal), "implementing_rules"):
        yield Found(
            path=f"activities[{activity.id}].implementing_rules",
            message=f"{quoted(activity.name)} plans no procedures or guidelines by which the law"
            " would be applied.",
            next_step="Add drafting and rolling out of procedures, with twelve months after"
            " adoption.",
        )
