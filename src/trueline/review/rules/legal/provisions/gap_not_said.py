"""A gap that is not described.

Why: What the law lacks, and for whom, is what a review is for (5 Q1 to 5 Q5).

Example: “Partly.”

Resolve: Say what is missing.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.legal import LegalReview, Provision
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.legal.lines import provisions
from trueline.review.wording import names_of


@rule(sort="not-said", severity="warning", remedy="add", refs=("5 Q1", "5 Q3", "5 Q5"))
def gap_not_said(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    for path, also_at, lines in provisions(context.document, _is_short, "gap"):
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext(
                "The law does not provide {names} in full, and nothing says what is missing.",
                names=names_of(lines),
            ),
            next_step=gettext("Say what is missing, and who is left without it."),
        )


def _is_short(provision: Provision) -> bool:
    return provision.in_law in ("partly", "not-provided") and not provision.gap
