"""Who decides on the plan is unclear.

Why: The toolkit asks which stakeholders give ideas and which decide (9 Q2); key actors, NGOs
included, should be part of it (9 E3.1).

Example: “All stakeholders were consulted.”

Resolve: Say who takes part, at which stage, and who decides.
"""

from collections.abc import Iterator

from trueline.design import Design, Plans
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="modify", refs=("9 Q2", "9 E3.1"))
def stakeholders_unclear(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Plans):
        if unsaid(design, activity, "stakeholders"):
            yield Found(
                path=f"activities[{activity.id}].stakeholders",
                message=f"{quoted(activity.name)} does not say who takes part, and who decides.",
                next_step="Put each body’s part at each stage into one table, survivors’ voices"
                " among them.",
            )
