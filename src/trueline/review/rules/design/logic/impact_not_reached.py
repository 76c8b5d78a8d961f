"""An impact that no activity leads to.

Why: The toolkit asks how changed actions contribute to reducing trafficking (3 Q3). An impact to
which no path leads from an activity is a wish.

Example: “Less trafficking in the province” hangs on an outcome that no activity brings about.

Resolve: Close the gap in the path, or bring the claim down.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("3 Q3", "1 Q1"))
def impact_not_reached(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    theory = design.theory
    reached = theory.reached_from(theory.activities)
    for result in design.results:
        if result.level == "impact" and theory.into[result.id] and result.id not in reached:
            yield Observation(
                path=f"results[{result.id}]",
                message=gettext(
                    "No path leads from an activity to {result}.", result=quoted(result.name)
                ),
                next_step=gettext(
                    "Find the step at which the path breaks, and add the link, the result or the"
                    " activity that is missing."
                ),
            )
