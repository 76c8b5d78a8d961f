"""No standards of care.

Why: Procedures and minimum standards for services, in line with international obligations, are
among the building blocks of help that respects rights (8 Q1.4).

Example: Each house has its own way of taking people in.

Resolve: Name the standards that the services keep to, or agree on some.
"""

from collections.abc import Iterator

from trueline.design import Design, Support
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import said_by_none
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="add", refs=("8 Q1.4", "8 Q3.2", "8 Q1"))
def standards_not_named(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in said_by_none(design, design.of_kind(Support), "standards"):
        yield Found(
            path=f"activities[{activity.id}].standards",
            message=f"{quoted(activity.name)} does not say which procedures and standards of care"
            " it keeps to.",
            next_step="Take the national standards, or those of a network, and agree on the ten"
            " points that every partner keeps.",
        )
