"""Asylum not considered.

Why: Irregular arrivals may not be told of asylum procedures or have access to them (8 L7, fn 51).

Example: Nobody asks whether a client fears going back.

Resolve: Tell people about asylum in their language.
"""

from collections.abc import Iterator

from trueline.design import Design, Support
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import said_by_none
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="add", refs=("8 L7", "fn 51", "8 Q5.5"))
def asylum_not_considered(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    if len(design.countries) < 2:
        return
    for activity in said_by_none(design, design.of_kind(Support), "asylum"):
        yield Found(
            path=f"activities[{activity.id}].asylum",
            message=f"{quoted(activity.name)} does not say how people learn of asylum procedures"
            " and reach them.",
            next_step="Agree with the asylum authority or a legal aid group on information and"
            " referral.",
        )
