"""What keeps officials from identifying is not asked.

Why: Identification fails where those who meet victims lack knowledge, resources, a common
language or orders, or are complicit; the toolkit asks which of these stand in the way (7 Q6).

Example: Border guards have two minutes for each person and are measured by the queue.

Resolve: Find out what keeps each kind of identifier from it, and what is done about that.
"""

from collections.abc import Iterator

from trueline.design import Design, Identification
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import said_by_none
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="generate", refs=("7 Q6",))
def obstacles_to_identifying_unknown(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in said_by_none(design, design.of_kind(Identification), "obstacles"):
        yield Found(
            path=f"activities[{activity.id}].obstacles",
            message=f"{quoted(activity.name)} does not say what keeps those who meet victims from"
            " recognising and referring them.",
            next_step="Ask ten front-line staff about the last person of whom they were not sure,"
            " and what they did.",
        )
