"""Nobody checks the services.

Why: The toolkit asks for checks and balances, complaints mechanisms among them (8 Q3).

Example: The organisation supervises itself.

Resolve: Say who checks quality, and where problems can be reported.
"""

from collections.abc import Iterator

from trueline.design import Design, Support
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import said_by_none
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="add", refs=("8 Q3",))
def no_complaints(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in said_by_none(design, design.of_kind(Support), "complaints"):
        yield Found(
            path=f"activities[{activity.id}].complaints",
            message=f"{quoted(activity.name)} does not say who checks its quality, or where"
            " clients can complain.",
            next_step="Agree on standards, a yearly visit from outside, and a way to complain to"
            " somebody outside.",
        )
