"""Nothing is said of what makes the pattern possible.

Why: The factors that let traffickers commit, profit from, hide and justify the crime, and avoid
prosecution, show where it can be stopped (2 Q2).

Example: A pattern is told in full, and the plan goes straight to activities.

Resolve: Name the factors behind the pattern, under the headings that fit.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext
from trueline.review.finding import Observation
from trueline.review.missing_fields import answered
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="warning", remedy="generate", refs=("2 Q2",))
def no_factors(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    if answered(design, "mapping.factors"):
        return
    if design.patterns and design.activities and not design.factors:
        yield Observation(
            path="factors",
            message=gettext("The pattern is described, but not what makes it possible."),
            next_step=gettext(
                "Ask what lets people commit this crime, profit from it, hide it, escape"
                " prosecution and justify it, and add what you find."
            ),
        )
