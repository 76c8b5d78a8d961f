"""A plan without risks and assumptions.

Why: Omission of key risks and assumptions is a common gap (9 L4.3); of 11 plans reviewed none
articulated them (fn 53).

Example: The plan assumes that all donors will stay.

Resolve: State them, and how they are watched.
"""

from collections.abc import Iterator

from trueline.design import Design, Plans
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="modify", refs=("9 L4.3", "fn 53", "9 E4.3"))
def no_risks_in_plan(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Plans):
        if not activity.risks:
            yield Found(
                path=f"activities[{activity.id}].risks",
                message=f"{quoted(activity.name)} states no risks and assumptions.",
                next_step="Write down the five that matter most, with a sign to watch for each.",
            )
