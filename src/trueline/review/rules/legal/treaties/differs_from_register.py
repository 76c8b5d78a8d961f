"""The register knows otherwise.

Why: The method of the toolkit is the registry of ratifications (5 E1). Where the register that comes
with Trueline says otherwise, one of the two is wrong or older.

Example: “Not a party”, and the register has the day of accession.

Resolve: Look it up with the depositary.
"""

from collections.abc import Iterator

from trueline.language import gettext, quoted
from trueline.language.terms import RATIFICATION
from trueline.legal import LegalReview
from trueline.legal.checklist import instrument_of
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.toolkit.ratifications import Status, load_register

SETTLED = ("party", "signed", "not-party")


@rule(sort="said-badly", severity="warning", remedy="generate", refs=("5 E1",))
def differs_from_register(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    review = context.document
    register = context.related.get("register") or load_register()
    if len(review.countries) != 1:
        return
    (country,) = review.countries
    for treaty in review.treaties:
        fact = register.of(country, instrument_of(treaty.item))
        if treaty.status not in SETTLED or fact.status is Status.UNKNOWN:
            continue
        if treaty.status != fact.status.value:
            yield Observation(
                path=f"treaties[{treaty.item}].status",
                message=gettext(
                    "{treaty}: here {here}, in the register {there}, as of {as_of}.",
                    treaty=quoted(treaty.name),
                    here=RATIFICATION.within(treaty.status),
                    there=RATIFICATION.within(fact.status),
                    as_of=str(fact.as_of),
                ),
                next_step=gettext(
                    "Look it up with the depositary; write the day and the source of what you find."
                ),
            )
