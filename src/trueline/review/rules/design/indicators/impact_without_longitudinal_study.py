"""Impact claimed without a study that could show it.

Why: The toolkit’s method for impact on trafficking is a longitudinal study with mixed methods (3
E6, 6 E6, fn 21).

Example: “Reduction in trafficking, from police statistics.”

Resolve: Plan such a study, or say that impact is not measured.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="said-badly", severity="error", remedy="reconsider", refs=("3 E6", "6 E6", "fn 21"))
def impact_without_longitudinal_study(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    able = any(
        study.longitudinal and {"quantitative", "qualitative"} <= set(study.methods)
        for study in design.evaluation.studies
    )
    for indicator in design.indicators:
        if indicator.measures == "impact" and not able:
            yield Observation(
                path=f"indicators[{indicator.id}]",
                message=gettext(
                    "{indicator} claims to show impact, and no longitudinal study with mixed"
                    " methods is planned.",
                    indicator=quoted(indicator.name),
                ),
                next_step=gettext(
                    "Plan one for a mature programme, or measure behaviour and say that impact"
                    " is not measured."
                ),
            )
