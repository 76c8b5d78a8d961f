"""A recommendation to nobody.

Why: Somebody has to develop or revise the law (5 I); a recommendation that names nobody is nobody’s.

Example: “The law should be amended.”

Resolve: Name the one body that would have to act.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.legal import Item, LegalReview
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.legal.lines import items
from trueline.review.wording import names_of


@rule(sort="not-said", severity="note", remedy="add", refs=("5 I", "5 Q12"))
def without_actor(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    for path, also_at, lines in items(context.document, _is_short, "actor"):
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext(
                "Nothing says who would have to act on what is recommended for {names}.",
                names=names_of(lines),
            ),
            next_step=gettext("Name the ministry, commission or court that would have to act."),
        )


def _is_short(item: Item) -> bool:
    return bool(item.recommendation) and not item.actor
