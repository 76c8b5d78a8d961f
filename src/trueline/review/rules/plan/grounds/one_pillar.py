"""All activities stand under one pillar.

Why: A plan gives an overall framework for the national response (9 I); sorting by Ps has tended to
create silos (2 I), and one P alone leaves most of the pattern unanswered (9 Q7).

Example: Fourteen campaigns.

Resolve: Ask what the other Ps would have to do.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.language.terms import PILLAR
from trueline.plan import Plan
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule

FEWEST = 3
"""Fewer activities than this show no choice."""


@rule(sort="said-badly", severity="note", remedy="reconsider", refs=("9 Q7", "2 I"))
def one_pillar(context: RuleContext[Plan]) -> Iterator[Observation]:
    plan = context.document
    pillars = [activity.pillar for activity in plan.activities if activity.pillar]
    if len(pillars) >= FEWEST and len(set(pillars)) == 1:
        yield Observation(
            path="activities",
            message=gettext(
                "All activities with a pillar stand under one: {pillar}.",
                pillar=PILLAR.within(pillars[0]),
            ),
            next_step=gettext("Ask for each pattern what the other three Ps would have to do."),
        )
