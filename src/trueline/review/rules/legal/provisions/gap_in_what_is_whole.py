"""A gap in what is provided and applied.

Why: A line can’t be whole and have a gap; one of the two is not so (5 Q5).

Example: “Provided”, “applied”, and “foreigners are left out”.

Resolve: Change the judgement, or take out the gap.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.legal import LegalReview, Provision
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.legal.lines import provisions
from trueline.review.wording import names_of


@rule(sort="said-badly", severity="warning", remedy="modify", refs=("5 Q5",))
def gap_in_what_is_whole(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    for path, also_at, lines in provisions(context.document, _is_short, "gap"):
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext(
                "{names}: said to be provided and applied, and yet there is a gap.",
                names=names_of(lines),
            ),
            next_step=gettext("Judge it “partly”, or say that the gap is closed."),
        )


def _is_short(provision: Provision) -> bool:
    return (
        provision.in_law == "provided"
        and provision.in_practice == "applied"
        and bool(provision.gap)
    )
