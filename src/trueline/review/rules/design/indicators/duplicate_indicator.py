"""The same indicator twice.

Why: Every indicator has to be collected and reported (1 Q6.1); one that stands twice is measured
twice, and sooner or later in two ways.

Example: “Share of children with a written plan” under two ids.

Resolve: Keep one, or say what sets the second apart.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.same_words import alike


@rule(sort="cannot-be", severity="warning", remedy="modify", refs=("1 Q6", "1 Q6.1"))
def duplicate_indicator(context: RuleContext[Design]) -> Iterator[Observation]:
    for first, *others in alike(context.document.indicators):
        for other in others:
            yield Observation(
                path=f"indicators[{other.key_value}]",
                also_at=(f"indicators[{first.key_value}]",),
                message=gettext(
                    "{indicator} stands twice: as {first} and as {second}.",
                    indicator=quoted(other.name),
                    first=f"`{first.key_value}`",
                    second=f"`{other.key_value}`",
                ),
                next_step=gettext("Keep one, or say in both what sets them apart."),
            )
