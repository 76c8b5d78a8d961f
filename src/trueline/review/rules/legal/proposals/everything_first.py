"""Everything is recommended first.

Why: Where all is urgent, nothing is; developing law takes drafting, debate and rules (5 I, 5 Q12).

Example: Twenty recommendations, all of them first.

Resolve: Choose what comes first.
"""

from collections.abc import Iterator

from trueline.language import gettext, number
from trueline.legal import LegalReview
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule

FEWEST = 4
"""Fewer recommendations than this may all come first."""


@rule(sort="said-badly", severity="note", remedy="reconsider", refs=("5 I", "5 Q12"))
def everything_first(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    placed = [
        (holder, item)
        for holder, item in context.document.items()
        if item.recommendation and item.priority is not None
    ]
    if len(placed) >= FEWEST and all(item.priority == "first" for _, item in placed):
        first, *others = [f"{holder}[{item.key_value}].priority" for holder, item in placed]
        yield Observation(
            path=min(first, *others),
            also_at=tuple(sorted({first, *others})[1:]),
            message=gettext("All {count} recommendations come first.", count=number(len(placed))),
            next_step=gettext("Choose the two or three without which people have no protection."),
        )
