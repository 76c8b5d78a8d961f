"""No reflection period.

Why: A reflection period lets victims consider whether to cooperate (5 E5.3). Many States provide
none, though it can benefit both victims and the criminal case (8 L4).

Example: Victims are heard on the day they are found, or removed.

Resolve: Provide for a reflection period, with advice and support in it.
"""

from collections.abc import Iterator

from trueline.design import Design, Legal
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="add", refs=("5 E5.3", "8 L4"))
def no_reflection_period_in_law(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Legal):
        if activity.reflection_period is False:
            yield Found(
                path=f"activities[{activity.id}].reflection_period",
                message=f"{quoted(activity.name)} gives victims no time to decide whether they"
                " want to cooperate.",
                next_step="Add a reflection period with free advice and safe housing during it.",
            )
