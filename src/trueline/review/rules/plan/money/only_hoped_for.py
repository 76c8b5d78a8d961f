"""All money is hoped for.

Why: The toolkit looks for budget provision for carrying out the plan (9 E2.2); hope is none.

Example: Two donors, neither of whom was asked.

Resolve: Ask them, and order the activities by what is sure.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.plan import Plan
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="said-badly", severity="warning", remedy="generate", refs=("9 E2.2", "9 Q5"))
def only_hoped_for(context: RuleContext[Plan]) -> Iterator[Observation]:
    plan = context.document
    if plan.funding and all(source.standing == "hoped-for" for source in plan.funding):
        yield Observation(
            path="funding",
            message=gettext(
                "All the money that the plan names is hoped for, none is adopted or promised."
            ),
            next_step=gettext(
                "Ask each funder by a day, and put first what the sure money pays for."
            ),
        )
