"""Return as the only option.

Why: Mandatory return is among the reasons to stay away (8 L1.2); service providers tend to prefer
return to the original community, where the same problems may wait (8 L5).

Example: The project ends with a bus ticket home.

Resolve: Offer at least one other way, such as relocation or safe migration.
"""

from collections.abc import Iterator

from trueline.design import Design, Support
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="error", remedy="add", refs=("8 L5", "8 L1.2", "5 E5.8"))
def return_is_the_only_way(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Support):
        if activity.return_only is True:
            yield Found(
                path=f"activities[{activity.id}].return_only",
                message=f"In {quoted(activity.name)} going back is the only way. People may face"
                " there what made them leave.",
                next_step="Add one option that clients ask for, such as a job where they are,"
                " relocation or safe migration.",
            )
