"""Nothing protects victims in the process.

Why: Victims continue to be punished for what they did as a result of being trafficked (6 L2.5);
trainees need skills in assessing risk to victims (6 Q4.6).

Example: Raids are planned, and nobody says what happens to the people found.

Resolve: Say how victims are protected and not punished.
"""

from collections.abc import Iterator

from trueline.design import Design, Justice
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import said_by_none
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="add", refs=("6 L2.5", "6 Q4.6"))
def victims_in_the_process(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in said_by_none(design, design.of_kind(Justice), "protects_victims"):
        yield Found(
            path=f"activities[{activity.id}].protects_victims",
            message=f"{quoted(activity.name)} does not say how victims are protected, and kept"
            " from being punished.",
            next_step="Write down with a service provider what happens to people from the first"
            " hour, and train on it.",
        )
