"""Unclear, and nothing said of how to find out.

Why: That nobody knows is an answer that asks for a next step: find out first (0 I).

Example: “Unclear.”

Resolve: Recommend who should ask whom.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.legal import LegalReview, Provision
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.legal.lines import provisions
from trueline.review.wording import names_of


@rule(sort="not-said", severity="note", remedy="generate", refs=("5 Q14", "5 E2"))
def unclear_and_left(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    for path, also_at, lines in provisions(context.document, _is_short, "recommendation"):
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext(
                "It is unclear whether the law provides {names}, and nothing says how to find out.",
                names=names_of(lines),
            ),
            next_step=gettext("Say who could tell, and who will ask."),
        )


def _is_short(provision: Provision) -> bool:
    return provision.in_law == "unclear" and not provision.recommendation
