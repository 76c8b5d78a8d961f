"""In law, and nothing said of practice.

Why: A law without procedures stays on paper (5 Q12), and takes years to be used (5 L1).

Example: A right to shelter, and no word on whether there is one.

Resolve: Ask, and say what you found; “unclear” is an answer.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.legal import LegalReview, Provision
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.legal.lines import is_there, provisions
from trueline.review.wording import names_of


@rule(sort="not-said", severity="note", remedy="generate", refs=("5 L1", "5 Q12"))
def practice_not_looked_at(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    for path, also_at, lines in provisions(context.document, _is_short, "in_practice"):
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext(
                "The law provides {names}, and nothing says whether it is applied.",
                names=names_of(lines),
            ),
            next_step=gettext(
                "Put the follow-up question of the toolkit to those who apply it and those it is for."
            ),
        )


def _is_short(provision: Provision) -> bool:
    return is_there(provision) and provision.in_practice is None
