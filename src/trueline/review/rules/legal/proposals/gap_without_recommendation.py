"""A gap, and nothing recommended.

Why: Work on the legal framework develops and revises law (5 I); a gap that leads to nothing is left open.

Example: “Domestic workers are not covered.”

Resolve: Recommend what should be done.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.legal import Item, LegalReview
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.legal.lines import items
from trueline.review.wording import names_of


@rule(sort="not-said", severity="note", remedy="add", refs=("5 I", "5 Q5"))
def gap_without_recommendation(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    for path, also_at, lines in items(context.document, _is_short, "recommendation"):
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext(
                "A gap is described for {names}, and nothing is recommended.", names=names_of(lines)
            ),
            next_step=gettext(
                "Say what should be done: an amendment, a rule, training, a look at cases."
            ),
        )


def _is_short(item: Item) -> bool:
    return bool(item.gap) and not item.recommendation
