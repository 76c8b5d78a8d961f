"""A pattern with parts left blank.

Why: A pattern is understood when recruitment, movement, purpose, control and vulnerability are
known (2 Q1). The missing part may be the one at which it can be broken.

Example: The route and the purpose are told, and nothing of what keeps people there.

Resolve: Fill in the missing parts, or plan the study that finds them out.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, gettext_noop, joined, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule

PARTS = {
    "recruitment": gettext_noop("how people are recruited"),
    "transport": gettext_noop("how people are moved"),
    "purpose": gettext_noop("what people are exploited for"),
    "control": gettext_noop("what keeps people there"),
    "vulnerability": gettext_noop("what makes people vulnerable"),
}


@rule(sort="not-said", severity="warning", remedy="generate", refs=("2 Q1",))
def pattern_with_gaps(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    for pattern in design.patterns:
        missing = [field for field in PARTS if not getattr(pattern, field)]
        if missing:
            yield Observation(
                path=f"patterns[{pattern.id}].{missing[0]}",
                message=gettext(
                    "{pattern} leaves open {open}.",
                    pattern=quoted(pattern.name),
                    open=joined([gettext(PARTS[field]) for field in missing]),
                ),
                next_step=gettext(
                    "Fill it in from survivors’ organisations, case files or service records; if"
                    " nobody knows, plan a short study before activities are fixed."
                ),
            )
