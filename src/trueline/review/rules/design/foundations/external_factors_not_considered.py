"""Factors from outside not considered.

Why: The toolkit asks every design which outside factors may contribute to it or interfere with it
(1 Q5).

Example: A cross-border programme that names no risk.

Resolve: Name the three to six factors that matter here, with what is done about each.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext
from trueline.review.finding import Observation
from trueline.review.missing_fields import answered
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="note", remedy="generate", refs=("1 Q5",))
def external_factors_not_considered(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    settled = answered(design, "foundations.external-factors")
    if design.activities and not design.external_factors and not settled:
        yield Observation(
            path="external_factors",
            message=gettext("The design names nothing from outside that could help or hinder it."),
            next_step=gettext(
                "Write down the two or three factors that are particular to this pattern and"
                " place, with what you do about each."
            ),
        )
