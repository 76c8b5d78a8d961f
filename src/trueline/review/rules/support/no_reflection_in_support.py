"""No time to decide.

Why: A reflection period can benefit both the victim and the criminal case (8 L4).

Example: Police come to the shelter on the first evening.

Resolve: Agree on time and advice before anybody asks for a statement.
"""

from collections.abc import Iterator

from trueline.design import Design, Support
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="add", refs=("8 L4",))
def no_reflection_in_support(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Support):
        if activity.reflection_period is False:
            yield Found(
                path=f"activities[{activity.id}].reflection_period",
                message=f"{quoted(activity.name)} gives people no time to decide whether to"
                " cooperate.",
                next_step="Agree with the police that nobody is asked for a statement before a set"
                " time, with advice in between.",
            )
