"""Everything hangs on one step.

Why: Where the whole path to impact runs through one link whose assumption is not verified, that
is what to check first (3 Q4, 3 Q3).

Example: Four activities all need employers to rehire, and nobody asked an employer.

Resolve: Check this step first, or open a second way.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="said-badly", severity="warning", remedy="generate", refs=("3 Q4", "3 Q3"))
def all_hangs_on_one_link(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    theory = design.theory
    names = {a.id: a.name for a in design.activities} | {r.id: r.name for r in design.results}
    if len(design.activities) < 2:
        return
    for link in theory.sole_links():
        if not any(assumption.is_backed or assumption.check for assumption in link.assumptions):
            yield Observation(
                path=f"links[{link.id}]",
                message=gettext(
                    "Every way to impact runs through the step from {cause} to {effect}, which"
                    " nobody has checked.",
                    cause=quoted(names[link.cause]),
                    effect=quoted(names[link.effect]),
                ),
                next_step=gettext(
                    "Check this step before the others, or open a second way to the impact."
                ),
            )
