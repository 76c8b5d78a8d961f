"""The programme claims to be the cause.

Why: The toolkit does not deal with attribution: how far changes can be ascribed to one programme
(0 I). Its indicators don’t show it.

Example: “Thanks to the project trafficking fell by 20 per cent.”

Resolve: Say contribution, and what else was going on.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext
from trueline.review.finding import Found
from trueline.review.rule import RuleContext, rule


@rule(sort="said-badly", severity="warning", remedy="modify", refs=("0 I", "3 E6"))
def attribution_claimed(context: RuleContext[Design]) -> Iterator[Found]:
    design = context.document
    if design.evaluation.claims_attribution:
        yield Found(
            path="evaluation.claims_attribution",
            message=gettext(
                "The design claims that changes will be due to this programme. The indicators"
                " here can’t show that."
            ),
            next_step=gettext(
                "Speak of contribution, name what else may bring the change about, or plan a"
                " study designed for attribution."
            ),
        )
