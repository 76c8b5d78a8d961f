"""The logic goes from knowing to doing.

Why: That more awareness leads to less risky behaviour is a common assumption which research does
not routinely support (1 A1, fn 8).

Example: “Young people know the risks” leads straight to “Young people stay away from unlicensed
brokers”.

Resolve: Name what else must be true, find out whether it is, and work on the barriers as well.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.unbacked_links import awareness_links


@rule(sort="said-badly", severity="warning", remedy="generate", refs=("1 A1", "fn 8"))
def relies_on_awareness(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    for link, effect in awareness_links(design):
        yield Observation(
            path=f"links[{link.id}].assumptions",
            message=gettext(
                "The step to {effect} assumes that people who know will act. Nothing here shows"
                " that they do.",
                effect=quoted(effect.name),
            ),
            next_step=gettext(
                "Write down what must be true for it, with evidence from here or a small test in"
                " the first year, and add what lowers the barriers."
            ),
        )
