"""Agreements with a country on the route were not looked at.

Why: Agreements support cooperation between countries that share patterns (5 E7); the toolkit asks of
those that send and those that receive workers (5 Q7), and of marriage across borders (fn 32).

Example: Extradition with one neighbour, and nothing on the country where most people are taken.

Resolve: Fill in the checklist for each country on the route.
"""

from collections.abc import Iterator
from typing import get_args

from trueline.document.legal_items import AgreementItem
from trueline.language import gettext, joined, quoted, territories
from trueline.language.terms import AGREEMENT
from trueline.legal import LegalReview
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="warning", remedy="generate", refs=("5 E7", "5 Q7", "fn 32"))
def country_not_covered(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    review = context.document
    have = {(agreement.country, agreement.item) for agreement in review.agreements}
    for country in review.route:
        missing = [item for item in get_args(AgreementItem) if (country, item) not in have]
        if missing:
            yield Observation(
                path="agreements",
                also_at=("route",),
                message=gettext(
                    "With {country} nothing was looked at on {kinds}.",
                    country=territories().get(country, country),
                    kinds=joined([quoted(AGREEMENT.label(item)) for item in missing]),
                ),
                next_step=gettext("Fill in the checklist, and judge each kind of agreement."),
            )
