"""Clients have no say.

Why: The toolkit asks for victims’ part in assessment, plan and decisions (8 Q4). Services that
don’t meet needs are a reason to turn them down (8 L1.4).

Example: The social worker writes the plan and explains it.

Resolve: Say how clients take part.
"""

from collections.abc import Iterator

from trueline.design import Design, Support
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="modify", refs=("8 Q4", "8 L1.4", "8 E1"))
def clients_have_no_say(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Support):
        if unsaid(design, activity, "client_say"):
            yield Found(
                path=f"activities[{activity.id}].client_say",
                message=f"{quoted(activity.name)} does not say how clients take part in decisions"
                " about their help.",
                next_step="Start the plan with the client’s own goals, review it together, and let"
                " the client keep a copy.",
            )
