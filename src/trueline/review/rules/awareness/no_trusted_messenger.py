"""Messages without anybody whom the group trusts.

Why: The toolkit asks which sources of information the target group trusts most (3 Q8). Where
people know the risks, hope offered by a broker often outweighs it (fn 27).

Example: Posters at the bus station, where people ask their uncle.

Resolve: Ask the group whom it believes, and plan the message through those people.
"""

from collections.abc import Iterator

from trueline.design import Awareness, Design
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="generate", refs=("3 Q8", "fn 27"))
def no_trusted_messenger(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    trusted = any(behaviour.trusted_sources for behaviour in design.behaviours)
    for activity in design.of_kind(Awareness):
        if not trusted and unsaid(design, activity, "messengers"):
            yield Found(
                path=f"activities[{activity.id}].messengers",
                message=f"{quoted(activity.name)} does not say whom the group trusts.",
                next_step="Add two questions on trust to the baseline, and choose the messengers"
                " after it.",
            )
