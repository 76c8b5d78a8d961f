"""A responsible body that reads like several.

Why: Each activity should clearly be one organisation’s task (9 E1.4). Where two answer for it, each
may wait for the other (9 L4.2).

Example: “MoJ / MoI”.

Resolve: Name one body, and the others as partners.
"""

from collections.abc import Iterator

from trueline.document.responsible import names_several
from trueline.language import gettext, quoted
from trueline.plan import Plan
from trueline.review.finding import Observation, address_of_all
from trueline.review.rule import RuleContext, rule
from trueline.review.wording import names_of


@rule(sort="said-badly", severity="warning", remedy="modify", refs=("9 E1.4", "9 L4.2"))
def lead_names_several(context: RuleContext[Plan]) -> Iterator[Observation]:
    plan = context.document
    several = [activity for activity in plan.activities if names_several(activity.lead)]
    if several:
        path, also_at = address_of_all("activities", several, "lead")
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext(
                "{lead} reads like more than one body. So it is with {names}.",
                lead=quoted(several[0].lead),
                names=names_of(several),
            ),
            next_step=gettext("Does one of them answer for it? The others are its partners."),
        )
