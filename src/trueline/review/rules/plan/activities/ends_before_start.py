"""Something that ends before it starts.

Why: A plan is followed by its dates; activities and objectives have to fit together to be followed
at all (9 E4.2).

Example: An activity from March 2028 to February 2027.

Resolve: Correct one of the two dates.
"""

from collections.abc import Iterator

from trueline.language import day, gettext
from trueline.plan import Plan
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.plan.places import dated


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("9 E4.2",))
def ends_before_start(context: RuleContext[Plan]) -> Iterator[Observation]:
    plan = context.document
    for holder, name, part in dated(plan):
        if part.start and part.end and part.end < part.start:
            yield Observation(
                path=f"{holder}end",
                also_at=(f"{holder}start",),
                message=gettext(
                    "By these dates {name} ends on {end}, before it starts on {start}.",
                    name=name,
                    start=day(part.start),
                    end=day(part.end),
                ),
                next_step=gettext("Correct one of the two dates."),
            )
