"""Labour law is not looked at.

Why: Labour laws should cover all employment, domestic and service work included (5 Q6). The
trafficking law needs the support of other laws (5 L2).

Example: A review of the criminal code only.

Resolve: Check which workers labour law leaves out.
"""

from collections.abc import Iterator

from trueline.design import Design, Legal
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import said_by_none
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="generate", refs=("5 Q6", "5 L2"))
def labour_law_not_looked_at(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in said_by_none(design, design.of_kind(Legal), "labour_coverage"):
        yield Found(
            path=f"activities[{activity.id}].labour_coverage",
            message=f"{quoted(activity.name)} does not say which work labour law leaves"
            " unprotected.",
            next_step="Ask the labour inspectorate which workers it has no power to protect.",
        )
