"""A plan that rests on no data.

Why: A lack of evidence behind the choice of interventions is a common gap (9 L4.1); the toolkit
asks which data inform the plan (9 Q4).

Example: The last plan was copied with new dates.

Resolve: Name the data and what they led to.
"""

from collections.abc import Iterator

from trueline.design import Design, Plans
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="generate", refs=("9 Q4", "9 L4.1"))
def no_data_behind_plan(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Plans):
        if unsaid(design, activity, "evidence_used"):
            yield Found(
                path=f"activities[{activity.id}].evidence_used",
                message=f"{quoted(activity.name)} does not say which data shaped it.",
                next_step="Name the sources, what each says about patterns here, and which choice"
                " it led to.",
            )
