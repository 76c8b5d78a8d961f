"""No way to give feedback anonymously.

Why: The toolkit asks for provision for victims to offer (anonymous) feedback (8 Q4.3). There are
very few data on how satisfied people are (8 L2).

Example: Clients can tell the director what they think.

Resolve: Add a box and a short form that nobody can trace.
"""

from collections.abc import Iterator

from trueline.design import Design, Support
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="add", refs=("8 Q4.3", "8 L2", "8 E1.2"))
def no_anonymous_feedback(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Support):
        if activity.anonymous_feedback is False:
            yield Found(
                path=f"activities[{activity.id}].anonymous_feedback",
                message=f"In {quoted(activity.name)} clients can’t say what they think without"
                " being known.",
                next_step="Put up a box, add a short form, and discuss the results with clients"
                " twice a year.",
            )
