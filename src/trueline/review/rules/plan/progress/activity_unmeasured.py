"""Activities without a measurable indicator and target.

Why: Plans have no clearly defined targets (9 L2, 9 L4.4); the toolkit looks for measurable
indicators (9 E5.1).

Example: 37 of 57 activities have none.

Resolve: Set one for each action item, with a target and a date.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.plan import Plan
from trueline.plan.counting import is_measured
from trueline.review.finding import Observation, address_of_all
from trueline.review.rule import RuleContext, rule
from trueline.review.wording import names_of


@rule(sort="not-said", severity="warning", remedy="add", refs=("9 L2", "9 L4.4", "9 E5.1"))
def activity_unmeasured(context: RuleContext[Plan]) -> Iterator[Observation]:
    plan = context.document
    bare = [
        activity
        for activity in plan.activities
        if activity.work != "business-as-usual" and not is_measured(plan, activity.id)
    ]
    if bare:
        path, also_at = address_of_all("activities", bare)
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext(
                "No indicator with a target says whether {names} is done or helps.",
                names=names_of(bare),
            ),
            next_step=gettext("Begin with those that come first, and set one with a target each."),
        )
