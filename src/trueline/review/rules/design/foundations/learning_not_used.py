"""Nothing says how findings will be used.

Why: Measurement should strengthen and improve the intervention, not only report on it (1 Q6.3).

Example: Reports go to the donor each quarter; nobody is named who could change the plan because
of them.

Resolve: Say who looks at findings, when, and what they can change.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="note", remedy="add", refs=("1 Q6", "1 Q6.3"))
def learning_not_used(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    if design.evaluation.studies and not design.evaluation.learning:
        yield Observation(
            path="evaluation.learning",
            message=gettext(
                "Studies are planned, but nothing says who will use what they find, and when."
            ),
            next_step=gettext(
                "Fix two dates a year at which findings are looked at and the plan can change."
            ),
        )
