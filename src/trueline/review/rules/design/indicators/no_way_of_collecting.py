"""How an indicator is collected is not said.

Why: Each indicator of the toolkit comes with possible methods of collecting data (3 E1, 6 E5).
Method, frequency and responsibility decide whether it is ever measured.

Example: An indicator with a target, and nobody to measure it.

Resolve: Add method, frequency and responsible person.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, gettext_noop, joined, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule

PARTS = {
    "methods": gettext_noop("by which method"),
    "frequency": gettext_noop("how often"),
    "responsible": gettext_noop("by whom"),
}


@rule(sort="not-said", severity="warning", remedy="modify", refs=("1 Q6.1", "3 E1"))
def no_way_of_collecting(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    for indicator in design.indicators:
        missing = [name for name in PARTS if not getattr(indicator, name)]
        if indicator.result and missing:
            yield Observation(
                path=f"indicators[{indicator.id}].{missing[0]}",
                message=gettext(
                    "For {indicator} the design does not say {parts} it is measured.",
                    indicator=quoted(indicator.name),
                    parts=joined([gettext(PARTS[name]) for name in missing]),
                ),
                next_step=gettext("Write down method, frequency and the person who does it."),
            )
