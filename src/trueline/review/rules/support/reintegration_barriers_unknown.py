"""What stands in the way of a new start is not asked.

Why: The toolkit asks which barriers to reintegration there are and how they will be overcome
(8 Q7). Back in their community many face what made them leave (8 L5).

Example: A sewing course, for women whose families still owe the recruiter.

Resolve: Name debts, stigma, papers, safety or whatever stands in the way, and what is done.
"""

from collections.abc import Iterator

from trueline.design import Design, Support
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import said_by_none
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="generate", refs=("8 Q7", "8 L5"))
def reintegration_barriers_unknown(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in said_by_none(design, design.of_kind(Support), "reintegration_barriers"):
        yield Found(
            path=f"activities[{activity.id}].reintegration_barriers",
            message=f"{quoted(activity.name)} does not say what stands in the way of a new start,"
            " and what is done about it.",
            next_step="Ask former clients what went wrong in the first year, and set one answer"
            " beside each thing they name.",
        )
