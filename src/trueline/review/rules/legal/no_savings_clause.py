"""No savings clause.

Why: A savings clause makes sure that the law is applied with respect for human rights,
humanitarian and refugee law, non-refoulement included (5 Q5.1).

Example: A victim who is also a refugee can be removed under the bill.

Resolve: Add the clause.
"""

from collections.abc import Iterator

from trueline.design import Design, Legal
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="modify", refs=("5 Q5", "5 Q5.1"))
def no_savings_clause(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Legal):
        if activity.savings_clause is False:
            yield Found(
                path=f"activities[{activity.id}].savings_clause",
                message=f"{quoted(activity.name)} has no savings clause: somebody who is protected"
                " by refugee law could still be removed under it.",
                next_step="Add a clause that keeps human rights, humanitarian and refugee law,"
                " with non-refoulement, intact.",
            )
