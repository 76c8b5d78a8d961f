"""A country on its own route.

Why: Agreements (5 E7) are between countries; trafficking within a country is a matter of its law.

Example: The review of a country that stands on the route too.

Resolve: Take it off the route.
"""

from collections.abc import Iterator

from trueline.language import gettext, territories
from trueline.legal import LegalReview
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("5 E7",))
def with_itself(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    review = context.document
    for country in review.countries:
        own = [agreement for agreement in review.agreements if agreement.country == country]
        on_route = ["route"] if country in review.route else []
        places = [*on_route, *(f"agreements[{agreement.key_value}].country" for agreement in own)]
        if places:
            yield Observation(
                path=next(iter(places)),
                also_at=tuple(place for place in places if place != next(iter(places))),
                message=gettext(
                    "{country} is said to be on its own route.",
                    country=territories().get(country, country),
                ),
                next_step=gettext("Take it off; trafficking within the country is for its law."),
            )
