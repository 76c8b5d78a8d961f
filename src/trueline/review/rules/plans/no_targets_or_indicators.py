"""A plan without targets and indicators.

Why: Some plans are lists of activities with no clearly defined targets (9 L2); five of 11 had
measurable indicators (fn 53).

Example: “Strengthen cooperation” as an objective, without a figure.

Resolve: Set a target and an indicator for each objective.
"""

from collections.abc import Iterator

from trueline.design import Design, Plans
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="error", remedy="modify", refs=("9 L2", "9 L4.4", "fn 53"))
def no_targets_or_indicators(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Plans):
        if activity.indicators_set is False:
            yield Found(
                path=f"activities[{activity.id}].indicators_set",
                message=f"{quoted(activity.name)} has objectives without measurable indicators and"
                " targets.",
                next_step="Set for each objective one indicator of what people do, with a target"
                " and a date.",
            )
