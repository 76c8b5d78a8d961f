"""NGOs or people with lived experience have no part.

Why: The toolkit looks for all key actors in the plan, NGOs included (9 E3.1), and asks which
stakeholders, those whom it is meant to benefit among them, are engaged (9 Q2).

Example: Nine ministries and two donors.

Resolve: Ask them in, with a part and support for it.
"""

from collections.abc import Iterator

from trueline.language import gettext, joined
from trueline.language.terms import SECTOR
from trueline.plan import Plan
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule

KEY = ("ngo", "lived-experience")


@rule(sort="not-said", severity="warning", remedy="add", refs=("9 E3.1", "9 Q2"))
def key_actors_missing(context: RuleContext[Plan]) -> Iterator[Observation]:
    plan = context.document
    sectors = {stakeholder.sector for stakeholder in plan.stakeholders}
    missing = [sector for sector in KEY if sector not in sectors]
    if missing and None not in sectors and plan.stakeholders:
        yield Observation(
            path="stakeholders",
            message=gettext(
                "Among those who take part, these are missing: {sectors}.",
                sectors=joined([SECTOR.label(sector) for sector in missing]),
            ),
            next_step=gettext(
                "Ask two or three of their organisations how they want to take part, and what support"
                " that needs."
            ),
        )
