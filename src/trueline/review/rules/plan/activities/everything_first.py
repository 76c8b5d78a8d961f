"""Everything comes first.

Why: Some plans have limited prioritisation (9 L2); the toolkit asks how activities are prioritised
in line with the available budget (9 Q6).

Example: 57 activities, all of the first priority.

Resolve: Split new from ongoing work, and rank what is new.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.plan import Plan
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule

FEWEST = 3
"""Fewer activities than this may well all come first."""


@rule(sort="said-badly", severity="warning", remedy="modify", refs=("9 L2", "9 Q6"))
def everything_first(context: RuleContext[Plan]) -> Iterator[Observation]:
    plan = context.document
    ranked = [activity.priority for activity in plan.activities if activity.priority]
    if len(ranked) >= FEWEST and set(ranked) == {"first"}:
        yield Observation(
            path="activities",
            message=gettext("Every activity with a priority comes first, so that none does."),
            next_step=gettext(
                "Rank them by effect and cost, and draw the line where the money ends."
            ),
        )
