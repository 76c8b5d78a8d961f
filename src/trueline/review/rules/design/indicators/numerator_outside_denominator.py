"""A numerator that does not lie within its denominator.

Why: A share is of those, out of all of whom it could be said (8 E1.4, 8 E5.2). Where the numerator
is the wider group, or both are the same, the two are swapped or one is wrong.

Example: Numerator: clients. Denominator: clients with a written plan.

Resolve: Put into the numerator those of the denominator of whom it holds.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.shares import swapped


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("8 E1.4", "8 E5.2"))
def numerator_outside_denominator(context: RuleContext[Design]) -> Iterator[Observation]:
    for indicator in context.document.indicators:
        numerator, denominator = indicator.numerator, indicator.denominator
        if swapped(indicator.statement, numerator, denominator):
            yield Observation(
                path=f"indicators[{indicator.id}].numerator",
                also_at=(f"indicators[{indicator.id}].denominator",),
                message=gettext(
                    "{indicator} counts {numerator} out of {denominator}. The first does not read"
                    " as part of the second: are they swapped?",
                    indicator=quoted(indicator.name),
                    numerator=quoted(numerator),
                    denominator=quoted(denominator),
                ),
                next_step=gettext(
                    "Put into the denominator (D) all whom it could concern, and into the numerator"
                    " (N) those of them of whom it holds."
                ),
            )
