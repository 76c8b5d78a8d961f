"""Other charges are not looked at.

Why: It is often more viable to convict under other articles (5 L3), and the toolkit asks which
laws can be used and how well they work (5 Q4). It has a price: victims may be kept from the
services meant for them, and the case may be missing from the figures.

Example: Traffickers are charged with withholding wages, and their workers are not seen as
victims.

Resolve: List the charges in use, and say how victims still get help and cases are counted.
"""

from collections.abc import Iterator

from trueline.design import Design, Legal
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import said_by_none
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="generate", refs=("5 L3", "5 Q4"))
def other_charges_not_looked_at(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in said_by_none(design, design.of_kind(Legal), "other_laws"):
        yield Found(
            path=f"activities[{activity.id}].other_laws",
            message=f"{quoted(activity.name)} does not say which other charges are used here, and"
            " what becomes of victims then.",
            next_step="Ask three prosecutors what they charged in their last ten cases, and how"
            " the people in them were helped.",
        )
