"""The foundations of the system are not checked.

Why: An effective response needs foundations, from vehicles to an independent judiciary (6 Q1).
Training can’t replace them.

Example: Judges are trained where none of them can decide against the governor.

Resolve: Judge the seven foundations, and say what you do where one is missing.
"""

from collections.abc import Iterator

from trueline.design import Design, Justice
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import said_by_none
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="generate", refs=("6 Q1",))
def foundations_unchecked(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in said_by_none(design, design.of_kind(Justice), "foundations"):
        yield Found(
            path=f"activities[{activity.id}].foundations",
            message=f"{quoted(activity.name)} does not say whether the system has what it needs to"
            " use the capacity.",
            next_step="Go through the seven foundations of 6 Q1 with a prosecutor, and note what"
            " is missing.",
        )
