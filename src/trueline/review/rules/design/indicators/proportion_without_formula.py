"""A proportion without numerator or denominator.

Why: Where the toolkit gives a target in per cent it gives N and D (8 E1.4, 8 E5.2). Without both,
two people count differently.

Example: “60 per cent of victims satisfied”: of whom?

Resolve: Write down what is counted, and out of what.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, gettext_noop, joined, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule

PARTS = {"numerator": gettext_noop("numerator"), "denominator": gettext_noop("denominator")}


@rule(sort="not-said", severity="error", remedy="modify", refs=("8 E1.4", "8 E5.2"))
def proportion_without_formula(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    for indicator in design.indicators:
        if indicator.measure == "proportion":
            missing = [name for name in PARTS if not getattr(indicator, name)]
            if missing:
                yield Observation(
                    path=f"indicators[{indicator.id}].{missing[0]}",
                    message=gettext(
                        "{indicator} is a proportion without {parts}.",
                        indicator=quoted(indicator.name),
                        parts=joined([gettext(PARTS[name]) for name in missing]),
                    ),
                    next_step=gettext(
                        "Write down what is counted (N), and out of what (D), so that two people"
                        " count alike."
                    ),
                )
