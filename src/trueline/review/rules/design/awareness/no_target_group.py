"""A campaign without a defined group.

Why: The first question about an awareness activity is who the specific target group is (3 Q1).

Example: “The campaign reaches the general public.”

Resolve: Name the one or two groups whose action would change the risk.
"""

from collections.abc import Iterator

from trueline.design import Awareness, Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.missing_fields import answered
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.wide_groups import could_be_anybody


@rule(sort="said-badly", severity="warning", remedy="modify", refs=("3 Q1",))
def no_target_group(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    for activity in design.of_kind(Awareness):
        group = activity.target_group
        vague = could_be_anybody(context.reading.words(group))
        if vague or (not group and not answered(design, "awareness.target-group", activity.id)):
            yield Observation(
                path=f"activities[{activity.id}].target_group",
                message=gettext(
                    "{activity} speaks to {group}. Only a defined group can be asked what it knows"
                    " and what stops it.",
                    activity=quoted(activity.name),
                    group=quoted(activity.target_group),
                )
                if group
                else gettext(
                    "{activity} names no target group. Only a defined group can be asked what it"
                    " knows and what stops it.",
                    activity=quoted(activity.name),
                ),
                sort=None if group else "not-said",
                next_step=gettext(
                    "From the pattern, name one or two groups whose action would change the risk."
                ),
            )
