"""Work places are to be searched, and access is unclear.

Why: Where people are to be found at work, the toolkit asks for a right of access to work sites
for those who look, unannounced inspection included (7 Q3.4).

Example: Inspectors must write to the owner ten days before.

Resolve: Say who may enter what, with which notice, and what is done about places that stay shut.
"""

from collections.abc import Iterator

from trueline.design import Design, Identification
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="generate", refs=("7 Q3.4", "7 Q2.3"))
def site_access_unclear(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Identification):
        if "workplaces" in activity.channels and unsaid(design, activity, "site_access"):
            yield Found(
                path=f"activities[{activity.id}].site_access",
                message=f"{quoted(activity.name)} looks for people at work places, and does not"
                " say who may enter them unannounced.",
                next_step="Ask the inspectorate in writing which sites it may enter without"
                " notice, and plan for those it may not.",
            )
