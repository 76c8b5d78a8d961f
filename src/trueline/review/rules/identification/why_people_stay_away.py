"""Why people avoid identification is not asked.

Why: Some victims avoid being identified, since it does not necessarily meet their needs (7 L3);
fear, deportation and stigma stand in the way (7 Q6.7).

Example: A campaign calls on victims to come forward, and those who do are deported.

Resolve: Change what follows being identified, before more people are looked for.
"""

from collections.abc import Iterator

from trueline.design import Design, Identification
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="reconsider", refs=("7 L3", "7 Q6", "7 Q6.7", "7 Q7"))
def why_people_stay_away(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Identification):
        if unsaid(design, activity, "avoidance"):
            yield Found(
                path=f"activities[{activity.id}].avoidance",
                message=f"{quoted(activity.name)} does not say why victims may not want to be"
                " identified, and what changes for them.",
                next_step="Ask a survivors’ organisation what being identified brings people here,"
                " and change what harms them.",
            )
