"""A definition that departs from the Protocol.

Why: Definitions in national law should align with that of the TIP Protocol (5 Q1). Forms or
people left out can be neither protected nor counted (7 L2).

Example: The draft covers only women trafficked for sexual exploitation.

Resolve: Compare act, means and purpose with the Protocol, and close each gap.
"""

from collections.abc import Iterator

from trueline.design import Design, Legal
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="modify", refs=("5 Q1", "7 L2"))
def definition_not_aligned(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Legal):
        if activity.definition_aligned is False:
            yield Found(
                path=f"activities[{activity.id}].definition_aligned",
                message=f"{quoted(activity.name)} works with a definition that is not in line with"
                " the Protocol.",
                next_step="Draft the amendment for all forms and all people, and name who tables"
                " it.",
            )
