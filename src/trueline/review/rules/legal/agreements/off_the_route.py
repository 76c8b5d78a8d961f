"""An agreement with a country that is not on the route.

Why: The toolkit looks at countries that share patterns of trafficking (5 E7).

Example: Eleven agreements, and none with the two countries where people are taken.

Resolve: Put the country on the route, or say why it matters.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.legal import LegalReview
from trueline.review.finding import Observation, address_of_all
from trueline.review.rule import RuleContext, rule
from trueline.review.wording import names_of


@rule(sort="said-badly", severity="note", remedy="modify", refs=("5 E7",))
def off_the_route(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    review = context.document
    away = [
        agreement
        for agreement in review.agreements
        if agreement.country not in (None, *review.route)
    ]
    if review.route and away:
        path, also_at = address_of_all("agreements", away, "country")
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext("{names}: the country is not on the route.", names=names_of(away)),
            next_step=gettext("Put it on the route if patterns are shared with it."),
        )
