"""Several patterns, one set of factors.

Why: Each pattern has contributing factors of its own, and calls for its own answers (2 L3).

Example: Trafficking for organs, for fishing and into prostitution, with one list of causes for
all.

Resolve: Say for each pattern what lies behind it, and which activities answer that.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="said-badly", severity="warning", remedy="modify", refs=("2 L3", "2 Q2", "2 L2"))
def patterns_lumped(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    if len(design.patterns) < 2 or not design.factors:
        return
    told_apart = {factor.pattern for factor in design.factors}
    bare = [pattern for pattern in design.patterns if pattern.id not in told_apart]
    for pattern in bare:
        yield Observation(
            path=f"patterns[{pattern.id}]",
            message=gettext(
                "No factor belongs to {pattern}: it shares one answer with the other patterns.",
                pattern=quoted(pattern.name),
            ),
            next_step=gettext(
                "Add what lies behind this pattern in particular, or leave the pattern to"
                " another programme."
            ),
        )
