"""The least penalty is greater than the greatest.

Why: Penalties are to be proportionate (5 E3); they have to be possible first.

Example: 15 to 10 years.

Resolve: Correct one of the two.
"""

from collections.abc import Iterator

from trueline.language import gettext, number, quoted
from trueline.legal import LegalReview
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("5 E3",))
def least_over_greatest(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    for conduct in context.document.conducts:
        least, most = conduct.minimum, conduct.maximum
        if least is not None and most is not None and least > most:
            yield Observation(
                path=f"conducts[{conduct.item}].minimum",
                also_at=(f"conducts[{conduct.item}].maximum",),
                message=gettext(
                    "{name} carries {least} years at least and {most} at most.",
                    name=quoted(conduct.name),
                    least=number(least),
                    most=number(most),
                ),
                next_step=gettext("Correct one of the two."),
            )
