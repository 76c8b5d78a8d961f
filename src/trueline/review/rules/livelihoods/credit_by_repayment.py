"""Loans for those who will repay.

Why: Programmes tend not to reach the most vulnerable; micro-credit that goes to those most likely
to repay is a clear example, since almost by definition they are not (4 L2.2).

Example: Loans of 500 to members with savings and a guarantor.

Resolve: Change the terms, or use another form for the most vulnerable.
"""

from collections.abc import Iterator

from trueline.design import Design, Livelihoods
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="modify", refs=("4 L2.2",))
def credit_by_repayment(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Livelihoods):
        if activity.credit == "by-repayment":
            yield Found(
                path=f"activities[{activity.id}].credit",
                message=f"{quoted(activity.name)} lends to those most likely to repay, who are"
                " almost by definition not the most vulnerable.",
                next_step="Lend by need with support, or offer the most vulnerable something else,"
                " such as grants or wage work.",
            )
