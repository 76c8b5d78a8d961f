"""Activities of a plan without a sum.

Why: A significant proportion of plans have no budget (9 L3); the toolkit looks for one on each
activity (9 E2.1).

Example: Every measure says “within existing means”.

Resolve: Put a sum and its source on each, or say which wait until there is money.
"""

from collections.abc import Iterator

from trueline.design import Design, Plans
from trueline.language import gettext
from trueline.review.finding import Observation, shared_address
from trueline.review.rule import RuleContext, rule
from trueline.review.wording import names_of


@rule(sort="not-said", severity="warning", remedy="modify", refs=("9 L3", "9 E2.1"))
def steps_without_budget(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    if not design.of_kind(Plans):
        return
    bare = [
        activity
        for activity in design.activities
        if not activity.budget and activity.kind != "plans"
    ]
    if bare:
        fields = [f"activities[{activity.id}].budget" for activity in bare]
        path, also_at = shared_address(fields, "activities")
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext("Without a budget in the plan: {names}.", names=names_of(bare)),
            next_step=gettext(
                "Cost the activities that come first, and mark which sums are confirmed."
            ),
        )
