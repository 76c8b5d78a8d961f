"""Victims can be punished for what they were made to do.

Why: Victims should be neither detained nor charged nor prosecuted for offences that are a
consequence of being trafficked (5 E5.2). In practice they still are (6 L2.5).

Example: The bill has no clause on forced criminality or unlawful entry.

Resolve: Add a non-punishment clause, and guidance for police and prosecutors.
"""

from collections.abc import Iterator

from trueline.design import Design, Legal
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="error", remedy="modify", refs=("5 E5.2", "6 L2.5", "5 Q3"))
def victims_can_be_punished(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Legal):
        if activity.non_punishment is False:
            yield Found(
                path=f"activities[{activity.id}].non_punishment",
                message=f"Under {quoted(activity.name)} victims can be punished for offences that"
                " are a consequence of being trafficked. This is a question of their rights.",
                next_step="Add a non-punishment clause that covers detention, charge and"
                " prosecution.",
            )
