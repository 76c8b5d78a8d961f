"""A responsible body that is nobody in particular.

Why: Failure to assign responsibility to specific actors is one of the gaps seen in plans (9 L4.2);
each activity should clearly be one body’s task (9 E1.4).

Example: “All ministries”, “relevant bodies”.

Resolve: Name one body.
"""

from collections.abc import Iterator

from trueline.document.responsible import names_nobody
from trueline.language import gettext, quoted
from trueline.plan import Plan
from trueline.review.finding import Observation, address_of_all
from trueline.review.rule import RuleContext, rule
from trueline.review.wording import names_of


@rule(sort="said-badly", severity="error", remedy="modify", refs=("9 L4.2", "9 E1.4"))
def lead_names_nobody(context: RuleContext[Plan]) -> Iterator[Observation]:
    plan = context.document
    vague = [activity for activity in plan.activities if names_nobody(activity.lead)]
    if vague:
        path, also_at = address_of_all("activities", vague, "lead")
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext(
                "{lead} names nobody in particular. It stands beside {names}.",
                lead=quoted(vague[0].lead),
                names=names_of(vague),
            ),
            next_step=gettext("Name one body for each, and have it confirm in writing."),
        )
