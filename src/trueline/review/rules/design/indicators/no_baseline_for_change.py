"""A change without a baseline.

Why: Baseline data are the first category of the toolkit’s indicators (3 E1, 4 E1); without them a
change can’t be seen.

Example: “Increase in referrals”, from an unknown number.

Resolve: Measure before the work begins, or say when.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.units import claims_change


@rule(sort="not-said", severity="warning", remedy="generate", refs=("3 E1", "4 E1", "0 I"))
def no_baseline_for_change(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    for indicator in design.indicators:
        baseline = indicator.baseline
        planned = baseline and (baseline.value is not None or baseline.text or baseline.measured)
        if claims_change(indicator) and not planned:
            yield Observation(
                path=f"indicators[{indicator.id}].baseline",
                message=gettext(
                    "{indicator} is about change, and has no baseline.",
                    indicator=quoted(indicator.name),
                ),
                next_step=gettext(
                    "Measure it before the work begins, or write down when and by whom it will be."
                ),
            )
