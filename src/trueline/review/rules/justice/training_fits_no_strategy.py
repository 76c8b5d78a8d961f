"""Training that belongs to nothing.

Why: The toolkit asks how training fits with a strategy, other courses, an institution and
accreditation (6 Q9).

Example: A one-off course by a foreign expert, while the academy runs its own.

Resolve: Agree with the national institution before the first course.
"""

from collections.abc import Iterator

from trueline.design import Design, Justice
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="modify", refs=("6 Q9",))
def training_fits_no_strategy(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Justice):
        if activity.training and unsaid(design, activity, "strategy_fit"):
            yield Found(
                path=f"activities[{activity.id}].strategy_fit",
                message=f"{quoted(activity.name)} does not say how it fits with other training, or"
                " which institution keeps it.",
                next_step="Ask the academy for its courses of the last two years and the next, and"
                " agree on its part.",
            )
