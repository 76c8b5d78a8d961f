"""More indicators than anybody will collect.

Why: Measurement is to strengthen and improve the intervention (1 Q6.3). What is collected and not
used costs time for that.

Example: 64 indicators for three activities.

Resolve: Keep for each result the one or two that would change a decision.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, ngettext
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule

MOST_PER_RESULT = 4
LEAST = 15


@rule(sort="said-badly", severity="note", remedy="modify", refs=("1 Q6", "1 Q6.3"))
def too_many_indicators(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    count = len(design.indicators)
    if count > LEAST and count > MOST_PER_RESULT * len(design.results):
        yield Observation(
            path="indicators",
            message=ngettext(
                "There are {indicators} indicators for {count} result. Somebody has to collect"
                " them all.",
                "There are {indicators} indicators for {count} results. Somebody has to collect"
                " them all.",
                len(design.results),
                indicators=count,
            ),
            next_step=gettext(
                "Keep for each result the one or two that would change a decision, and drop the"
                " others."
            ),
        )
