"""An objective that no activity serves.

Why: The toolkit looks for clear links between activities and objectives (9 E4.2).

Example: “Fewer workers in debt”, and no activity for it.

Resolve: Add an activity, or drop the objective.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.plan import Plan
from trueline.review.finding import Observation, address_of_all
from trueline.review.rule import RuleContext, rule
from trueline.review.wording import names_of


@rule(sort="not-said", severity="warning", remedy="add", refs=("9 E4.2",))
def objective_without_activity(context: RuleContext[Plan]) -> Iterator[Observation]:
    plan = context.document
    served = {activity.objective for activity in plan.activities}
    idle = [objective for objective in plan.objectives if objective.id not in served]
    if plan.activities and idle:
        path, also_at = address_of_all("objectives", idle)
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext("No activity is linked to {names}.", names=names_of(idle)),
            next_step=gettext(
                "Link the activities that serve it, or say what would bring it about."
            ),
        )
