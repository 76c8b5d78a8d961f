"""A result that nothing measures.

Why: The outcomes of interventions are often not assessed (3 L2.5); measurement has to be part of
the design (1 Q6).

Example: “Inspectors refer workers to services”, and no indicator.

Resolve: Add an indicator for it.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, ngettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule

LEVELS = ("output", "outcome")


@rule(sort="not-said", severity="warning", remedy="add", refs=("3 L2.5", "1 Q6"))
def result_without_indicator(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    measured = {indicator.result for indicator in design.indicators}
    bare = [r for r in design.results if r.level in LEVELS and r.id not in measured]
    if not design.indicators and len(bare) > 1:
        yield Observation(
            path="indicators",
            also_at=tuple(f"results[{result.id}]" for result in bare),
            message=ngettext(
                "There are no indicators at all: nothing measures the {count} result.",
                "There are no indicators at all: nothing measures any of the {count} results.",
                len(bare),
            ),
            next_step=gettext(
                "Begin with the result that matters most: choose an indicator from the toolkit"
                " that shows it, or write one."
            ),
        )
        return
    for result in bare:
        yield Observation(
            path=f"results[{result.id}]",
            message=gettext("Nothing measures {result}.", result=quoted(result.name)),
            next_step=gettext("Choose an indicator from the toolkit that shows it, or write one."),
        )
