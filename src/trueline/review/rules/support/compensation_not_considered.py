"""Wages and compensation not considered.

Why: Compensation can provide major benefits, even as unpaid wages, and access to it is extremely
limited (8 L3).

Example: Clients are owed two years’ wages, and nobody files for them.

Resolve: Plan legal help for wages and compensation.
"""

from collections.abc import Iterator

from trueline.design import Design, Support
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import said_by_none
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="add", refs=("8 L3", "8 Q5.3"))
def compensation_not_considered(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in said_by_none(design, design.of_kind(Support), "compensation"):
        yield Found(
            path=f"activities[{activity.id}].compensation",
            message=f"{quoted(activity.name)} does not say how people get unpaid wages or"
            " compensation.",
            next_step="Add a lawyer who files claims, and count the money received.",
        )
