"""Victims must go back.

Why: There should be alternatives to mandatory return (5 E5.8). Mandatory return is among the
reasons why victims stay away (8 L1.2).

Example: The draft says that foreign victims “shall be repatriated within 30 days”.

Resolve: Provide for alternatives, with an individual assessment in each case.
"""

from collections.abc import Iterator

from trueline.design import Design, Legal
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="error", remedy="modify", refs=("5 E5.8", "8 L1.2"))
def mandatory_return_in_law(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Legal):
        if activity.return_mandatory is True:
            yield Found(
                path=f"activities[{activity.id}].return_mandatory",
                message=f"Under {quoted(activity.name)} victims must return to their country. This"
                " is a question of their rights, and a reason to stay away.",
                next_step="Propose alternatives to return, such as residence or resettlement,"
                " decided person by person.",
            )
