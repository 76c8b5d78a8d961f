"""More activities carried out than there were.

Why: What earlier plans achieved is to be known (9 Q1); more than all of a plan can't have been
carried out.

Example: 50 of 48 activities carried out.

Resolve: Correct one of the two numbers.
"""

from collections.abc import Iterator

from trueline.language import gettext, number, quoted
from trueline.plan import Plan
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("9 Q1",))
def more_done_than_planned(context: RuleContext[Plan]) -> Iterator[Observation]:
    plan = context.document
    for earlier in plan.earlier_plans:
        if earlier.activities is None or earlier.carried_out is None:
            continue
        if earlier.carried_out > earlier.activities:
            yield Observation(
                path=f"earlier_plans[{earlier.id}].carried_out",
                also_at=(f"earlier_plans[{earlier.id}].activities",),
                message=gettext(
                    "{plan} had {all} activities, of which {done} are said to be carried out.",
                    plan=quoted(earlier.name),
                    all=number(earlier.activities),
                    done=number(earlier.carried_out),
                ),
                next_step=gettext("Correct one of the two numbers."),
            )
