"""A result that nothing measures.

Why: The outcomes of interventions are often not assessed (3 L2.5); measurement has to be part of
the design (1 Q6).

Example: “Inspectors refer workers to services”, and no indicator.

Resolve: Add an indicator for it.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Found
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="warning", remedy="add", refs=("3 L2.5", "1 Q6"))
def result_without_indicator(context: RuleContext[Design]) -> Iterator[Found]:
    design = context.document
    measured = {indicator.result for indicator in design.indicators}
    for result in design.results:
        if result.level in ("output", "outcome") and result.id not in measured:
            yield Found(
                path=f"results[{result.id}]",
                message=gettext("Nothing measures {result}.", result=quoted(result.name)),
                next_step=gettext(
                    "Choose an indicator from the toolkit that shows it, or write one."
                ),
            )
