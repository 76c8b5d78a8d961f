"""Finding and referring victims is left out of the law.

Why: The framework should provide for prompt and accurate identification of victims and for
referring them to services (5 Q2). A law may be strong on offences and say nothing of this.

Example: The bill defines six offences, and no article says who refers a victim to whom.

Resolve: Say who identifies and refers, at which moment, and which article or order it stands in.
"""

from collections.abc import Iterator

from trueline.design import Design, Legal
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import said_by_none
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="add", refs=("5 Q2",))
def identification_not_provided_for(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in said_by_none(design, design.of_kind(Legal), "identification"):
        yield Found(
            path=f"activities[{activity.id}].identification",
            message=f"{quoted(activity.name)} does not say how the law provides for finding"
            " victims and getting them to help.",
            next_step="Draft an article or order on who identifies, who refers, and within what"
            " time, with those who would do it.",
        )
