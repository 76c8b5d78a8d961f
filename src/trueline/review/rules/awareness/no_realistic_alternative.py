"""People are asked to leave something without an alternative.

Why: If a campaign is meant to discourage risky migration, the question is whether people see
realistic alternatives (3 Q6.3).

Example: “Don’t go with brokers” where brokers are the only way to a job.

Resolve: Tie the message to an alternative that exists, or ask for another action.
"""

from collections.abc import Iterator

from trueline.design import Awareness, Design
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="add", refs=("3 Q6", "3 Q6.3"))
def no_realistic_alternative(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Awareness):
        if activity.action and unsaid(design, activity, "alternatives"):
            yield Found(
                path=f"activities[{activity.id}].alternatives",
                message=f"{quoted(activity.name)} asks people to act differently, but does not say"
                " what they can realistically do instead.",
                next_step="Find out what the group would need in order to do it, and tie the"
                " message to somebody who offers that.",
            )
