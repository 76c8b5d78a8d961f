"""Recommendations in no order.

Why: Of many gaps some cost people more than others; the toolkit has each finding lead to a next step (5 I).

Example: Thirty recommendations.

Resolve: Say what comes first.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.legal import Item, LegalReview
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.legal.lines import items
from trueline.review.wording import names_of


@rule(sort="not-said", severity="note", remedy="add", refs=("5 I",))
def without_priority(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    for path, also_at, lines in items(context.document, _is_short, "priority"):
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext(
                "Nothing says how urgent it is what is recommended for {names}.",
                names=names_of(lines),
            ),
            next_step=gettext("Put first what leaves people without protection today."),
        )


def _is_short(item: Item) -> bool:
    return bool(item.recommendation) and item.priority is None
