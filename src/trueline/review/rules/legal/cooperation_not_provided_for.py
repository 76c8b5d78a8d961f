"""Cooperation between countries is not provided for.

Why: The framework should provide for formal and informal international cooperation (5 Q8), in
agreements between countries that share patterns (5 E7).

Example: The pattern crosses a border, the draft does not.

Resolve: Add the articles or agreements that the pattern needs.
"""

from collections.abc import Iterator

from trueline.design import Design, Legal
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import said_by_none
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="add", refs=("5 Q8", "5 E7"))
def cooperation_not_provided_for(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    if len(design.countries) < 2:
        return
    for activity in said_by_none(design, design.of_kind(Legal), "cooperation"):
        yield Found(
            path=f"activities[{activity.id}].cooperation",
            message=f"{quoted(activity.name)} says nothing of cooperation with the other countries"
            " of the pattern.",
            next_step="Name the countries, and what is missing between you: assistance,"
            " extradition, contact points, safe return.",
        )
