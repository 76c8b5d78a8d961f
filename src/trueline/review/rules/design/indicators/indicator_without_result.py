"""An indicator that measures no result.

Why: An indicator is chosen to measure change in relation to an intervention (0 I); the logic
needs links between what is measured and what is meant (9 E4.2).

Example: “Number of page visits”, tied to nothing.

Resolve: Tie it to a result, or drop it.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="warning", remedy="modify", refs=("9 E4.2", "1 Q6.1"))
def indicator_without_result(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    for indicator in design.indicators:
        watches = any(indicator.id in entry.watched_by for entry in design.displacement)
        if not indicator.result and not watches:
            yield Observation(
                path=f"indicators[{indicator.id}].result",
                message=gettext(
                    "{indicator} measures no result of the design.",
                    indicator=quoted(indicator.name),
                ),
                next_step=gettext("Choose the result that it shows; if there is none, drop it."),
            )
