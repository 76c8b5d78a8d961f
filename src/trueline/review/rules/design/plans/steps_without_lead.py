"""Activities of a plan that nobody leads.

Why: Failure to assign responsibility to specific actors is one of the gaps seen in plans
(9 L4.2); each activity should clearly be one body’s task (9 E1.4).

Example: Eleven of 40 measures name “relevant ministries”.

Resolve: Name one body for each.
"""

from collections.abc import Iterator

from trueline.design import Design, Plans
from trueline.language import gettext
from trueline.review.finding import Observation, shared_address
from trueline.review.rule import RuleContext, rule
from trueline.review.wording import names_of


@rule(sort="not-said", severity="warning", remedy="modify", refs=("9 L4.2", "9 E1.4"))
def steps_without_lead(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    if not design.of_kind(Plans):
        return
    bare = [
        activity for activity in design.activities if not activity.lead and activity.kind != "plans"
    ]
    if bare:
        fields = [f"activities[{activity.id}].lead" for activity in bare]
        path, also_at = shared_address(fields, "activities")
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext("Without a lead in the plan: {names}.", names=names_of(bare)),
            next_step=gettext(
                "Ask the bodies that would have to do it, and enter one for each activity."
            ),
        )
