"""An activity outside the time of the plan.

Why: What a plan can be held to lies within its years; activities and objectives have to be linked
(9 E4.2).

Example: The plan ends in 2030, and a shelter opens in 2032.

Resolve: Move the activity, or correct the dates of the plan.
"""

from collections.abc import Iterator

from trueline.language import dates, gettext, quoted
from trueline.plan import Plan
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.plan.places import ends_first


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("9 E4.2",))
def outside_the_plan(context: RuleContext[Plan]) -> Iterator[Observation]:
    plan = context.document
    for activity in plan.activities:
        if ends_first(plan) or activity.work == "business-as-usual":
            continue
        early = plan.start and activity.start and activity.start < plan.start
        late = plan.end and activity.end and activity.end > plan.end
        if early or late:
            field = "start" if early else "end"
            yield Observation(
                path=f"activities[{activity.id}].{field}",
                also_at=(field,),
                message=gettext(
                    "{activity} is planned for {dates}; the plan is for {whole}.",
                    activity=quoted(activity.name),
                    dates=dates(activity.start, activity.end),
                    whole=dates(plan.start, plan.end),
                ),
                next_step=gettext("Move the activity, or correct the dates of the plan."),
            )
