"""Low-level arrests would count as success.

Why: Data mostly count cases without telling low-level from high-level criminals (6 L2.1), and
many investigations go after individuals at a low level (6 L2.4).

Example: The target is 200 arrests a year, of whomever.

Resolve: Aim at a level of the chain, and record who was reached.
"""

from collections.abc import Iterator

from trueline.design import Design, Justice
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="modify", refs=("6 L2", "6 L2.1", "6 L2.4"))
def low_level_arrests_count_as_success(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Justice):
        if activity.aims_at == "low-level":
            yield Found(
                path=f"activities[{activity.id}].aims_at",
                message=f"{quoted(activity.name)} aims at people at a low level, who can be"
                " replaced.",
                next_step="Aim at organisers, networks or the whole chain, and record for each"
                " case which links were reached.",
            )
