"""Applied, though no law provides it.

Why: Without a legal basis what happens depends on whoever meets the person (5 Q2).

Example: A reflection period by agreement between two officers.

Resolve: Say by which rule it is done, and recommend a basis in law.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.legal import LegalReview, Provision
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.legal.lines import provisions
from trueline.review.wording import names_of


@rule(sort="said-badly", severity="note", remedy="modify", refs=("5 Q2", "5 Q12"))
def applied_without_law(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    for path, also_at, lines in provisions(context.document, _is_short, "in_practice"):
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext(
                "No law is said to provide {names}, and yet it is said to be applied.",
                names=names_of(lines),
            ),
            next_step=gettext(
                "Say by which rule or habit it is done, and whether it should stand in law."
            ),
        )


def _is_short(provision: Provision) -> bool:
    return provision.in_law == "not-provided" and provision.in_practice == "applied"
