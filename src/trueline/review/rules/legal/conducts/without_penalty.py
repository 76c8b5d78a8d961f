"""A crime without a penalty.

Why: The toolkit looks for proportionate penalties (5 E3), which have to deter and stay just (5 L4).

Example: “Forced labour is prohibited.”

Resolve: Write the least and the greatest, or that there is none.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.legal import Conduct, LegalReview
from trueline.review.finding import Observation, address_of_all
from trueline.review.rule import RuleContext, rule
from trueline.review.wording import names_of


@rule(sort="not-said", severity="warning", remedy="generate", refs=("5 E3", "5 L4"))
def without_penalty(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    if short := [conduct for conduct in context.document.conducts if _has_none(conduct)]:
        path, also_at = address_of_all("conducts", short, "maximum")
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext("No penalty is said for {names}.", names=names_of(short)),
            next_step=gettext("Write the least and the greatest penalty, and what makes it worse."),
        )


def _has_none(conduct: Conduct) -> bool:
    has_penalty = (
        conduct.minimum is not None or conduct.maximum is not None or bool(conduct.penalty)
    )
    return conduct.in_law in ("provided", "partly") and not has_penalty
