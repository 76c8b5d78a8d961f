"""Who would have to act is nobody in particular.

Why: Somebody has to develop or revise the law (5 I); “relevant ministries” names nobody.

Example: “The competent authorities.”

Resolve: Name the one body that would have to begin.
"""

from collections.abc import Iterator

from trueline.document.responsible import names_nobody
from trueline.language import gettext, quoted
from trueline.legal import LegalReview
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="said-badly", severity="note", remedy="modify", refs=("5 I",))
def actor_names_nobody(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    for holder, item in context.document.items():
        if names_nobody(item.actor):
            yield Observation(
                path=f"{holder}[{item.key_value}].actor",
                message=gettext(
                    "For {name} nobody in particular would have to act: {actor}.",
                    name=quoted(item.name),
                    actor=quoted(item.actor),
                ),
                next_step=gettext("Name the one body that would have to begin."),
            )
