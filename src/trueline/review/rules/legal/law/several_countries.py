"""The law of several countries in one review.

Why: The legal framework is a national one (5 I); a line on several countries is true of none.

Example: Two neighbours in one file.

Resolve: Begin a review for each country, and put the other on the route.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.legal import LegalReview
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="said-badly", severity="warning", remedy="modify", refs=("5 I",))
def several_countries(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    if len(context.document.countries) > 1:
        yield Observation(
            path="countries",
            message=gettext("The legal review is about the law of several countries at once."),
            next_step=gettext(
                "Keep one, begin a review for each other, and put them on the route."
            ),
        )
