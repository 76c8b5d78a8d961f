"""Money and tools can’t be taken.

Why: Trafficking should be a predicate offence for financial investigation and confiscation, and
all instruments should be forfeitable (5 Q9).

Example: The money laundering law does not name trafficking.

Resolve: Add it to the predicate offences, and provide for forfeiture.
"""

from collections.abc import Iterator

from trueline.design import Design, Legal
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="modify", refs=("5 Q9", "5 E4.1"))
def proceeds_out_of_reach(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Legal):
        if activity.asset_recovery is False:
            yield Found(
                path=f"activities[{activity.id}].asset_recovery",
                message=f"{quoted(activity.name)} leaves the profits of trafficking out of reach.",
                next_step="Propose trafficking as a predicate offence, and forfeiture of all that"
                " was used for it.",
            )
