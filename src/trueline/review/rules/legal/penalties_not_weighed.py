"""Penalties not weighed.

Why: Punishment has to be high enough to deter while fundamental principles of justice are upheld
(5 L4, 5 E3).

Example: “Life imprisonment for all offences under this act.”

Resolve: Say how penalties deter and stay just.
"""

from collections.abc import Iterator

from trueline.design import Design, Legal
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import said_by_none
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="generate", refs=("5 L4", "5 E3"))
def penalties_not_weighed(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in said_by_none(design, design.of_kind(Legal), "penalties"):
        yield Found(
            path=f"activities[{activity.id}].penalties",
            message=f"{quoted(activity.name)} does not say how penalties are set so that they"
            " deter and stay just.",
            next_step="Compare them with those for crimes of like gravity, and leave judges room.",
        )
