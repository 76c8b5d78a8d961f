"""No special measures for children.

Why: Child victims should have special and additional measures, with best interests in national
law (5 E5.6), the same for nationals and others (5 E5.7).

Example: The draft treats a girl of 14 like an adult.

Resolve: Add measures for children, foreign and national alike.
"""

from collections.abc import Iterator

from trueline.design import Design, Legal
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import said_by_none
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="add", refs=("5 E5.6", "5 E5.7"))
def children_not_provided_for(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in said_by_none(design, design.of_kind(Legal), "child_measures"):
        yield Found(
            path=f"activities[{activity.id}].child_measures",
            message=f"{quoted(activity.name)} says nothing of children.",
            next_step="Add special measures for children of whatever nationality, and best"
            " interests as the rule.",
        )
