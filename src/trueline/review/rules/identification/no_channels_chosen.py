"""No channel of identification is chosen.

Why: The toolkit names nine points at which people can be identified, and asks which fit the
pattern (7 Q2).

Example: “Victims will be identified by partners.”

Resolve: Choose the channels with the best chance for your pattern.
"""

from collections.abc import Iterator

from trueline.design import Design, Identification
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="generate", refs=("7 Q2", "7 L4"))
def no_channels_chosen(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Identification):
        if unsaid(design, activity, "channels"):
            yield Found(
                path=f"activities[{activity.id}].channels",
                message=f"{quoted(activity.name)} does not say through which channels people would"
                " be found.",
                next_step="Choose two or three of the nine channels, and say why for this pattern.",
            )
