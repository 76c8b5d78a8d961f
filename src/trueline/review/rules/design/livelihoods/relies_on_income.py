"""The logic goes from income to staying.

Why: The link between poverty and risky migration lacks strong evidence; higher incomes and more
schooling can raise expectations and lead to risky migration too (4 L3). Income is one of many
considerations (4 L2.3).

Example: “Families earn 30 a month more” leads straight to “Young people don’t leave with
brokers”.

Resolve: Name what else must be true, ask those who plan to leave, and watch for the opposite.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.unbacked_links import income_links


@rule(sort="said-badly", severity="warning", remedy="generate", refs=("4 L3", "4 L2.3"))
def relies_on_income(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    for link, effect in income_links(design):
        yield Observation(
            path=f"links[{link.id}].assumptions",
            message=gettext(
                "The step to {effect} assumes that people who earn more will take fewer risks."
                " Nothing here shows that they do.",
                effect=quoted(effect.name),
            ),
            next_step=gettext(
                "Ask earlier participants who left and who stayed, and why; write down what must"
                " be true, and how you will check it."
            ),
        )
