"""An indicator without a target.

Why: A lack of clearly defined targets is one of the gaps seen in national plans (9 L2, 9 L4.4).

Example: “Number of referrals”, open upwards.

Resolve: Set a target with a date and a reason.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="warning", remedy="modify", refs=("9 L2", "9 L4.4"))
def no_target(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    for indicator in design.indicators:
        set_ = any(target.value is not None or target.text for target in indicator.targets)
        if indicator.result and not set_ and indicator.measure != "qualitative":
            yield Observation(
                path=f"indicators[{indicator.id}].targets",
                message=gettext("{indicator} has no target.", indicator=quoted(indicator.name)),
                next_step=gettext("Set one with a date, and a sentence on why this much."),
            )
