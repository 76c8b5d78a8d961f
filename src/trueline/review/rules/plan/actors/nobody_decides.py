"""No stakeholder decides.

Why: The toolkit asks which stakeholders give ideas and which have a decision-making role (9 Q2.1).

Example: Twelve bodies give ideas, and nobody is said to decide.

Resolve: Say who decides what.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.plan import Plan
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="note", remedy="modify", refs=("9 Q2.1",))
def nobody_decides(context: RuleContext[Plan]) -> Iterator[Observation]:
    plan = context.document
    parts = [part for stakeholder in plan.stakeholders for part in stakeholder.parts]
    if parts and "decision" not in parts:
        yield Observation(
            path="stakeholders",
            message=gettext("Of all who take part, none is said to decide."),
            next_step=gettext("Say who decides what, and have each body confirm its part."),
        )
