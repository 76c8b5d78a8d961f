"""An item that the legal review has not judged.

Why: Whether the law has to change is known only once it was read (5 I). Of this item the review says
nothing yet, or that it is unclear.

Example: The programme is to make debt bondage a crime; the review has no line on it.

Resolve: Have the item judged first, in law and in practice.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.language.terms import LEGAL_ITEM
from trueline.legal import Item
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.legal_reviews import lines_of, with_review


@rule(sort="said-badly", severity="note", remedy="generate", refs=("5 I",))
def item_not_judged(context: RuleContext[Design]) -> Iterator[Observation]:
    for activity, review in with_review(context):
        for item in activity.legal_items:
            if not any(_is_judged(line) for line in lines_of(review, item)):
                yield Observation(
                    path=f"activities[{activity.id}].legal_items",
                    message=gettext(
                        "{review} does not tell how things stand with this: {item}.",
                        review=quoted(review.title),
                        item=LEGAL_ITEM.label(item),
                    ),
                    next_step=gettext("Have it judged there first, in law and in practice."),
                )


def _is_judged(line: Item) -> bool:
    status = getattr(line, "in_law", None) or getattr(line, "status", None)
    return status not in (None, "unclear", "unknown")
