"""Nothing says what this does to trafficking.

Why: Interventions are to be tested by how they contribute to reducing trafficking (3 Q3): fewer new
victims, more victims identified, or more cases reported.

Example: The results end at “officials trained”.

Resolve: Say what the outcomes do to trafficking, even where you don’t measure it.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="note", remedy="modify", refs=("3 Q3",))
def no_impact_stated(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    if design.results and not any(result.level == "impact" for result in design.results):
        yield Observation(
            path="results",
            message=gettext(
                "The results stop before trafficking itself: nothing says what they are for in"
                " the end."
            ),
            next_step=gettext(
                "Add the impact that the outcomes are meant to lead to, even if this programme"
                " can’t measure it."
            ),
        )
