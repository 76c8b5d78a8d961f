"""A target outside the time of the plan.

Why: Targets are to be clearly defined (9 L4.4); one that is due before the plan begins or after it
ends is no target of the plan.

Example: A plan to 2030, and a target for 2032.

Resolve: Correct the day, or set a target within the plan.
"""

from collections.abc import Iterator

from trueline.language import dates, day, gettext, quoted
from trueline.plan import Plan
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.plan.places import ends_first


@rule(sort="cannot-be", severity="warning", remedy="modify", refs=("9 L4.4",))
def target_outside_the_plan(context: RuleContext[Plan]) -> Iterator[Observation]:
    plan = context.document
    if ends_first(plan):
        return
    for indicator in plan.indicators:
        for target in indicator.targets:
            early = plan.start and target.due < plan.start
            late = plan.end and target.due > plan.end
            if early or late:
                yield Observation(
                    path=f"indicators[{indicator.id}].targets[{target.due}].due",
                    message=gettext(
                        "A target of {indicator} is due on {day}; the plan is for {whole}.",
                        indicator=quoted(indicator.name),
                        day=day(target.due),
                        whole=dates(plan.start, plan.end),
                    ),
                    next_step=gettext("Correct the day, or set a target within the plan."),
                )
