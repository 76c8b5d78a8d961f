"""Lines of a checklist that are not there.

Why: The toolkit names what the law is to provide, item by item (5 E3 to 5 E6, 5 E8); an item without a
line was not looked at.

Example: Six of the nine conducts.

Resolve: Fill in the checklist, and judge what is new in it.
"""

from collections.abc import Iterator
from typing import get_args

from trueline.language import gettext, joined, quoted
from trueline.language.terms import LEGAL_ITEM
from trueline.legal import LegalReview
from trueline.legal.checklist import LINES
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(
    sort="not-said", severity="warning", remedy="add", refs=("5 E3", "5 E4", "5 E5", "5 E6", "5 E8")
)
def lines_missing(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    review = context.document
    if not any(getattr(review, name) for name in LINES):
        return
    for name, items in LINES.items():
        have = {line.item for line in getattr(review, name)}
        if missing := [item for item in get_args(items) if item not in have]:
            yield Observation(
                path=name,
                message=gettext(
                    "The checklist has no line on {items}.",
                    items=joined([quoted(LEGAL_ITEM.label(item)) for item in missing]),
                ),
                next_step=gettext("Fill in the checklist, and judge each line that is new."),
            )
