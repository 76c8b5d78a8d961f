"""A shelter that people can’t leave.

Why: Shelters that work as detention are a reason why people turn help down (8 L1.1).
Accommodation should be for those who want it, with the right to leave (8 Q1.5, 5 E5.4).

Example: Clients may go out with permission of the director.

Resolve: Change the rules so that people come and go as they wish.
"""

from collections.abc import Iterator

from trueline.design import Design, Support
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="error", remedy="modify", refs=("8 L1.1", "8 Q1.5", "5 E5.4"))
def shelter_cannot_be_left(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Support):
        if activity.free_to_leave is False:
            yield Found(
                path=f"activities[{activity.id}].free_to_leave",
                message=f"People can’t leave the accommodation of {quoted(activity.name)} when"
                " they want. This is a question of their rights.",
                next_step="Change the house rules before new clients are taken, with help on"
                " safety for those who go out.",
            )
