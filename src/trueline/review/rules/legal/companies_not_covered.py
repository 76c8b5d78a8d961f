"""Companies are left out.

Why: The toolkit asks whether the framework covers companies as legal persons, supply chains
included (5 Q11). Businesses are one of the eight groups whose behaviour matters (1 G1.5).

Example: A factory’s manager can be charged, the factory can’t.

Resolve: Provide for liability of legal persons, and duties on supply chains.
"""

from collections.abc import Iterator

from trueline.design import Design, Legal
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="modify", refs=("5 Q11", "1 G1.5"))
def companies_not_covered(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Legal):
        if activity.companies_liable is False:
            yield Found(
                path=f"activities[{activity.id}].companies_liable",
                message=f"{quoted(activity.name)} does not reach companies, where the rewards of"
                " trafficked labour are made.",
                next_step="Propose liability of legal persons, with fines that matter to a"
                " company.",
            )
