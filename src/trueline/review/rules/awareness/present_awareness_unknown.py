"""What people know already is not looked at.

Why: Finding out existing awareness is one of the gaps that evaluations keep finding (3 L2.1,
3 Q5). Where people know already, more information changes nothing.

Example: A campaign on the dangers of migration in a district where every family has a returnee.

Resolve: Ask the group before the campaign, and again after it.
"""

from collections.abc import Iterator

from trueline.design import Awareness, Design
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="generate", refs=("3 Q5", "3 L2.1", "3 E1"))
def present_awareness_unknown(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Awareness):
        if unsaid(design, activity, "existing_awareness"):
            yield Found(
                path=f"activities[{activity.id}].existing_awareness",
                message=f"{quoted(activity.name)} does not say what the group knows already.",
                next_step="Ask 100 people of the group the same ten questions before the campaign"
                " and after it.",
            )
