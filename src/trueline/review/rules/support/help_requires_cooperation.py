"""Help that requires cooperation.

Why: Procedures for cooperation with criminal justice have to be non-coercive (8 Q1.6); victims
should have time to decide (8 L4).

Example: Clients sign a statement to the police on arrival.

Resolve: Separate intake from the case, in writing.
"""

from collections.abc import Iterator

from trueline.design import Design, Support
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="error", remedy="modify", refs=("8 Q1.6", "8 L4", "fn 51"))
def help_requires_cooperation(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Support):
        if activity.cooperation_required is True:
            yield Found(
                path=f"activities[{activity.id}].cooperation_required",
                message=f"Help from {quoted(activity.name)} depends on cooperating with a criminal"
                " case. This is a question of people’s rights.",
                next_step="Separate intake from the case, with the police as a party to the"
                " agreement.",
            )
