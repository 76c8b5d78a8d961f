"""An impact study of a programme that is not ready.

Why: Longitudinal studies tend to be expensive and slow, and should only be done on mature
programmes after readiness has been shown (fn 21).

Example: A pilot of 18 months spends a third of its money on an impact study.

Resolve: Wait, or check readiness first.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.language.terms import PHASE
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="said-badly", severity="warning", remedy="reconsider", refs=("fn 21",))
def impact_study_of_immature_programme(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    for study in design.evaluation.studies:
        if study.kind == "impact" and design.phase in ("new", "running"):
            yield Observation(
                path=f"evaluation.studies[{study.id}]",
                message=gettext(
                    "{study} is an impact study, and the programme is {phase}, not mature.",
                    study=quoted(study.name),
                    phase=PHASE.within(design.phase),
                ),
                next_step=gettext(
                    "Put a check of readiness first, and use the money for outcome measurement"
                    " until then."
                ),
            )
