"""No baseline, evaluation or other study planned.

Why: The toolkit asks how measurement, evaluation and learning are made part of the intervention
(1 Q6). There is little evidence of what prevention has achieved (1 L4).

Example: A three-year programme whose plan ends with a closing conference.

Resolve: Plan at least a baseline and an endline, each with month, method, owner and cost.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="warning", remedy="add", refs=("1 Q6", "1 L4"))
def measurement_not_built_in(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    if design.activities and not design.evaluation.studies:
        yield Observation(
            path="evaluation.studies",
            message=gettext("No baseline, evaluation or other study is planned."),
            next_step=gettext(
                "Add a baseline before the first activity and an endline, each with month,"
                " method, owner and cost."
            ),
        )
